package dev.limber.discord.standin;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What is to go wrong; routes have the names of the official operations, {@code *} is any. Safe for use by many threads. */
public final class Faults {
    private static final String ANY = "*";

    private final Map<String, Queue<Fault>> byRoute = new HashMap<>();
    private final Map<Long, Queue<Fault>> byChannel = new HashMap<>();
    private final Map<String, Fault> lasting = new HashMap<>();
    /** Nothing is planned nearly always; then no call has to wait for another one. */
    private volatile boolean none = true;

    Faults() {}

    /** The next calls of a route go wrong, in this order. */
    public synchronized void next(String route, Fault... faults) {
        byRoute.computeIfAbsent(known(route), _ -> new ArrayDeque<>()).addAll(List.of(faults));
        none = false;
    }

    /** The next calls about this channel go wrong, in this order. */
    public synchronized void next(Channel channel, Fault... faults) {
        byChannel.computeIfAbsent(channel.id(), _ -> new ArrayDeque<>()).addAll(List.of(faults));
        none = false;
    }

    /** All calls of a route go wrong until {@link #heal}. */
    public synchronized void always(String route, Fault fault) {
        lasting.put(known(route), fault);
        none = false;
    }

    /** Nothing goes wrong any more. */
    public synchronized void heal() {
        byRoute.clear();
        byChannel.clear();
        lasting.clear();
        none = true;
    }

    /** What goes wrong with this call; the channel's faults come first, lasting ones last. */
    Optional<Fault> take(Request request) {
        return none ? Optional.empty() : planned(request);
    }

    private synchronized Optional<Fault> planned(Request request) {
        String route = request.route().name();
        return poll(byChannel.get(request.id("channel_id").orElse(0)))
                .or(() -> poll(byRoute.get(route)))
                .or(() -> poll(byRoute.get(ANY)))
                .or(() -> Optional.ofNullable(lasting.get(route)))
                .or(() -> Optional.ofNullable(lasting.get(ANY)));
    }

    private static Optional<Fault> poll(@Nullable Queue<Fault> queue) {
        return queue == null ? Optional.empty() : Optional.ofNullable(queue.poll());
    }

    private static String known(String route) {
        if (!route.equals(ANY) && !Table.TABLE.hasRoute(route)) {
            throw new IllegalArgumentException("There is no route " + route);
        }
        return route;
    }
}
