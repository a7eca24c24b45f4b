package dev.limber.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Pace;
import dev.limber.core.chat.UserId;
import dev.limber.core.coach.Context;
import dev.limber.core.coach.Decision;
import dev.limber.core.coach.Effect;
import dev.limber.core.session.Fate;
import dev.limber.core.session.Lane;
import dev.limber.core.session.NudgeDecision;
import dev.limber.core.session.Subject;
import dev.limber.core.session.UserState;
import dev.limber.testkit.Fault;
import dev.limber.testkit.ForwardingStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nudges from being planned to being delivered. */
class NudgesTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final RuntimeConfig QUICK =
            Rig.QUICK.withNudging(new RuntimeConfig.Nudging(3, 2, Duration.ofMillis(5), Duration.ofMinutes(1)));

    private final Rig rig = new Rig();
    private final Subject ann = new Subject.Person(rig.ann);

    @BeforeEach
    void planOnRequest() {
        rig.parrot.on("plan", (state, context) -> planned(state, context, Rig.START.plus(HOUR)));
        rig.parrot.on("nudged: daily", this::nudge);
        rig.parrot.on("nudged: other", this::nudge);
        rig.parrot.on(
                "off", (state, _) -> Parrot.turn(state, new Effect.PlanNudges(List.of()), new Effect.WithdrawNudges()));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static Decision planned(UserState state, Context context, Instant due) {
        return Parrot.turn(state, new Effect.PlanNudges(List.of(planned("daily", context, due))));
    }

    private static Effect.PlanNudges.Planned planned(String nudge, Context context, Instant due) {
        return new Effect.PlanNudges.Planned(nudge, due, context.address(), true, Optional.empty());
    }

    /** Says it, notes it, and plans the same for a day later. */
    private Decision nudge(UserState state, Context context) {
        DueNudge due = rig.store
                .everything(new Subject.Person(context.user()))
                .nudges()
                .getFirst();
        Instant occurrence = due.key().occurrence();
        return Parrot.turn(
                state,
                Parrot.nudge("up!"),
                new Effect.Note(
                        NudgeDecision.of(due.key().nudge(), occurrence, context.now(), "", NudgeDecision.Verdict.SENT)),
                new Effect.PlanNudges(List.of(planned(due.key().nudge(), context, occurrence.plus(DAY)))));
    }

    private Stream<Optional<Fate>> fates() {
        return rig.store.nudgeNotes(ann, 9).stream().map(NudgeNote::fate);
    }

    @Test
    void a_nudge_comes_when_it_is_due_by_the_clock_and_the_next_one_a_day_later() {
        Limber limber = rig.start(QUICK);
        rig.say(limber, rig.ann, "plan");
        rig.clock.advance(HOUR.minusMillis(1));
        rig.say(limber, rig.ann, "still here");
        rig.awaitTexts(rig.annsChat, "2 still here");

        rig.clock.advance(Duration.ofMillis(1));
        rig.awaitTexts(rig.annsChat, "2 still here", "up!");
        await().until(() -> fates().anyMatch(Optional.of(Fate.DELIVERED)::equals));
        rig.clock.advance(DAY);
        rig.awaitTexts(rig.annsChat, "2 still here", "up!", "up!");
    }

    @Test
    void no_clock_that_is_put_back_brings_an_occurrence_again() {
        Limber limber = rig.start(QUICK);
        rig.say(limber, rig.ann, "plan");
        rig.clock.advance(HOUR);
        rig.awaitTexts(rig.annsChat, "up!");
        rig.clock.advance(HOUR.multipliedBy(-3));
        rig.clock.advance(HOUR.multipliedBy(3));
        rig.say(limber, rig.ann, "and?");
        rig.awaitTexts(rig.annsChat, "up!", "3 and?");
        rig.clock.advance(DAY.plusMinutes(1));
        rig.awaitTexts(rig.annsChat, "up!", "3 and?", "up!");
    }

    @Test
    void many_that_are_due_together_come_once_each_though_the_store_fails_meanwhile() {
        List<UserId> people = Stream.iterate(0, n -> n + 1)
                .limit(50)
                .map(n -> rig.platform.user("p" + n))
                .toList();
        Limber limber = rig.start(QUICK);
        people.forEach(user -> rig.say(limber, user, "plan"));
        rig.store.breakDown();
        rig.clock.advance(HOUR);
        rig.store.repair();

        await().untilAsserted(() -> assertThat(people)
                .allSatisfy(user -> assertThat(rig.platform.texts(rig.platform.privateChat(user)))
                        .containsExactly("up!")));
        await().until(() -> rig.store.owedCount() == 0);
    }

    @Test
    void a_bug_in_deciding_on_one_ends_neither_it_nor_the_others() {
        rig.parrot.on(
                "plan",
                (state, context) -> Parrot.turn(
                        state,
                        new Effect.PlanNudges(List.of(
                                planned("broken", context, Rig.START.plus(HOUR)),
                                planned("other", context, Rig.START.plus(HOUR).plus(HOUR))))));
        rig.parrot.on("nudged: broken", (_, _) -> {
            throw new IllegalStateException("a bug");
        });
        Limber limber = rig.start(QUICK);
        rig.say(limber, rig.ann, "plan");
        rig.clock.advance(HOUR);

        await().untilAsserted(() -> assertThat(rig.store.everything(ann).nudges())
                .extracting(nudge -> nudge.key())
                .containsExactly(
                        new NudgeKey("other", Rig.START.plus(HOUR).plus(HOUR)),
                        new NudgeKey("broken", Rig.START.plus(HOUR).plus(DAY))));
    }

    @Test
    void what_is_withdrawn_before_it_leaves_is_not_sent() {
        rig.platform.setPace(new Pace(Duration.ofHours(1), Duration.ZERO, Duration.ZERO));
        var ben = rig.platform.user("ben");
        Limber limber = rig.start(QUICK);
        rig.say(limber, ben, "plan");
        rig.clock.advance(HOUR);
        rig.awaitTexts(rig.platform.privateChat(ben), "up!");
        rig.parrot.on("plan", (state, context) -> planned(state, context, rig.clock.instant()));
        rig.say(limber, rig.ann, "plan");
        await().until(() -> !rig.store.owed(ann, Lane.NUDGE).isEmpty());
        rig.say(limber, rig.ann, "off");

        assertThat(rig.store.owed(ann, Lane.NUDGE)).isEmpty();
        assertThat(fates()).containsExactly(Optional.of(Fate.WITHDRAWN));
        await().until(() -> limber.busy() == 0);
        assertThat(rig.platform.texts(rig.annsChat)).isEmpty();
    }

    @Test
    void a_platform_that_asks_to_wait_for_too_long_makes_what_waits_useless() {
        Limber limber = rig.start(QUICK);
        rig.platform.failNext(rig.annsChat, Fault.retryAfter(Duration.ofMillis(300), Delivery.Scope.PLATFORM));
        rig.say(limber, rig.ann, "plan");
        rig.clock.advance(HOUR);
        await().until(() -> !rig.platform.attempts().isEmpty());
        rig.awaitTexts(rig.annsChat, "up!");

        rig.clock.advance(DAY.minus(HOUR));
        rig.platform.failNext(rig.annsChat, Fault.retryAfter(Duration.ofMinutes(40), Delivery.Scope.PLATFORM));
        rig.clock.advance(HOUR);
        await().until(() -> rig.platform.attempts().size() == 3);
        limber.close();
        rig.store.close();
        rig.clock.advance(Duration.ofMinutes(40));
        rig.start(QUICK);
        await().until(() -> fates().toList().equals(List.of(Optional.of(Fate.TOO_LATE), Optional.of(Fate.DELIVERED))));
        assertThat(rig.platform.texts(rig.annsChat)).containsExactly("up!");
    }

    @Test
    void what_was_lost_or_refused_is_noted_as_that() {
        Limber limber = rig.start(QUICK);
        rig.platform.failNext(rig.annsChat, Fault.lostAfter());
        rig.say(limber, rig.ann, "plan");
        rig.clock.advance(HOUR);
        await().until(() -> fates().toList().equals(List.of(Optional.of(Fate.IN_DOUBT))));
        rig.platform.failNext(rig.annsChat, Fault.failed());
        rig.clock.advance(DAY);
        await().until(() -> fates().toList().equals(List.of(Optional.of(Fate.LOST), Optional.of(Fate.IN_DOUBT))));
        assertThat(rig.platform.attempts()).hasSize(2);
    }

    @Test
    void what_was_held_up_until_it_is_quiet_is_not_sent_any_more() {
        rig.parrot.on("nudged: daily", NudgesTest::nudgeBeforeItIsQuiet);
        Limber limber = rig.start(QUICK);
        rig.say(limber, rig.ann, "plan");
        rig.clock.advance(HOUR);
        rig.awaitTexts(rig.annsChat, "up!");

        rig.platform.failNext(rig.annsChat, Fault.retryAfter(Duration.ofMillis(300), Delivery.Scope.PLATFORM));
        rig.clock.advance(DAY);
        await().until(() -> rig.platform.attempts().size() == 2);
        rig.clock.advance(Duration.ofSeconds(60));
        await().until(() ->
                fates().toList().equals(List.of(Optional.of(Fate.QUIET_HOURS), Optional.of(Fate.DELIVERED))));
        assertThat(rig.platform.texts(rig.annsChat)).containsExactly("up!");
    }

    @Test
    void what_may_have_been_sent_before_a_crash_is_in_doubt_though_it_has_become_quiet() {
        rig.parrot.on("nudged: daily", NudgesTest::nudgeBeforeItIsQuiet);
        var crashing = new ForwardingStore(rig.store) {
            @Override
            public boolean settle(Settlement settlement) {
                throw new StoreException("it crashes here", null);
            }
        };
        try (var limber =
                new Limber(crashing, rig.parrot.mind(), rig.clock, QUICK.withCloseWithin(Duration.ofMillis(50)))) {
            limber.start(List.of(rig.platform));
            rig.say(limber, rig.ann, "plan");
            rig.clock.advance(HOUR);
            rig.awaitTexts(rig.annsChat, "up!");
        }
        rig.store.close();
        rig.clock.advance(HOUR);
        rig.start(QUICK);
        await().until(() -> fates().toList().equals(List.of(Optional.of(Fate.IN_DOUBT))));
        assertThat(rig.platform.texts(rig.annsChat)).containsExactly("up!");
    }

    private static Decision nudgeBeforeItIsQuiet(UserState state, Context context) {
        return Parrot.turn(
                state,
                new Effect.Say(
                        Parrot.message("up!"),
                        Lane.NUDGE,
                        Optional.empty(),
                        Optional.of(context.now().plusSeconds(60))),
                new Effect.Note(
                        NudgeDecision.of("daily", context.now(), context.now(), "", NudgeDecision.Verdict.SENT)),
                new Effect.PlanNudges(
                        List.of(planned("daily", context, context.now().plus(DAY)))));
    }

    @Test
    void what_somebody_does_after_their_nudge_was_read_ahead_counts() {
        var limber = new AtomicReference<Limber>();
        rig.parrot.on(
                "stretched",
                (state, context) ->
                        Parrot.turn(state, new Effect.Remember(RecordsTest.completion("id", context.now()))));
        rig.parrot.on("nudged: daily", (state, context) -> {
            int done = context.records().completionsSince(Rig.START).size();
            return Parrot.turn(state, Parrot.nudge("up, for you did " + done), new Effect.PlanNudges(List.of()));
        });
        var store = new ForwardingStore(rig.store) {
            @Override
            public Map<Subject, Prefetched> prefetch(Collection<Subject> subjects, Instant since) {
                Map<Subject, Prefetched> read = super.prefetch(subjects, since);
                rig.say(limber.get(), rig.ann, "stretched");
                return read;
            }
        };
        limber.set(new Limber(store, rig.parrot.mind(), rig.clock, QUICK));
        try (Limber running = limber.get()) {
            running.start(List.of(rig.platform));
            rig.say(running, rig.ann, "plan");
            rig.clock.advance(HOUR);
            rig.awaitTexts(rig.annsChat, "up, for you did 1");
            rig.say(running, rig.ann, "and?");
            rig.awaitTexts(rig.annsChat, "up, for you did 1", "4 and?");
        }
    }
}
