package dev.limber.discord.standin;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the calls of each route, for each channel or token. Real time counts here. */
final class Paces {
    /** What is answered where nothing is limited: nobody ever comes near it. */
    private static final Route.Pace GENEROUS = new Route.Pace(10_000, 1);

    private final boolean kept;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    private record Window(long endNanos, int used) {}

    /** How a route stands after a call. */
    record Standing(String bucket, int limit, int remaining, Duration resetAfter, boolean exceeded) {}

    Paces(boolean kept) {
        this.kept = kept;
    }

    Standing count(Request request) {
        Route route = request.route();
        String bucket = Integer.toHexString(route.name().hashCode());
        if (!kept || route.paced().isEmpty()) {
            return new Standing(
                    bucket, GENEROUS.limit(), GENEROUS.limit() - 1, Duration.ofSeconds(GENEROUS.seconds()), false);
        }
        Route.Pace pace = route.paced().get();
        long now = System.nanoTime();
        String major = request.param("channel_id") + request.param("webhook_token");
        Window window = windows.merge(
                route.name() + ":" + major,
                new Window(now + Duration.ofSeconds(pace.seconds()).toNanos(), 1),
                (old, fresh) -> old.endNanos() - now <= 0 ? fresh : new Window(old.endNanos(), old.used() + 1));
        return new Standing(
                bucket,
                pace.limit(),
                Math.max(0, pace.limit() - window.used()),
                Duration.ofNanos(window.endNanos() - now),
                window.used() > pace.limit());
    }
}
