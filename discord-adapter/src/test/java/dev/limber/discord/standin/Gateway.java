package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/**
 * A stand-in of Discord's gateway: who identifies himself hears what happens in his part of the servers. All that can go
 * wrong there goes wrong when a test says so. Safe for use by many threads.
 */
public final class Gateway implements Events, WebSocketSide {
    private static final String VERSION = "10";
    private static final String ZLIB = "zlib-stream";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final GatewaySettings settings;
    private final Greeting greeting;
    private final GatewayJournal journal = new GatewayJournal();
    private final GatewayTroubles troubles = new GatewayTroubles();
    private final GatewayBell bell = new GatewayBell();
    private final ShardSessions sessions;
    private final GatewayProtocol protocol;

    Gateway(GatewaySettings settings, Greeting greeting) {
        this.settings = settings;
        this.greeting = greeting;
        this.sessions = new ShardSessions(settings.limits());
        this.protocol = new GatewayProtocol(settings, greeting, sessions, troubles, journal, bell);
    }

    public GatewaySettings settings() {
        return settings;
    }

    @Override
    public MockResponse upgrade(RecordedRequest request) {
        HttpUrl url = request.getUrl();
        if (troubles.refusesConnection()) {
            return status(503);
        }
        if (!"websocket".equalsIgnoreCase(request.getHeaders().get("Upgrade"))) {
            return status(426);
        }
        Optional<String> compression = Optional.ofNullable(url.queryParameter("compress"));
        if (!VERSION.equals(url.queryParameter("v"))
                || !"json".equals(url.queryParameter("encoding"))
                || !compression.orElse(ZLIB).equals(ZLIB)) {
            journal.violation("No such gateway: " + url.encodedPath() + "?" + url.encodedQuery());
            return status(400);
        }
        GatewayConnection connection = new GatewayConnection(origin(url), compression.isPresent(), protocol, journal);
        return new MockResponse.Builder().webSocketUpgrade(connection).build();
    }

    private static MockResponse status(int code) {
        return new MockResponse.Builder().code(code).build();
    }

    private static String origin(HttpUrl url) {
        return "ws://" + url.host() + ":" + url.port() + url.encodedPath();
    }

    @Override
    public void tell(String type, ObjectNode data, OptionalLong guild) {
        GatewayEvent outline = outline(type, data, guild);
        List<ShardSession> listeners = sessions.all().stream()
                .filter(session -> session.identity().wants(outline))
                .toList();
        if (!listeners.isEmpty()) {
            GatewayEvent event = new GatewayEvent(
                    type, GatewayJson.text(enlarged(data)), guild, outline.wanted(), troubles.timesToSend());
            listeners.forEach(session -> session.dispatch(event));
        }
    }

    /** A session hears about the bot itself as a member without asking. */
    private GatewayEvent outline(String type, ObjectNode data, OptionalLong guild) {
        GatewayEvent outline = GatewayEvent.of(type, "", guild);
        return type.equals("GUILD_MEMBER_UPDATE")
                        && data.path("user").path("id").equals(greeting.bot().path("id"))
                ? outline.forEverybody()
                : outline;
    }

    private ObjectNode enlarged(ObjectNode data) {
        int bytes = troubles.padding();
        return bytes == 0 ? data : data.deepCopy().put("padding", "x".repeat(bytes));
    }

    /** What shall go wrong from now on. */
    public GatewayTroubles troubles() {
        return troubles;
    }

    /** Ends all connections with a close frame. */
    public void closeAll(int code) {
        protocol.connections().forEach(connection -> protocol.close(connection, code, "A test wants it so."));
    }

    /** Ends all connections without a word. */
    public void cutAll() {
        protocol.connections().forEach(protocol::cut);
    }

    /** Ends the connections of one shard without a word. */
    public void cut(int shard) {
        sessions.all().stream()
                .filter(session -> session.identity().shard() == shard)
                .flatMap(session -> session.connection().stream())
                .forEach(protocol::cut);
    }

    /** Asks all clients for a heartbeat at once. */
    public void demandHeartbeats() {
        sendRaw("{\"op\":1,\"d\":null}");
    }

    /** Asks all clients to come back on another connection. */
    public void requestReconnect() {
        sendRaw("{\"op\":7,\"d\":null}");
    }

    /** Tells all clients that their sessions are no good. */
    public void invalidateSessions(boolean resumable) {
        protocol.connections().forEach(connection -> protocol.invalidate(connection, resumable));
    }

    /** Sends a text, which may be no payload at all, on every connection. */
    public void sendRaw(String text) {
        protocol.connections().forEach(connection -> connection.send(text));
    }

    /** Waits until a session was greeted. */
    public void awaitConnected() {
        awaitConnected(1);
    }

    /** Waits until so many sessions were greeted or resumed, and are connected. */
    public void awaitConnected(int shards) {
        try {
            if (!bell.await(() -> connectedShards() >= shards, PATIENCE)) {
                throw new IllegalStateException(connectedShards() + " of " + shards + " sessions are connected");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a client", e);
        }
    }

    private long connectedShards() {
        return sessions.all().stream().filter(ShardSession::isUp).count();
    }

    /** How many connections are open. */
    public int connections() {
        return protocol.connections().size();
    }

    /** How many sessions are connected or may be resumed. */
    public int sessions() {
        return sessions.all().size();
    }

    /** How often a session was resumed. */
    public int resumes() {
        return journal.resumes.get();
    }

    /** How often clients identified themselves, in vain or not. */
    public int identifies() {
        return journal.identifies.get();
    }

    public int heartbeats() {
        return journal.heartbeats.get();
    }

    /** How many connections were ended because no heartbeat came. */
    public int zombies() {
        return journal.zombies.get();
    }

    /** The longest time that any connection was without a heartbeat, with the time until now. */
    public Duration longestHeartbeatGap() {
        return protocol.longestHeartbeatGap();
    }

    /** Whether the content of all messages in that server reaches somebody who may have it. */
    public boolean grantsMessageContent(OptionalLong guild) {
        Predicate<ShardIdentity> grants =
                identity -> identity.has(guild) && identity.asksFor(GatewayIntents.MESSAGE_CONTENT);
        return sessions.all().stream().map(ShardSession::identity).anyMatch(grants);
    }

    /** Is told the intents of each session when it begins, before it is greeted. */
    public void onIntents(IntConsumer listener) {
        protocol.onIntents(listener);
    }

    /** What clients did that they should not. */
    public List<String> violations() {
        return journal.violations();
    }

    /** The codes with which clients ended connections. */
    public List<Integer> clientCloses() {
        return journal.clientCloses();
    }

    /** The latest payloads in both directions. */
    public List<GatewayFrame> traffic() {
        return journal.frames();
    }

    @Override
    public void close() {
        protocol.end();
    }
}
