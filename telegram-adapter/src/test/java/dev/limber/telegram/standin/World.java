package dev.limber.telegram.standin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The people, the chats and the bot. Safe for use by many threads. */
final class World {
    private static final int PRESSES_KEPT = 20_000;

    private final Settings settings;
    private final Updates updates;
    private final FileStore files = new FileStore();
    private final CommandMenu menu = new CommandMenu();
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<Long, Room> rooms = new ConcurrentHashMap<>();
    private final Map<String, Press> presses = new LinkedHashMap<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final AtomicLong botId = new AtomicLong();
    // Ids of people and groups do not fit into 32 bits.
    private final AtomicLong personIds = new AtomicLong(5_000_000_000L);
    private final AtomicLong groupIds = new AtomicLong(4_000_000_000L);
    private final AtomicLong queryIds = new AtomicLong(7_000_000_000_000_000_000L);
    /** Private chats and basic groups count their messages together. */
    private final AtomicInteger messageIds = new AtomicInteger(100);

    private volatile boolean privacy = true;

    World(Settings settings) {
        this.settings = settings;
        this.updates = new Updates(settings.clock());
        actAs(settings.token());
    }

    /** The bot is the one whose token this is. */
    void actAs(String token) {
        botId.set(Long.parseLong(token.substring(0, token.indexOf(':'))));
    }

    Settings settings() {
        return settings;
    }

    Instant now() {
        return settings.clock().instant();
    }

    Updates updates() {
        return updates;
    }

    FileStore files() {
        return files;
    }

    CommandMenu menu() {
        return menu;
    }

    long botId() {
        return botId.get();
    }

    boolean privacy() {
        return privacy;
    }

    void setPrivacy(boolean on) {
        privacy = on;
    }

    void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    void tell(Consumer<Watcher> what) {
        watchers.forEach(what);
    }

    Person person(String name, String languageCode, boolean started) {
        return people.computeIfAbsent(name, _ -> {
            Person made = new Person(this, personIds.incrementAndGet(), name, languageCode, started);
            rooms.put(made.id(), made.privately());
            return made;
        });
    }

    Optional<Person> findPerson(long id) {
        return people.values().stream().filter(each -> each.id() == id).findAny();
    }

    Room group(Room.Type type, String title, List<Person> members) {
        long number = groupIds.incrementAndGet();
        long id = type == Room.Type.GROUP ? -number : -1_000_000_000_000L - number;
        Room made = new Room(this, id, type, title, members, counter(type));
        rooms.put(id, made);
        return made;
    }

    /** Each supergroup counts its own messages. */
    AtomicInteger counter(Room.Type type) {
        return type == Room.Type.PRIVATE || type == Room.Type.GROUP ? messageIds : new AtomicInteger();
    }

    Optional<Room> room(long id) {
        return Optional.ofNullable(rooms.get(id));
    }

    List<Room> rooms() {
        return new ArrayList<>(rooms.values());
    }

    Press press(Person person) {
        Press press = new Press(Long.toString(queryIds.incrementAndGet()), person, now());
        synchronized (presses) {
            presses.put(press.id(), press);
            if (presses.size() > PRESSES_KEPT) {
                presses.remove(presses.keySet().iterator().next());
            }
        }
        return press;
    }

    Optional<Press> findPress(String id) {
        synchronized (presses) {
            return Optional.ofNullable(presses.get(id));
        }
    }
}
