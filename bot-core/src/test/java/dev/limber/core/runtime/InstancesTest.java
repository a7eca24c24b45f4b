package dev.limber.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Pace;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import dev.limber.testkit.FakePlatform;
import dev.limber.testkit.ForwardingStore;
import dev.limber.testkit.InMemoryStore;
import dev.limber.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several instances on one store. */
class InstancesTest {
    private static final RuntimeConfig QUICK = Rig.QUICK
            .withLeasing(new RuntimeConfig.Leasing(Duration.ofMillis(1_200), Duration.ofMillis(100)))
            .withNudging(new RuntimeConfig.Nudging(100, 10, Duration.ofMillis(5), Duration.ofMillis(200)));

    private final SettableClock clock = new SettableClock(Rig.START);
    private final InMemoryStore store = new InMemoryStore(InstantSource.system());
    private final FakePlatform platform = new FakePlatform("fake", clock);
    private final Parrot parrot = new Parrot();
    private final UserId ann = platform.user("ann");
    private final Address annsChat = platform.privateChat(ann);
    private final List<Instance> running = new ArrayList<>();

    /** An instance whose signs of life and claims can be held up, as if its process were stopped. */
    private final class Instance extends ForwardingStore {
        final List<String> seats = new CopyOnWriteArrayList<>();
        final Limber limber;
        final List<Long> fences = new CopyOnWriteArrayList<>();
        private volatile CountDownLatch thawed = new CountDownLatch(0);
        private volatile CountDownLatch answered = new CountDownLatch(0);

        Instance(String name) {
            super(store.forInstance(name));
            limber = new Limber(this, parrot.mind(), clock, QUICK);
            running.add(this);
        }

        Instance serving() {
            limber.start(List.of(platform));
            return this;
        }

        Instance seeking() {
            limber.seek(platform.id(), new Limber.Candidate() {
                @Override
                public void seated() {
                    seats.add("seated");
                }

                @Override
                public void unseated() {
                    seats.add("unseated");
                }
            });
            return this;
        }

        boolean isSeated() {
            return limber.isSeated(platform.id());
        }

        void freeze() {
            thawed = new CountDownLatch(1);
        }

        void thaw() {
            thawed.countDown();
        }

        /** The store hears of it, but its answers do not come back. */
        void loseAnswers() {
            answered = new CountDownLatch(1);
        }

        void findAnswers() {
            answered.countDown();
        }

        void end() {
            thaw();
            findAnswers();
            limber.close();
            close();
        }

        private void pass(CountDownLatch gate) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public Pulse beat(Beat beat) {
            pass(thawed);
            Pulse pulse = super.beat(beat);
            pass(answered);
            return pulse;
        }

        @Override
        public Claim claim(DeliveryId id, Platform on, long fence, Instant at, boolean inDoubt) {
            fences.add(fence);
            Claim claim = super.claim(id, on, fence, at, inDoubt);
            pass(thawed);
            return claim;
        }
    }

    @BeforeEach
    void nudgeOnRequest() {
        parrot.on("nudge me", (state, _) -> Parrot.turn(state, Parrot.nudge("up!")));
    }

    @AfterEach
    void end() {
        running.forEach(Instance::end);
    }

    private void say(Instance at, UserId user, String text) {
        Rig.accept(at.limber, platform.text(user, text));
    }

    @Test
    void one_of_them_has_the_tenure_and_another_takes_over_when_it_goes() {
        Instance a = new Instance("a").seeking();
        Instance b = new Instance("b").seeking();
        assertThat(a.seats).containsExactly("seated");
        assertThat(b.seats).isEmpty();

        a.end();
        await().until(() -> b.seats.equals(List.of("seated")));
    }

    @Test
    void one_that_is_frozen_loses_the_tenure_and_knows_it_before_another_has_it() {
        Instance a = new Instance("a").seeking();
        Instance b = new Instance("b").seeking();
        a.freeze();
        await().until(b::isSeated);
        assertThat(a.isSeated()).isFalse();
        assertThat(a.seats).endsWith("unseated");

        a.thaw();
        b.end();
        await().until(() -> a.isSeated() && a.seats.getLast().equals("seated"));
    }

    @Test
    void a_tenure_that_expired_while_the_store_kept_it_comes_back_as_another() {
        Instance a = new Instance("a").serving();
        say(a, ann, "nudge me");
        await().until(() -> a.fences.size() == 1);
        a.loseAnswers();
        await().until(() -> !a.isSeated());
        a.findAnswers();
        await().until(a::isSeated);
        say(a, ann, "nudge me");
        await().until(() -> a.fences.size() == 2);
        assertThat(a.fences.getLast()).isGreaterThan(a.fences.getFirst());
    }

    @Test
    void what_is_scheduled_is_sent_by_whoever_has_the_tenure_once() {
        Instance a = new Instance("a").serving();
        Instance b = new Instance("b").serving();
        for (int i = 0; i < 20; i++) {
            say(b, platform.user("p" + i), "nudge me");
        }
        await().until(() -> store.owedCount() == 0);
        a.freeze();
        for (int i = 0; i < 20; i++) {
            say(b, platform.user("q" + i), "nudge me");
        }
        await().until(b::isSeated);
        await().until(() -> store.owedCount() == 0);
        a.thaw();
        // What was claimed but not sent in that moment is in doubt, and is not sent again.
        assertThat(platform.attempts()).hasSizeBetween(20, 40).doesNotHaveDuplicates();
    }

    @Test
    void one_that_is_frozen_between_claim_and_sending_sends_nothing_when_it_is_woken() {
        Instance a = new Instance("a").serving();
        a.freeze();
        say(a, ann, "nudge me");
        Instance b = new Instance("b").serving();
        await().until(b::isSeated);
        await().until(() -> store.owedCount() == 0);
        a.thaw();
        await().until(() -> a.limber.busy() == 0);
        assertThat(platform.attempts()).isEmpty();
    }

    @Test
    void whoever_took_a_turn_answers_it_though_another_has_the_tenure() {
        Instance a = new Instance("a").serving();
        Instance b = new Instance("b").serving();
        say(b, ann, "hello");
        await().until(() -> platform.texts(annsChat).equals(List.of("1 hello")));
        assertThat(a.isSeated()).isTrue();
    }

    @Test
    void what_an_instance_owed_that_is_gone_another_says() {
        Instance gone = new Instance("gone");
        say(gone, ann, "hello");
        assertThat(platform.texts(annsChat)).isEmpty();
        gone.end();
        new Instance("a").serving();
        await().until(() -> platform.texts(annsChat).equals(List.of("1 hello")));
    }

    @Test
    void no_instance_decides_on_what_another_has_changed() {
        Instance a = new Instance("a").serving();
        Instance b = new Instance("b").serving();
        for (int turn = 1; turn <= 10; turn++) {
            say(turn % 2 == 0 ? a : b, ann, "hello");
        }
        await().untilAsserted(() -> assertThat(platform.texts(annsChat))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 10).mapToObj(n -> n + " hello").toList()));
    }

    @Test
    void the_pace_counts_the_answers_of_all() {
        Duration between = Duration.ofMillis(20);
        platform.setPace(new Pace(between, Duration.ZERO, Duration.ZERO));
        Instance a = new Instance("a").serving();
        Instance b = new Instance("b").serving();
        long begun = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            say(a, platform.user("n" + i), "nudge me");
        }
        for (int i = 0; i < 40; i++) {
            say(b, platform.user("w" + i), "hello");
        }
        await().until(() -> store.owedCount() == 0);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(between.multipliedBy(100 + 30));
    }
}
