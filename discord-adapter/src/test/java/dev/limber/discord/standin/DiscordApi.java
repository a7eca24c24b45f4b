package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.testkit.http.Blob;
import dev.limber.testkit.http.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Discord with one bot, some people and their servers: its REST API and its gateway on one port of the loopback. */
public final class DiscordApi implements AutoCloseable {
    /** Kept, since its level would be forgotten with it. */
    private static final Logger CHATTER = Logger.getLogger(MockWebServer.class.getName());

    static {
        CHATTER.setLevel(Level.WARNING);
    }

    private final World world;
    private final WebSocketSide side;
    private final Faults faults = new Faults();
    private final Journal<Call> journal;
    private final MockWebServer server = new MockWebServer();
    private final Front front;

    private DiscordApi(Settings settings, WebSocketSide.Factory factory) throws IOException {
        world = new World(settings);
        side = factory.open(settings, world);
        world.connect(side);
        journal = new Journal<>(settings.recordCalls());
        front = new Front(world, new Methods(world, this::gatewayUrl), side, faults, journal);
        server.setServerSocketFactory(new QuickSockets());
        server.setDispatcher(forgetful(server, front));
        server.start(InetAddress.getLoopbackAddress(), settings.port());
    }

    /** The server would keep each request for ever, for somebody who never asks. */
    private static Dispatcher forgetful(MockWebServer server, Front front) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest sent) throws InterruptedException {
                var _ = server.takeRequest(0, TimeUnit.MILLISECONDS);
                return front.dispatch(sent);
            }
        };
    }

    public static DiscordApi start() {
        return start(Settings.defaults());
    }

    public static DiscordApi start(Settings settings) {
        return start(settings, GatewaySettings.standard(settings.tokens()));
    }

    public static DiscordApi start(Settings settings, GatewaySettings gateway) {
        DiscordApi api = start(settings, (_, greeting) -> new Gateway(gateway, greeting));
        api.gateway().onIntents(intents -> api.world.messageContentGranted(GatewayIntents.hasMessageContent(intents)));
        return api;
    }

    static DiscordApi start(Settings settings, WebSocketSide.Factory gateway) {
        try {
            return new DiscordApi(settings, gateway);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address that the routes of the REST API are added to; it ends with a slash. */
    public String url() {
        return "http://127.0.0.1:" + server.getPort() + "/api/v10/";
    }

    public String gatewayUrl() {
        return "ws://127.0.0.1:" + server.getPort() + "/gateway";
    }

    /** One that is accepted. */
    public String token() {
        return world.settings().tokens().stream().findFirst().orElse("x");
    }

    /** The bot's, and its application's. */
    public long botId() {
        return world.botId();
    }

    public String botName() {
        return world.settings().botName();
    }

    /** Somebody with an account; the same one for the same name. The bot may write to who shares a server with it. */
    public Person person(String name, String locale) {
        return world.person(name, locale);
    }

    /** A server that the bot is in, with a channel "general". */
    public Server server(String name, Person... members) {
        return world.server(name, true, List.of(members));
    }

    /** A server that the bot is not in; the app comes along with those who have installed it. */
    public Server foreignServer(String name, Person... members) {
        return world.server(name, false, List.of(members));
    }

    /** Direct messages between two people, without the bot. */
    public Channel friends(Person one, Person other) {
        return world.newChannel(
                Channel.Kind.FRIENDS_DM,
                one.name() + " and " + other.name(),
                Optional.empty(),
                Optional.empty(),
                List.of(one, other));
    }

    /** A group of people who write to each other, without the bot. */
    public Channel groupDm(String name, Person... people) {
        return world.newChannel(Channel.Kind.GROUP_DM, name, Optional.empty(), Optional.empty(), List.of(people));
    }

    public List<Server> servers() {
        return List.copyOf(world.servers());
    }

    /** The developer turns the privileged intent on or off; whether a client asks for it is another question. */
    public void setMayHaveMessageContent(boolean may) {
        world.setMayHaveMessageContent(may);
    }

    /** Whether the content of all messages is told to the bot from now on. */
    public void messageContentGranted(boolean granted) {
        world.messageContentGranted(granted);
    }

    /** The latest calls, oldest first. */
    public List<Call> calls() {
        return journal.calls();
    }

    /** The latest calls of one route, by the name of its official operation such as {@code create_message}. */
    public List<Call> calls(String route) {
        return calls().stream().filter(call -> call.route().equals(route)).toList();
    }

    /** What the bot asked against the documentation, of the API and of the gateway. */
    public List<String> violations() {
        List<String> atGateway = side instanceof Gateway gateway ? gateway.violations() : List.of();
        return Stream.concat(journal.violations().stream(), atGateway.stream()).toList();
    }

    /** The other half, where there is one. */
    public Gateway gateway() {
        if (side instanceof Gateway gateway) {
            return gateway;
        }
        throw new IllegalStateException("this one was started without a gateway");
    }

    /** The commands as they are published. */
    public List<JsonNode> commands() {
        return world.commands().valueStream().toList();
    }

    /** What is to go wrong. */
    public Faults faults() {
        return faults;
    }

    /** No call gets an answer any more, while the gateway goes on. */
    public void cutOff() {
        front.setCutOff(true);
    }

    public void restore() {
        front.setCutOff(false);
    }

    public void setAnswerDelay(Duration delay) {
        front.setAnswerDelay(delay);
    }

    /** The content of an uploaded file. */
    public Optional<byte[]> content(Attachment attachment) {
        return world.file(attachment.sha256()).map(Blob::bytes);
    }

    /** Is told what the bot does from now on. */
    public void watch(Watcher watcher) {
        world.watch(watcher);
    }

    @Override
    public void close() {
        front.close();
        side.close();
        server.close();
    }
}
