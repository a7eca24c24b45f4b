package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A place for messages. Its own lock guards what is in it; events are told under it, so that they keep its order. */
public final class Channel {
    /** What kind of channel it is; the numbers are the API's. */
    public enum Kind {
        TEXT(0, 0),
        BOT_DM(1, 1),
        /** Between two people; the bot is not in it. */
        FRIENDS_DM(1, 2),
        /** Between some people; the bot is not in it. */
        GROUP_DM(3, 2),
        THREAD(11, 0);

        private final int type;
        private final int context;

        Kind(int type, int context) {
            this.type = type;
            this.context = context;
        }

        int type() {
            return type;
        }

        int context() {
            return context;
        }
    }

    private final World world;
    private final long id;
    private final Kind kind;
    private final String name;
    private final Optional<Server> server;
    private final Optional<Channel> parent;
    private final List<Person> people;
    private final Map<Long, Posted> messages = new LinkedHashMap<>();
    private final Nonces nonces;
    private volatile Set<Permission> forbidden = Set.of();
    private int typings;

    Channel(
            World world,
            Kind kind,
            String name,
            Optional<Server> server,
            Optional<Channel> parent,
            List<Person> people) {
        this.world = world;
        this.id = world.ids().next();
        this.kind = kind;
        this.name = name;
        this.server = server;
        this.parent = parent;
        this.people = List.copyOf(people);
        this.nonces = new Nonces(world);
    }

    public long id() {
        return id;
    }

    /** The person's name where it is a direct message. */
    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** Empty for direct messages. */
    public Optional<Server> server() {
        return server;
    }

    /** Where a thread hangs. */
    public Optional<Channel> parent() {
        return parent;
    }

    /** Those who share a private channel. */
    List<Person> people() {
        return people;
    }

    World world() {
        return world;
    }

    /** A new thread below this channel. */
    public Channel openThread(String title) {
        return server.orElseThrow(() -> new IllegalStateException("There are no threads in direct messages"))
                .openThread(this, title);
    }

    /** The channel and all that was said in it are gone. */
    public void delete() {
        server.orElseThrow(() -> new IllegalStateException("Direct messages stay"))
                .close(this);
        world.forget(this);
    }

    /** What the bot may not do here from now on. */
    public void forbid(Permission... permissions) {
        change(set -> set.addAll(List.of(permissions)));
    }

    public void allow(Permission... permissions) {
        change(set -> set.removeAll(List.of(permissions)));
    }

    private void change(Consumer<Set<Permission>> how) {
        synchronized (this) {
            Set<Permission> changed = EnumSet.noneOf(Permission.class);
            changed.addAll(forbidden);
            how.accept(changed);
            forbidden = Set.copyOf(changed);
        }
        server.ifPresent(each -> each.tell("CHANNEL_UPDATE", Forms.channel(this)));
    }

    /** What the bot may not do here; a thread is as the channel above it. Read without a lock, as events are told. */
    Set<Permission> forbidden() {
        return parent.map(Channel::forbidden).orElse(forbidden);
    }

    boolean botMay(Permission permission) {
        return server.isEmpty() || !forbidden().contains(permission);
    }

    /** Whether the bot is here and sees what is said. */
    boolean isHeard() {
        return kind == Kind.BOT_DM || (server.filter(Server::hasBot).isPresent() && botMay(Permission.VIEW_CHANNEL));
    }

    /** @throws IllegalStateException where the person is not here */
    void checkSeenBy(Person person) {
        boolean here = server.map(each -> each.has(person)).orElseGet(() -> people.contains(person));
        if (!here) {
            throw new IllegalStateException(person + " is not in " + name);
        }
    }

    /** Whether the bot may read here by its own right. */
    void checkReadable() {
        if (!isHeard()) {
            throw Refusal.of(Trouble.MISSING_ACCESS);
        }
    }

    /** Whether the bot may write here by its own right. */
    void checkWritable(boolean withFiles) {
        checkReadable();
        if (kind == Kind.BOT_DM) {
            people.forEach(Person::checkReachable);
        }
        Permission send = kind == Kind.THREAD ? Permission.SEND_MESSAGES_IN_THREADS : Permission.SEND_MESSAGES;
        if (!botMay(send) || (withFiles && !botMay(Permission.ATTACH_FILES))) {
            throw Refusal.of(Trouble.MISSING_PERMISSIONS);
        }
    }

    /** The messages of the bot that are there now, oldest first; those that only one person sees are among them. */
    public List<Posted> posted() {
        return everything().stream().filter(Posted::isByBot).toList();
    }

    /** All that a person sees, oldest first. */
    public List<Posted> seenBy(Person person) {
        checkSeenBy(person);
        return everything().stream().filter(each -> each.isSeenBy(person)).toList();
    }

    /** The newest message of the bot. */
    public Posted last() {
        List<Posted> posted = posted();
        if (posted.isEmpty()) {
            throw new NoSuchElementException("The bot has said nothing in " + name);
        }
        return posted.getLast();
    }

    synchronized List<Posted> everything() {
        return new ArrayList<>(messages.values());
    }

    /** Waits until the bot has at least so many messages here. */
    public List<Posted> awaitPosted(int count) {
        Patience.await("messages in " + name).until(() -> posted().size() >= count);
        return posted();
    }

    /** Waits until the newest message of the bot is like this. */
    public Posted awaitLast(Predicate<Posted> condition) {
        return Patience.await("a message in " + name)
                .until(
                        () -> posted().isEmpty()
                                ? Optional.<Posted>empty()
                                : Optional.of(last()).filter(condition),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** How often the bot has shown that it is typing. */
    public synchronized int typings() {
        return typings;
    }

    synchronized void typing() {
        typings++;
    }

    synchronized Optional<Posted> find(long messageId) {
        return Optional.ofNullable(messages.get(messageId));
    }

    Nonces nonces() {
        return nonces;
    }

    /** A message is there from now on, and the bot is told where it may see it. */
    synchronized Posted say(Posted.Frame frame, Content content) {
        return say(frame, content, false, "");
    }

    synchronized Posted say(Posted.Frame frame, Content content, boolean thinking, String nonce) {
        Posted said = new Posted(frame, world.ids().next(), world.now(), content, thinking);
        messages.put(said.id(), said);
        if (messages.size() > world.settings().keepMessages()) {
            messages.remove(messages.keySet().iterator().next());
        }
        tell("MESSAGE_CREATE", said, nonce);
        if (said.isByBot()) {
            world.watch(watcher -> watcher.posted(said));
        }
        return said;
    }

    synchronized void edit(Posted message, Content content) {
        message.edit(content, world.now());
        tell("MESSAGE_UPDATE", message, "");
        if (message.isByBot()) {
            world.watch(watcher -> watcher.edited(message));
        }
    }

    synchronized void remove(Posted message) {
        messages.remove(message.id());
        message.markDeleted();
        if (isHeard() && !message.isEphemeral()) {
            ObjectNode gone =
                    Json.object().put("id", Long.toString(message.id())).put("channel_id", Long.toString(id));
            server.ifPresent(each -> gone.put("guild_id", Long.toString(each.id())));
            world.tell("MESSAGE_DELETE", gone, guild());
        }
        if (message.isByBot()) {
            world.watch(watcher -> watcher.deleted(message));
        }
    }

    private void tell(String type, Posted message, String nonce) {
        if (isHeard() && !message.isEphemeral()) {
            ObjectNode data = MessageForms.event(message);
            if (!nonce.isEmpty()) {
                data.put("nonce", nonce);
            }
            world.tell(type, data, guild());
        }
    }

    /** The server that decides on the shard. */
    OptionalLong guild() {
        return server.filter(Server::hasBot).stream().mapToLong(Server::id).findFirst();
    }

    @Override
    public String toString() {
        return server.map(each -> each.name() + "/").orElse("") + name;
    }
}
