package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A chat. Its own lock guards what is in it; updates are queued under it, so that they keep the order of the chat. */
public final class Room {
    /** What kind of chat it is. */
    enum Type {
        PRIVATE,
        GROUP,
        SUPERGROUP,
        FORUM;

        String json() {
            return this == FORUM ? "supergroup" : name().toLowerCase(Locale.ROOT);
        }
    }

    private final World world;
    private final long id;
    private final Type type;
    private final String title;
    private final AtomicInteger messageIds;
    private final Set<Person> members = new HashSet<>();
    private final Set<Person> admins = new HashSet<>();
    private final Topics topics = new Topics();
    private final Map<Integer, Posted> messages = new LinkedHashMap<>();
    private boolean botSpokeLast;
    private boolean kicked;
    private Optional<Room> migratedTo = Optional.empty();

    Room(World world, long id, Type type, String title, List<Person> members, AtomicInteger messageIds) {
        this.world = world;
        this.id = id;
        this.type = type;
        this.title = title;
        this.messageIds = messageIds;
        this.members.addAll(members);
    }

    public long id() {
        return id;
    }

    /** The person's first name where it is private. */
    public String title() {
        return title;
    }

    Type type() {
        return type;
    }

    World world() {
        return world;
    }

    public boolean isPrivate() {
        return type == Type.PRIVATE;
    }

    /** The messages of the bot that are there now, oldest first. */
    public List<Posted> posted() {
        return everything().stream()
                .filter(each -> each.isByBot() && each.extras().isEmpty())
                .toList();
    }

    /** The newest message of the bot. */
    public Posted last() {
        List<Posted> posted = posted();
        if (posted.isEmpty()) {
            throw new NoSuchElementException("The bot has said nothing in " + title);
        }
        return posted.getLast();
    }

    /** All messages that are there now, oldest first. */
    public synchronized List<Posted> everything() {
        return new ArrayList<>(messages.values());
    }

    /** Waits until the bot has at least so many messages here. */
    public List<Posted> awaitPosted(int count) {
        Awaitility.await("messages in " + title)
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(10))
                .until(() -> posted().size() >= count);
        return posted();
    }

    /** Waits until the newest message of the bot is like this. */
    public Posted awaitLast(Predicate<Posted> condition) {
        return Awaitility.await("a message in " + title)
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> posted().isEmpty()
                                ? Optional.<Posted>empty()
                                : Optional.of(last()).filter(condition),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The id of the topic with this name. */
    public synchronized int topic(String name) {
        return topics.id(name);
    }

    synchronized void openTopic(String name, Person by) {
        ObjectNode created = Json.object();
        created.putObject("forum_topic_created").put("name", name).put("icon_color", 7322096);
        Posted root = add(
                new Posted.Frame(this, Optional.of(by), OptionalInt.empty(), Optional.empty()),
                Posted.Content.text(""),
                created);
        topics.open(name, root);
    }

    /** Only people can write there from now on. */
    public synchronized void closeTopic(int topic) {
        topics.close(topic);
        ObjectNode closed = Json.object();
        closed.putObject("forum_topic_closed");
        service(anyone(), OptionalInt.of(topic), closed);
    }

    /** The topic and all that was said in it are gone. */
    public synchronized void deleteTopic(int topic) {
        topics.delete(topic);
        List<Posted> gone = messages.values().stream()
                .filter(each -> each.messageId() == topic || each.topic().equals(OptionalInt.of(topic)))
                .toList();
        gone.forEach(each -> remove(each.messageId()));
    }

    /** The group becomes a supergroup, with another id and no messages; this one answers to nothing any more. */
    public synchronized Room migrate() {
        if (type != Type.GROUP) {
            throw new IllegalStateException(title + " is no basic group");
        }
        Room supergroup = world.group(Type.SUPERGROUP, title, List.copyOf(members));
        supergroup.adopt(admins);
        service(anyone(), OptionalInt.empty(), Json.object().put("migrate_to_chat_id", supergroup.id()));
        migratedTo = Optional.of(supergroup);
        supergroup.service(anyone(), OptionalInt.empty(), Json.object().put("migrate_from_chat_id", id));
        return supergroup;
    }

    private synchronized void adopt(Set<Person> managers) {
        admins.addAll(managers);
    }

    /** The bot is thrown out. */
    public synchronized void kickBot() {
        kicked = true;
        world.updates().add("my_chat_member", Forms.botMembership(this, anyone(), "member", "kicked"));
    }

    /** The bot is added again. */
    public synchronized void addBot(Person by) {
        kicked = false;
        world.updates().add("my_chat_member", Forms.botMembership(this, by, "left", "member"));
        ObjectNode joined = Json.object();
        joined.putArray("new_chat_members").add(Forms.bot(world));
        service(by, OptionalInt.empty(), joined);
    }

    public synchronized void makeAdmin(Person person) {
        members.add(person);
        admins.add(person);
    }

    public synchronized void join(Person... people) {
        members.addAll(Arrays.asList(people));
    }

    /** As a ChatMember has it. */
    synchronized String statusOf(Person person) {
        if (admins.contains(person)) {
            return "administrator";
        }
        return members.contains(person) ? "member" : "left";
    }

    private Person anyone() {
        return members.stream().findFirst().orElseThrow(() -> new IllegalStateException(title + " has no members"));
    }

    /** Whether the bot may act here. */
    synchronized void checkReachable() {
        if (migratedTo.isPresent()) {
            throw Refusal.migrated(
                    400,
                    "Bad Request: group chat was upgraded to a supergroup chat",
                    migratedTo.stream().mapToLong(Room::id).findFirst());
        }
        if (isPrivate()) {
            anyone().checkReachable();
        } else if (kicked) {
            String kind = type == Type.GROUP ? "group" : "supergroup";
            throw Refusal.of(403, "Forbidden: bot was kicked from the " + kind + " chat");
        }
    }

    /** Whether the bot may post into this topic. */
    synchronized void checkTopic(OptionalInt topic) {
        if (topic.isEmpty()) {
            return;
        }
        int id = topic.getAsInt();
        boolean thread = type == Type.SUPERGROUP && messages.containsKey(id);
        if (!topics.has(id) && !thread) {
            throw Refusal.bad("message thread not found");
        }
        if (topics.isClosed(id)) {
            throw Refusal.bad("TOPIC_CLOSED");
        }
    }

    boolean isTopic(OptionalInt thread) {
        return type == Type.FORUM && thread.isPresent();
    }

    /** In a forum what replies to nothing replies to the message that opened its topic. */
    synchronized Optional<Posted> rootOf(OptionalInt topic) {
        return topics.root(topic);
    }

    synchronized Optional<Posted> find(int messageId) {
        return Optional.ofNullable(messages.get(messageId));
    }

    synchronized void remove(int messageId) {
        Posted removed = messages.remove(messageId);
        if (removed != null) {
            removed.markDeleted();
        }
    }

    synchronized Posted add(Posted.Frame frame, Posted.Content content, ObjectNode extras) {
        Posted made = new Posted(frame, messageIds.incrementAndGet(), world.now(), content, extras);
        messages.put(made.messageId(), made);
        botSpokeLast = made.isByBot();
        if (messages.size() > world.settings().keepMessages()) {
            remove(messages.keySet().iterator().next());
        }
        return made;
    }

    /** A message of a person, which the bot may or may not get to see. */
    synchronized Posted say(Posted.Frame frame, Posted.Content content, ObjectNode extras) {
        boolean heard = hears(frame, content.rendered().text());
        Posted said = add(frame, content, extras);
        if (heard) {
            world.updates().add("message", Forms.message(said));
        }
        return said;
    }

    synchronized void update(Posted edited) {
        if (hears(new Posted.Frame(this, edited.author(), edited.topic(), edited.repliesTo()), edited.text())) {
            world.updates().add("edited_message", Forms.message(edited));
        }
    }

    synchronized void service(Person by, OptionalInt topic, ObjectNode extras) {
        Posted said =
                add(new Posted.Frame(this, Optional.of(by), topic, Optional.empty()), Posted.Content.text(""), extras);
        world.updates().add("message", Forms.message(said));
    }

    private boolean hears(Posted.Frame frame, String text) {
        return !kicked && migratedTo.isEmpty() && Hearing.hears(frame, text, botSpokeLast);
    }
}
