package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;

/** Answers what clients say. */
final class GatewayProtocol implements GatewayConnection.Ear {
    private static final int LARGEST_FRAME = 4_096;
    private static final String DECODE_ERROR = "Error while decoding payload.";

    private final GatewaySettings settings;
    private final GatewayAdmission admission;
    private final GatewayGreeter greeter;
    private final ShardSessions sessions;
    private final GatewayTroubles troubles;
    private final GatewayJournal journal;
    private final GatewayWatch watch;
    private final GatewayBell bell;
    private final Set<GatewayConnection> connections = ConcurrentHashMap.newKeySet();
    private final List<IntConsumer> intentListeners = new CopyOnWriteArrayList<>();

    GatewayProtocol(
            GatewaySettings settings,
            Greeting greeting,
            ShardSessions sessions,
            GatewayTroubles troubles,
            GatewayJournal journal,
            GatewayBell bell) {
        this.settings = settings;
        this.admission = new GatewayAdmission(settings, greeting);
        this.greeter = new GatewayGreeter(greeting);
        this.sessions = sessions;
        this.troubles = troubles;
        this.journal = journal;
        this.watch = new GatewayWatch(settings.pulse(), journal);
        this.bell = bell;
    }

    /** Those that nobody is about to end. */
    List<GatewayConnection> connections() {
        return connections.stream()
                .filter(connection -> !connection.isClosing())
                .toList();
    }

    Duration longestHeartbeatGap() {
        return connections.stream()
                .map(connection -> connection.pulse().longestGap())
                .reduce(journal.longestHeartbeatGap(), (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    void onIntents(IntConsumer listener) {
        intentListeners.add(listener);
    }

    /** Ends a connection, and its session if that code does so. */
    void close(GatewayConnection connection, int code, String reason) {
        if (GatewayCode.endsSession(code)) {
            connection.session().ifPresent(sessions::end);
        }
        watch.close(connection, code, reason);
        bell.ring();
    }

    void cut(GatewayConnection connection) {
        connection.cut();
        bell.ring();
    }

    void invalidate(GatewayConnection connection, boolean resumable) {
        if (!resumable) {
            connection.session().ifPresent(sessions::end);
        }
        connection.send(GatewayJson.payload(GatewayOp.INVALID_SESSION, BooleanNode.valueOf(resumable)));
    }

    void end() {
        connections.forEach(connection -> connection.close(GatewayCode.GOING_AWAY.number(), "The gateway ends."));
        watch.end();
    }

    @Override
    public void opened(GatewayConnection connection) {
        connections.add(connection);
        ObjectNode hello = GatewayJson.object()
                .put("heartbeat_interval", settings.pulse().interval().toMillis());
        connection.send(GatewayJson.payload(GatewayOp.HELLO, hello));
        watch.over(connection);
        bell.ring();
    }

    @Override
    public void closing(GatewayConnection connection, int code) {
        journal.closedByClient(code);
        if (GatewayCode.clientEndsSession(code)) {
            connection.session().ifPresent(sessions::end);
        }
        bell.ring();
    }

    @Override
    public void gone(GatewayConnection connection) {
        journal.heartbeatGap(connection.pulse().longestGap());
        connections.remove(connection);
        bell.ring();
    }

    @Override
    public void heardBytes(GatewayConnection connection) {
        refuse(connection, GatewayCode.DECODE_ERROR, DECODE_ERROR);
    }

    @Override
    public void heard(GatewayConnection connection, String text) {
        if (connection.isClosing()) {
            return;
        }
        journal.received(text);
        if (!connection.rate().allowsOneMore()) {
            refuse(connection, GatewayCode.RATE_LIMITED, "You are sending payloads too quickly.");
        } else if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_FRAME) {
            refuse(connection, GatewayCode.DECODE_ERROR, "The payload is larger than 4096 bytes.");
        } else {
            Optional<JsonNode> payload =
                    GatewayJson.parse(text).filter(json -> json.path("op").isInt());
            payload.ifPresentOrElse(
                    json -> handle(connection, json.path("op").asInt(), json.path("d")),
                    () -> refuse(connection, GatewayCode.DECODE_ERROR, DECODE_ERROR));
        }
        bell.ring();
    }

    private void handle(GatewayConnection connection, int op, JsonNode data) {
        switch (op) {
            case GatewayOp.HEARTBEAT -> heartbeat(connection, data);
            case GatewayOp.IDENTIFY -> identify(connection, data);
            case GatewayOp.RESUME -> resume(connection, data);
            case GatewayOp.PRESENCE_UPDATE, GatewayOp.VOICE_STATE_UPDATE, GatewayOp.REQUEST_GUILD_MEMBERS ->
                established(connection, op, data);
            default -> refuse(connection, GatewayCode.UNKNOWN_OPCODE, "Unknown opcode.");
        }
    }

    private void heartbeat(GatewayConnection connection, JsonNode seen) {
        if (!seen.isNull() && !seen.isIntegralNumber()) {
            refuse(connection, GatewayCode.DECODE_ERROR, DECODE_ERROR);
            return;
        }
        connection.pulse().beat();
        journal.heartbeats.incrementAndGet();
        if (!troubles.isSilent()) {
            connection.send(GatewayJson.payload(GatewayOp.HEARTBEAT_ACK, NullNode.getInstance()));
        }
    }

    private void identify(GatewayConnection connection, JsonNode data) {
        journal.identifies.incrementAndGet();
        if (connection.session().isPresent()) {
            refuse(connection, GatewayCode.ALREADY_AUTHENTICATED, "Already authenticated.");
            return;
        }
        switch (admission.judge(data)) {
            case GatewayAdmission.Verdict.Refused(GatewayCode code, String reason) -> refuse(connection, code, reason);
            case GatewayAdmission.Verdict.TooSoon _ -> invalidate(connection, false);
            case GatewayAdmission.Verdict.Admitted(ShardIdentity identity) -> begin(connection, identity);
        }
    }

    /** What is told while the greeting is written waits in the session, so no lock is held meanwhile. */
    private void begin(GatewayConnection connection, ShardIdentity identity) {
        intentListeners.forEach(listener -> listener.accept(identity.intents()));
        ShardSession session = sessions.begin(identity, connection);
        connection.enter(session);
        session.greet(greeter.greet(session, troubles.resumeUrl().orElseGet(connection::origin)));
    }

    private void resume(GatewayConnection connection, JsonNode data) {
        JsonNode seen = data.path("seq");
        if (connection.session().isPresent()) {
            refuse(connection, GatewayCode.ALREADY_AUTHENTICATED, "Already authenticated.");
        } else if (!seen.isIntegralNumber()) {
            refuse(connection, GatewayCode.DECODE_ERROR, DECODE_ERROR);
        } else if (!admission.knows(data)) {
            refuse(connection, GatewayCode.AUTHENTICATION_FAILED, "Authentication failed.");
        } else if (troubles.refusesResume()) {
            sessions.find(data.path("session_id").asText()).ifPresent(sessions::end);
            invalidate(connection, false);
        } else {
            sessions.find(data.path("session_id").asText())
                    .ifPresentOrElse(
                            session -> resume(connection, session, seen.asLong()), () -> invalidate(connection, false));
        }
    }

    private void resume(GatewayConnection connection, ShardSession session, long seen) {
        connection.enter(session);
        switch (session.resume(connection, seen)) {
            case RESUMED -> journal.resumes.incrementAndGet();
            case AHEAD -> refuse(connection, GatewayCode.INVALID_SEQUENCE, "Invalid seq.");
            case FORGOTTEN -> {
                connection.exit();
                sessions.end(session);
                invalidate(connection, false);
            }
        }
    }

    private void established(GatewayConnection connection, int op, JsonNode data) {
        Optional<ShardSession> session = connection.session();
        if (session.isEmpty()) {
            refuse(connection, GatewayCode.NOT_AUTHENTICATED, "Not authenticated.");
        } else if (!data.isObject()) {
            refuse(connection, GatewayCode.DECODE_ERROR, DECODE_ERROR);
        } else if (op == GatewayOp.REQUEST_GUILD_MEMBERS) {
            session.get().dispatch(GatewayEvent.own("GUILD_MEMBERS_CHUNK", GatewayJson.text(nobody(data))));
        }
    }

    private static ObjectNode nobody(JsonNode request) {
        ObjectNode chunk = GatewayJson.object();
        chunk.put("guild_id", request.path("guild_id").asText());
        chunk.putArray("members");
        chunk.put("chunk_index", 0).put("chunk_count", 1);
        chunk.putArray("not_found");
        if (request.path("nonce").isTextual()) {
            chunk.set("nonce", request.path("nonce"));
        }
        return chunk;
    }

    private void refuse(GatewayConnection connection, GatewayCode code, String reason) {
        journal.violation(code.number() + ": " + reason);
        close(connection, code.number(), reason);
    }
}
