package dev.limber.core.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import dev.failsafe.RateLimiter;
import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Pace;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps the scheduled messages of a platform to its pace. Those that wait for it stand in one queue, one of each line,
 * what was asked for earlier first, and only the first of them has a place of the pace reserved: so the future belongs
 * to answers, which take a place but never wait for it. A message whose chat was written to a moment ago stands aside
 * for that long, and then where it would have stood.
 *
 * <p>Not safe for threads: all is guarded by the lock of the {@link Desk}. The first of the queue waits for its moment
 * on the condition of its line; the others wait there without end, and each is signalled once when it becomes the first.
 * A line leaves the queue in the thread that works on it, and in no other.
 */
final class Pacer {
    /** How long to wait for becoming the first: for ever, the line is signalled. */
    static final long UNTIL_STIRRED = Long.MAX_VALUE;

    /** How far ahead answers take places of the pace; a burst of them holds up what is scheduled for so long. */
    private static final Duration LOOK_AHEAD = Duration.ofSeconds(1);
    /** By a tenth of an interval one may follow the last one sooner, where that one left late. */
    private static final int SLACK = 10;
    /** Beyond this some chats are forgotten early; only then can a gap be too short. */
    private static final int MOST_CHATS = 20_000;
    /** The cache may count the age of an entry from up to a second before it was last written. */
    private static final Duration AGE_TOLERANCE = Duration.ofSeconds(2);

    private final Pace pace;
    private final Optional<RateLimiter<Object>> places;
    /** When something was handed out for a chat last. */
    private final Optional<Cache<Chat, Long>> lastByChat;

    private final TreeMap<DeliveryId, Line> queue = new TreeMap<>(Comparator.comparingLong(DeliveryId::value));
    /** When the first of the queue may leave, whoever that is then. */
    private Optional<Long> reserved = Optional.empty();

    /** When the last nudge was to leave, or not much earlier than it left. */
    private long lastNudge;

    private long answers;

    Pacer(Pace pace) {
        this.pace = pace;
        this.places = pace.between().isZero()
                ? Optional.empty()
                : Optional.of(RateLimiter.smoothBuilder(pace.between()).build());
        Duration longest = pace.betweenPrivate().compareTo(pace.betweenShared()) > 0
                ? pace.betweenPrivate()
                : pace.betweenShared();
        this.lastByChat = longest.isZero() ? Optional.empty() : Optional.of(cache(longest));
        this.lastNudge = System.nanoTime() - pace.between().toNanos();
    }

    /** A chat with all its threads, as a bot sees it. */
    private record Chat(String bot, String chat) {
        static Chat of(Address address) {
            return new Chat(address.bot(), address.chat());
        }
    }

    private static Cache<Chat, Long> cache(Duration longestGap) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_CHATS)
                .expireAfterWrite(longestGap.plus(AGE_TOLERANCE))
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .build();
    }

    /**
     * How long the first parcel of a line must wait for its pace. Puts the line into the queue where it must stand there,
     * and takes it out where it must not.
     *
     * @param now as all times by {@link System#nanoTime}
     * @return nanoseconds; not positive for not at all
     */
    long waitOf(Line line, Parcel first, long now) {
        return switch (first.lane()) {
            case ANSWER -> {
                stepAside(line);
                yield 0;
            }
            case NUDGE -> {
                long ownWait = Math.max(line.heldUntil - now, gapLeft(first, now));
                if (ownWait > 0) {
                    stepAside(line);
                    yield ownWait;
                }
                yield places.isPresent() ? queuedWait(line, first, places.get(), now) : 0;
            }
        };
    }

    private long queuedWait(Line line, Parcel first, RateLimiter<?> limiter, long now) {
        if (!line.queuedFor.equals(Optional.of(first.id()))) {
            stepAside(line);
            line.queuedFor = Optional.of(first.id());
            queue.put(first.id(), line);
        }
        if (!queue.firstKey().equals(first.id())) {
            return UNTIL_STIRRED;
        }
        long place = reserved.orElseGet(() -> now + limiter.reservePermit().toNanos());
        reserved = Optional.of(place);
        return moment(place) - now;
    }

    /** The limiter counts in fixed intervals: two places may lie closer together than one interval. */
    private long moment(long place) {
        return Math.max(place, lastNudge + pace.between().toNanos());
    }

    private long gapLeft(Parcel nudge, long now) {
        return lastByChat
                .map(last -> last.getIfPresent(Chat.of(nudge.to())))
                .map(last -> last + gap(nudge).toNanos() - now)
                .orElse(0L);
    }

    private Duration gap(Parcel nudge) {
        return switch (nudge.load()) {
            case Parcel.Load.Stored(Owed owed)
            when owed.outgoing().circumstances().privateChat() -> pace.betweenPrivate();
            case Parcel.Load.Stored _ -> pace.betweenShared();
            case Parcel.Load.Unstored _ -> Duration.ZERO;
        };
    }

    /** A parcel was handed out, and uses its place. */
    void handedOut(Line line, Parcel parcel, long now) {
        switch (parcel.lane()) {
            case ANSWER -> {
                answers++;
                places.ifPresent(limiter -> limiter.tryReservePermit(LOOK_AHEAD));
            }
            case NUDGE -> {
                // That it woke up a little late must not add up over thousands.
                long slack = pace.between().dividedBy(SLACK).toNanos();
                lastNudge = reserved.map(this::moment)
                        .map(moment -> Math.max(moment, now - slack))
                        .orElse(now);
                reserved = Optional.empty();
            }
        }
        stepAside(line);
        lastByChat.ifPresent(last -> last.put(Chat.of(parcel.to()), now));
    }

    /** Answers that others have sent take their places here. */
    void usedElsewhere(long count) {
        places.ifPresent(limiter -> {
            boolean taken = true;
            for (long i = 0; i < count && taken; i++) {
                taken = !limiter.tryReservePermit(LOOK_AHEAD).isNegative();
            }
        });
    }

    /** How many answers were handed out. */
    long answers() {
        return answers;
    }

    /** The line waits for its pace no longer; where it was the first, the next one is. */
    void stepAside(Line line) {
        if (line.queuedFor.isEmpty()) {
            return;
        }
        boolean wasFirst = queue.firstEntry().getValue() == line;
        queue.remove(line.queuedFor.get());
        line.queuedFor = Optional.empty();
        if (wasFirst && !queue.isEmpty()) {
            queue.firstEntry().getValue().stirred.signal();
        }
    }

    int queueLength() {
        return queue.size();
    }

    int chatsInMind() {
        return lastByChat.map(last -> Math.toIntExact(last.estimatedSize())).orElse(0);
    }
}
