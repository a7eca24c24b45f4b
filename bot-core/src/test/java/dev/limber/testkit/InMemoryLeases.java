package dev.limber.testkit;

import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.Beat;
import dev.limber.core.runtime.Pulse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Who is alive among the instances on an {@link InMemoryStore}, and who has which tenure; guarded by its lock. */
final class InMemoryLeases {
    private static final Duration FOR_EVER = Duration.ofDays(10_000);
    private static final Duration MARGIN = Duration.ofMillis(500);

    private final Map<String, Instance> instances = new HashMap<>();
    private final Map<Platform, Seat> seats = new HashMap<>();
    private final Optional<InstantSource> clock;

    private record Instance(Instant aliveUntil, Map<Platform, Long> sent) {}

    private record Seat(String holder, long fence, Instant aliveAt, Instant expires) {}

    /** @param clock by which signs of life expire; without it there is one instance, and they do not */
    InMemoryLeases(Optional<InstantSource> clock) {
        this.clock = clock;
    }

    /** @param adopt takes over what is owed on a platform by instances that are gone; whether there was any */
    Pulse beat(String instance, Beat beat, BiPredicate<Platform, Set<String>> adopt) {
        Instant now = clock.map(InstantSource::instant).orElse(beat.now());
        Instance before = instances.get(instance);
        boolean lapsed =
                clock.isPresent() && before != null && !before.aliveUntil().isAfter(now);
        instances.put(instance, new Instance(clock.isPresent() ? now.plus(beat.ttl()) : Instant.MAX, beat.serves()));
        var tenures = new HashMap<Platform, Pulse.Tenure>();
        var adopted = new HashSet<Platform>();
        var others = new HashMap<Platform, Long>();
        var all = new HashSet<>(beat.seeks());
        all.addAll(beat.serves().keySet());
        for (Platform platform : all) {
            take(platform, instance, now, beat).ifPresent(tenure -> tenures.put(platform, tenure));
            if (tenures.containsKey(platform)) {
                boolean more = adopt.test(platform, serving(platform, now));
                if (bury(platform, now) || more) {
                    adopted.add(platform);
                }
            }
            others.put(platform, sentByOthers(platform, instance, now));
        }
        Duration validFor = clock.isPresent() ? beat.ttl().minus(MARGIN) : FOR_EVER;
        return new Pulse(validFor, tenures, others, adopted, lapsed);
    }

    private Optional<Pulse.Tenure> take(Platform platform, String instance, Instant now, Beat beat) {
        Seat seat = seats.get(platform);
        Instant expires = clock.isPresent() ? now.plus(beat.ttl()) : Instant.MAX;
        boolean again = clock.isPresent() && beat.expired().contains(platform);
        if (seat != null && seat.holder().equals(instance) && seat.expires().isAfter(now) && !again) {
            seats.put(platform, new Seat(instance, seat.fence(), now, expires));
            return Optional.of(new Pulse.Tenure(seat.fence(), Optional.empty()));
        }
        if (seat != null && seat.expires().isAfter(now) && !seat.holder().equals(instance)) {
            return Optional.empty();
        }
        long fence = seat == null ? 1 : seat.fence() + 1;
        seats.put(platform, new Seat(instance, fence, now, expires));
        return Optional.of(new Pulse.Tenure(fence, Optional.ofNullable(seat).map(Seat::aliveAt)));
    }

    private Set<String> alive(Instant now) {
        var alive = new HashSet<String>();
        instances.forEach((name, instance) -> {
            if (instance.aliveUntil().isAfter(now)) {
                alive.add(name);
            }
        });
        return alive;
    }

    private Set<String> serving(Platform platform, Instant now) {
        Set<String> serving = alive(now);
        serving.removeIf(
                name -> !Objects.requireNonNull(instances.get(name)).sent().containsKey(platform));
        return serving;
    }

    private boolean bury(Platform platform, Instant now) {
        boolean any = false;
        for (var each : Map.copyOf(instances).entrySet()) {
            if (!each.getValue().aliveUntil().isAfter(now)
                    && each.getValue().sent().containsKey(platform)) {
                var others = new HashMap<>(each.getValue().sent());
                others.remove(platform);
                instances.put(each.getKey(), new Instance(each.getValue().aliveUntil(), others));
                any = true;
            }
        }
        return any;
    }

    private long sentByOthers(Platform platform, String instance, Instant now) {
        return alive(now).stream()
                .filter(name -> !name.equals(instance))
                .mapToLong(name ->
                        Objects.requireNonNull(instances.get(name)).sent().getOrDefault(platform, 0L))
                .sum();
    }

    boolean isTenure(Platform platform, String instance, long fence) {
        Seat seat = seats.get(platform);
        return seat != null && seat.holder().equals(instance) && seat.fence() == fence;
    }

    /** An instance gives up what it has. */
    void leave(String instance) {
        instances.computeIfPresent(instance, (_, gone) -> new Instance(Instant.MIN, gone.sent()));
        seats.replaceAll((_, seat) ->
                seat.holder().equals(instance) ? new Seat(instance, seat.fence(), seat.aliveAt(), Instant.MIN) : seat);
    }
}
