package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.limber.testkit.http.Journal;
import dev.limber.testkit.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The Bot API with one bot, some people and their chats, over real HTTP on the loopback. */
public final class BotApi implements AutoCloseable {
    static {
        // Read once by the JDK's server, so before it is used: answers leave at once, idle connections are kept.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
        System.setProperty("sun.net.httpserver.idleInterval", "600");
    }

    private final World world;
    private final Methods methods;
    private final Faults faults = new Faults();
    private final Journal<Call> journal;
    private final Front front;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private BotApi(Settings settings) throws IOException {
        world = new World(settings);
        methods = new Methods(world);
        journal = new Journal<>(settings.recordCalls());
        front = new Front(world, methods, faults, journal);
        listen(settings.port());
    }

    private HttpServer listen(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
        server.setExecutor(executor);
        server.createContext("/", front::handle);
        server.start();
        servers.add(server);
        return server;
    }

    public static BotApi start() {
        return start(Settings.defaults());
    }

    public static BotApi start(Settings settings) {
        try {
            return new BotApi(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To which {@code /bot<token>/<method>} is added. */
    public String url() {
        return "http://127.0.0.1:" + servers.getFirst().getAddress().getPort();
    }

    /**
     * Another way in, so that it can be told who came: all calls say at which port they did.
     *
     * @return the port
     */
    public int openDoor() {
        try {
            return listen(0).getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String token() {
        return world.settings().token();
    }

    public long botId() {
        return world.botId();
    }

    public String username() {
        return world.settings().username();
    }

    /** Somebody whose private chat with the bot has started; the same one for the same name. */
    public Person person(String name, String languageCode) {
        return world.person(name, languageCode, true);
    }

    /** Somebody who has never written to the bot. */
    public Person stranger(String name, String languageCode) {
        return world.person(name, languageCode, false);
    }

    /** A basic group that the bot is in. */
    public Room group(String title, Person... members) {
        return world.group(Room.Type.GROUP, title, List.of(members));
    }

    /** A supergroup that the bot is in. */
    public Room supergroup(String title, Person... members) {
        return world.group(Room.Type.SUPERGROUP, title, List.of(members));
    }

    /** A supergroup with topics, which its first member has opened; their ids are told by {@link Room#topic}. */
    public Room forum(String title, List<String> topics, Person... members) {
        Room forum = world.group(Room.Type.FORUM, title, List.of(members));
        topics.forEach(topic -> forum.openTopic(topic, members[0]));
        return forum;
    }

    /** All chats, private ones included. */
    public List<Room> rooms() {
        return world.rooms();
    }

    /** Whether the bot hears only what is meant for it in groups; it does unless told otherwise. */
    public void setPrivacyMode(boolean on) {
        world.setPrivacy(on);
    }

    /** The latest calls, oldest first. */
    public List<Call> calls() {
        return journal.calls();
    }

    /** The latest calls of one method. */
    public List<Call> calls(String method) {
        return calls().stream()
                .filter(call -> call.method().equalsIgnoreCase(method))
                .toList();
    }

    /** What the bot asked against the documentation. */
    public List<String> violations() {
        return journal.violations();
    }

    /** The next calls of a method go wrong, in this order; {@code *} is any method, polls included. */
    public void fail(String method, Fault... next) {
        faults.next(method, List.of(next));
    }

    /** The next calls about this chat go wrong, in this order. */
    public void failFor(Room room, Fault... next) {
        faults.next(room, List.of(next));
    }

    /** All calls of a method go wrong until {@link #heal}; {@code *} is any method, polls included. */
    public void failAlways(String method, Fault fault) {
        faults.always(method, fault);
    }

    /** Nothing goes wrong any more. */
    public void heal() {
        faults.heal();
    }

    public void setAnswerDelay(Duration delay) {
        front.setAnswerDelay(delay);
    }

    /** How many updates the bot has not confirmed. */
    public int pending() {
        return world.updates().count();
    }

    /** As happens after a quiet week: ids go on from anywhere, lower ones included. */
    public void restartUpdateIdsAt(int id) {
        world.updates().restartIdsAt(id);
    }

    /**
     * An update as it is, whether it makes sense or not.
     *
     * @return its id, which is given where there is none
     */
    public int enqueueRaw(String json) {
        return Json.parse(json)
                .filter(JsonNode::isObject)
                .map(update -> world.updates().addRaw((ObjectNode) update))
                .orElseThrow(() -> new IllegalArgumentException("This is no JSON object: " + json));
    }

    /** The server does not know this file id any more. */
    public void forgetFile(String fileId) {
        world.files().forget(fileId);
    }

    /** The content of an uploaded file. */
    public Optional<byte[]> content(Media media) {
        return world.files().content(media.sha256());
    }

    /** What getWebhookInfo would tell; empty where none is set. */
    public Optional<JsonNode> webhook() {
        return methods.webhook();
    }

    /** All lists of commands that people see. */
    public List<PublishedCommands> commands() {
        return world.menu().all();
    }

    /** The descriptions by command for a type of scope and a language; empty where there is no such list. */
    public Map<String, String> commands(String scope, String language) {
        return commands().stream()
                .filter(each -> each.scope().path("type").asText().equals(scope)
                        && each.language().equals(language))
                .map(PublishedCommands::descriptions)
                .findFirst()
                .orElseGet(Map::of);
    }

    /** Is told what the bot does from now on. */
    public void watch(Watcher watcher) {
        world.watch(watcher);
    }

    @Override
    public void close() {
        front.close();
        methods.close();
        world.updates().close();
        servers.forEach(server -> server.stop(0));
        executor.shutdownNow();
    }
}
