package dev.limber.app.ops;

import dev.limber.core.chat.OnlinePlatform;
import dev.limber.core.chat.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Since when a platform is there, and when it was last heard of. It stands by until it begins. */
public final class Presence {
    private final Platform id;
    private final InstantSource clock;
    private volatile Optional<Turn> turn = Optional.empty();
    private volatile boolean ended;

    public Presence(Platform id, InstantSource clock) {
        this.id = id;
        this.clock = clock;
    }

    /** While this instance serves it. */
    private static final class Turn {
        final OnlinePlatform platform;
        final Instant begins;
        volatile Optional<Instant> introduced = Optional.empty();

        Turn(OnlinePlatform platform, InstantSource clock) {
            this.platform = platform;
            begins = clock.instant();
            var _ = platform.introduced().thenRun(() -> introduced = Optional.of(clock.instant()));
        }
    }

    /** It is this instance's turn to serve it. */
    public void begins(OnlinePlatform platform) {
        turn = Optional.of(new Turn(platform, clock));
    }

    /** Another instance serves it. */
    public void standsBy() {
        turn = Optional.empty();
    }

    /** It does not want us; another start may help. */
    public void ends() {
        ended = true;
    }

    Platform id() {
        return id;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Since when it is tried; empty while another instance serves it. */
    Optional<Instant> begins() {
        return turn.map(now -> now.begins);
    }

    /** Since when it is served; empty where it has not said yet who we are. */
    Optional<Instant> introduced() {
        return turn.flatMap(now -> now.introduced);
    }

    /** How long ago it was last known to answer; empty before the first time. */
    Optional<Duration> silence(Instant now) {
        return turn.flatMap(current -> current.platform.lastHeard())
                .map(heard -> positive(Duration.between(heard, now)));
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
