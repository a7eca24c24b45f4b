package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Blob;
import dev.limber.testkit.http.Json;
import dev.limber.testkit.http.Upload;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The people, the servers and the bot. Safe for use by many threads. */
final class World implements Greeting {
    /** GATEWAY_MESSAGE_CONTENT_LIMITED: what an app has that may ask for the content of messages. */
    private static final int CONTENT_FLAG = 1 << 19;

    private final Settings settings;
    private final Snowflakes ids;
    private final long botId;
    private final Acts acts = new Acts(this);
    private final Interactions interactions = new Interactions();
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<Long, Person> peopleById = new ConcurrentHashMap<>();
    private final Map<Long, Channel> channels = new ConcurrentHashMap<>();
    private final List<Server> servers = new CopyOnWriteArrayList<>();
    private final Map<String, Blob> files = new ConcurrentHashMap<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private volatile ArrayNode commands = Json.array();
    private volatile Events events = (type, data, guild) -> {};
    private volatile boolean mayHaveContent;
    private volatile boolean contentGranted;

    World(Settings settings) {
        this.settings = settings;
        this.ids = new Snowflakes(settings.clock());
        this.botId = ids.next();
    }

    /** What happens is told there from now on. */
    void connect(Events listener) {
        events = listener;
    }

    Settings settings() {
        return settings;
    }

    Snowflakes ids() {
        return ids;
    }

    Instant now() {
        return settings.clock().instant();
    }

    /** The bot's, and its application's. */
    long botId() {
        return botId;
    }

    String botMention() {
        return "<@" + botId + ">";
    }

    Acts acts() {
        return acts;
    }

    Interactions interactions() {
        return interactions;
    }

    void tell(String type, JsonNode data, OptionalLong guild) {
        events.tell(type, (ObjectNode) data, guild);
    }

    void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    void watch(Consumer<Watcher> what) {
        watchers.forEach(what);
    }

    /** Whether the developer has turned on the privileged intent. */
    void setMayHaveMessageContent(boolean may) {
        mayHaveContent = may;
    }

    @Override
    public boolean mayHaveMessageContent() {
        return mayHaveContent;
    }

    /** Whether the client has asked for the intent, and got it. */
    void messageContentGranted(boolean granted) {
        contentGranted = granted;
    }

    boolean isMessageContentGranted() {
        return contentGranted;
    }

    Person person(String name, String locale) {
        return people.computeIfAbsent(name, _ -> {
            Person made = new Person(this, name, locale);
            peopleById.put(made.id(), made);
            return made;
        });
    }

    Optional<Person> findPerson(long id) {
        return Optional.ofNullable(peopleById.get(id));
    }

    Server server(String name, boolean withBot, List<Person> members) {
        Server made = new Server(this, name, withBot, members);
        servers.add(made);
        made.tell("GUILD_CREATE", Forms.guild(made));
        return made;
    }

    List<Server> servers() {
        return servers;
    }

    Optional<Server> findServer(long id) {
        return servers.stream().filter(each -> each.id() == id).findFirst();
    }

    Channel newChannel(
            Channel.Kind kind, String name, Optional<Server> server, Optional<Channel> parent, List<Person> sharers) {
        Channel made = new Channel(this, kind, name, server, parent, sharers);
        channels.put(made.id(), made);
        return made;
    }

    void forget(Channel channel) {
        channels.remove(channel.id());
    }

    Optional<Channel> findChannel(long id) {
        return Optional.ofNullable(channels.get(id));
    }

    List<Channel> channels() {
        return List.copyOf(channels.values());
    }

    /** The commands as they are published. */
    ArrayNode commands() {
        return commands;
    }

    void publish(ArrayNode published) {
        commands = published;
    }

    void keep(Upload upload) {
        files.put(upload.sha256(), upload.content());
    }

    Optional<Blob> file(String sha256) {
        return Optional.ofNullable(files.get(sha256));
    }

    @Override
    public ObjectNode bot() {
        return Forms.bot(this).put("mfa_enabled", true).put("verified", true).putNull("email");
    }

    @Override
    public ObjectNode application() {
        return Json.object().put("id", Long.toString(botId)).put("flags", applicationFlags());
    }

    int applicationFlags() {
        return mayHaveContent ? CONTENT_FLAG : 0;
    }

    @Override
    public List<ObjectNode> guilds() {
        return servers.stream().filter(Server::hasBot).map(Forms::guild).toList();
    }
}
