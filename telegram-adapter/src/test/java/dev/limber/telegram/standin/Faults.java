package dev.limber.telegram.standin;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What is to go wrong. Safe for use by many threads. */
final class Faults {
    private static final String ANY = "*";

    private final Map<String, Queue<Fault>> byMethod = new HashMap<>();
    private final Map<Long, Queue<Fault>> byRoom = new HashMap<>();
    private final Map<String, Fault> lasting = new HashMap<>();
    /** Nothing is planned nearly always; then no call has to wait for another one. */
    private volatile boolean none = true;

    synchronized void next(String method, List<Fault> faults) {
        byMethod.computeIfAbsent(key(method), _ -> new ArrayDeque<>()).addAll(faults);
        none = false;
    }

    synchronized void next(Room room, List<Fault> faults) {
        byRoom.computeIfAbsent(room.id(), _ -> new ArrayDeque<>()).addAll(faults);
        none = false;
    }

    synchronized void always(String method, Fault fault) {
        lasting.put(key(method), fault);
        none = false;
    }

    synchronized void heal() {
        byMethod.clear();
        byRoom.clear();
        lasting.clear();
        none = true;
    }

    /** What goes wrong with this call; the chat's faults come first, lasting ones last. */
    Optional<Fault> take(String method, Optional<Room> room) {
        return none ? Optional.empty() : planned(key(method), room);
    }

    private synchronized Optional<Fault> planned(String method, Optional<Room> room) {
        return room.flatMap(each -> poll(byRoom.get(each.id())))
                .or(() -> poll(byMethod.get(method)))
                .or(() -> poll(byMethod.get(ANY)))
                .or(() -> Optional.ofNullable(lasting.get(method)))
                .or(() -> Optional.ofNullable(lasting.get(ANY)));
    }

    private static Optional<Fault> poll(@Nullable Queue<Fault> queue) {
        return queue == null ? Optional.empty() : Optional.ofNullable(queue.poll());
    }

    private static String key(String method) {
        if (!method.equals(ANY) && Table.TABLE.method(method).isEmpty()) {
            throw new IllegalArgumentException("There is no method " + method);
        }
        return method.toLowerCase(Locale.ROOT);
    }
}
