package dev.limber.core.runtime;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.ReplyHandle;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what is owed: in order to each address, side by side to different ones. What is owed on a platform that is
 * not there stays in the store.
 */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Store store;
    private final RuntimeConfig.Delivering config;
    private final Function<ChatPlatform, Carrier> carriers;
    private final Predicate<Platform> isSeated;
    private final Map<Platform, Counter> counters = new ConcurrentHashMap<>();
    /** What is not stored has ids that no stored message has. */
    private final AtomicLong unstoredIds = new AtomicLong();

    /** @param isSeated whether what is scheduled on a platform is sent from here */
    Courier(
            Store store,
            RuntimeConfig.Delivering config,
            Function<ChatPlatform, Carrier> carriers,
            Predicate<Platform> isSeated) {
        this.store = store;
        this.config = config;
        this.carriers = carriers;
        this.isSeated = isSeated;
    }

    private record Counter(Desk desk, Backlog answers, Backlog nudges) {

        void hand(Subject subject, List<Owed> fresh) {
            hand(subject, fresh, Lane.ANSWER, answers);
            hand(subject, fresh, Lane.NUDGE, nudges);
        }

        private static void hand(Subject subject, List<Owed> fresh, Lane lane, Backlog backlog) {
            List<Owed> ours = fresh.stream()
                    .filter(owed -> owed.outgoing().lane() == lane)
                    .toList();
            if (!ours.isEmpty()) {
                backlog.hand(subject, ours);
            }
        }
    }

    /** Begins to deliver. */
    void start(Collection<? extends ChatPlatform> platforms) {
        for (ChatPlatform platform : platforms) {
            Desk desk = carriers.apply(platform).desk();
            var counter = new Counter(
                    desk,
                    new Backlog(platform.id(), Lane.ANSWER, store, desk, config),
                    new Backlog(platform.id(), Lane.NUDGE, store, desk, config));
            if (counters.putIfAbsent(platform.id(), counter) != null) {
                throw new IllegalArgumentException("two platforms are called " + platform.id());
            }
            counter.answers().start();
            if (isSeated.test(platform.id())) {
                counter.nudges().start();
            }
        }
    }

    /** Begins to send what is scheduled on a platform, where anything is delivered there. */
    void seated(Platform platform) {
        find(platform).ifPresent(counter -> counter.nudges().startAgain());
    }

    /** What is scheduled there is for others to send. */
    void unseated(Platform platform) {
        find(platform).ifPresent(counter -> counter.desk().clear(Lane.NUDGE, _ -> true));
    }

    /** More answers may be owed than came by here. */
    void readAnswersAgain(Platform platform) {
        find(platform).ifPresent(counter -> counter.answers().startAgain());
    }

    /** Of what is in memory nothing may be owed any more: only the store knows. */
    void readAllAnswersAgain() {
        counters.forEach((platform, counter) -> {
            counter.desk().clear(Lane.ANSWER, _ -> true);
            counter.answers().startAgain();
        });
    }

    void sentElsewhere(Platform platform, long answers) {
        find(platform).ifPresent(counter -> counter.desk().sentElsewhere(answers));
    }

    /** How many answers were sent on a platform since the start. */
    long answersSent(Platform platform) {
        return find(platform).map(counter -> counter.desk().answersSent()).orElse(0L);
    }

    boolean serves(Platform platform) {
        return counters.containsKey(platform);
    }

    /** Messages that are scheduled for somebody, and have not left, are not owed any more. */
    void withdraw(Subject subject) {
        counters.values()
                .forEach(counter -> counter.desk()
                        .clear(Lane.NUDGE, parcel -> parcel.subject().equals(subject)));
    }

    /** What is being delivered there is finished; the rest stays in the store. */
    void stop(Platform platform) {
        Optional.ofNullable(counters.remove(platform))
                .ifPresent(counter -> counter.desk().closing(System.nanoTime()));
    }

    /** Takes what a turn left to deliver. To be called in that turn. */
    void hand(Subject subject, List<Owed> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        Platform platform = fresh.getFirst().outgoing().to().platform();
        find(platform)
                .ifPresentOrElse(
                        counter -> counter.hand(subject, fresh),
                        () -> LOG.warn("{} is not there: its messages wait", platform));
    }

    /** Says something of which the store knows nothing, unless too much is waiting already. */
    void sayOnce(Subject subject, Address to, Optional<ReplyHandle> replyHandle, OutgoingMessage message) {
        find(to.platform())
                .map(Counter::desk)
                .filter(desk -> desk.size() < config.mostInMemory())
                .ifPresent(desk -> desk.add(new Parcel(
                        new DeliveryId(unstoredIds.decrementAndGet()),
                        subject,
                        to,
                        new Parcel.Load.Unstored(message, replyHandle),
                        false,
                        false,
                        0,
                        Duration.ZERO)));
    }

    /** Nothing that somebody was owed until now goes out any more. */
    void drop(Subject subject) {
        counters.values().forEach(counter -> counter.desk().drop(subject));
    }

    private Optional<Counter> find(Platform platform) {
        return Optional.ofNullable(counters.get(platform));
    }

    /** How many messages are in memory on each platform that is there. */
    Map<Platform, Map<Lane, Integer>> queued() {
        return counters.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        each -> Map.of(
                                Lane.ANSWER, each.getValue().desk().size(Lane.ANSWER),
                                Lane.NUDGE, each.getValue().desk().size(Lane.NUDGE))));
    }

    /** How many messages are in memory. */
    int size() {
        return counters.values().stream()
                .mapToInt(counter -> counter.desk().size())
                .sum();
    }

    /** How many addresses take memory. */
    int lineCount() {
        return counters.values().stream()
                .mapToInt(counter -> counter.desk().lineCount())
                .sum();
    }

    /** Delivers what can be delivered in time; the rest stays in the store. */
    void close(Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        try {
            for (Counter counter : counters.values()) {
                counter.desk().closing(deadline);
            }
            for (Counter counter : counters.values()) {
                counter.desk().awaitClosed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
