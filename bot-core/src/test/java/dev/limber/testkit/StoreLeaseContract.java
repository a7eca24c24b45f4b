package dev.limber.testkit;

import static dev.limber.testkit.StoreUse.committed;
import static dev.limber.testkit.TurnBuilder.NOON;
import static dev.limber.testkit.TurnBuilder.PLATFORM;
import static dev.limber.testkit.TurnBuilder.dueNudge;
import static dev.limber.testkit.TurnBuilder.nudge;
import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.turn;
import static dev.limber.testkit.TurnBuilder.turnReading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.Beat;
import dev.limber.core.runtime.Claim;
import dev.limber.core.runtime.CommitResult;
import dev.limber.core.runtime.DueNudge;
import dev.limber.core.runtime.NudgeKey;
import dev.limber.core.runtime.NudgeNote;
import dev.limber.core.runtime.Pulse;
import dev.limber.core.runtime.Settlement;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.TurnRecord;
import dev.limber.core.session.Fate;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Signs of life and claims, where there is one instance. */
interface StoreLeaseContract {
    Subject ANNA = person("anna");
    NudgeKey KEY = new NudgeKey("noon", NOON);
    Beat BEAT = new Beat(NOON, Map.of(PLATFORM, 0L), Duration.ofSeconds(5));

    Store open();

    private static long fence(Pulse pulse) {
        return Objects.requireNonNull(pulse.tenures().get(PLATFORM)).fence();
    }

    private static DeliveryId oweNudge(Store store) {
        return committed(store, turn(ANNA, 0).noting(KEY, NOON, "{}").saying(nudge(KEY, "up!")))
                .owed()
                .getFirst();
    }

    @Test
    default void whatIsFreeIsHadAtOnceAndKept() {
        try (Store store = open()) {
            Pulse first = store.beat(BEAT);
            Pulse second = store.beat(BEAT);
            assertThat(second.tenures())
                    .containsExactly(Map.entry(PLATFORM, new Pulse.Tenure(fence(first), Optional.empty())));
            assertThat(second.lapsed()).isFalse();
            assertThat(second.validFor()).isPositive();
            assertThat(second.sentByOthers().getOrDefault(PLATFORM, 0L)).isZero();
        }
    }

    @Test
    default void aScheduledMessageIsClaimedUnderATenureAndOnlyThen() {
        try (Store store = open()) {
            DeliveryId id = oweNudge(store);
            assertThat(store.claim(id, PLATFORM, 1, NOON, false)).isEqualTo(new Claim.Unseated());
            long fence = fence(store.beat(BEAT));
            assertThat(store.claim(id, PLATFORM, fence + 1, NOON, false)).isEqualTo(new Claim.Unseated());
            assertThat(store.claim(id, new Platform("other"), fence, NOON, false))
                    .isEqualTo(new Claim.Unseated());
            assertThat(store.claim(id, PLATFORM, fence, NOON, false)).isEqualTo(new Claim.Granted());
            assertThat(store.claim(id, PLATFORM, fence, NOON, false)).isEqualTo(new Claim.Granted());
            store.unclaim(id, fence);
            store.unclaim(id, fence);
            assertThat(store.claim(id, PLATFORM, fence, NOON, false)).isEqualTo(new Claim.Granted());
            store.settle(new Settlement(id, Optional.empty(), Fate.DELIVERED));
            assertThat(store.claim(id, PLATFORM, fence, NOON, false)).isEqualTo(new Claim.Gone());
            assertThat(store.nudgeNotes(ANNA, 1).getFirst().fate()).contains(Fate.DELIVERED);
        }
    }

    @Test
    default void whatIsClaimedIsNotWithdrawn() {
        try (Store store = open()) {
            DeliveryId id = oweNudge(store);
            long fence = fence(store.beat(BEAT));
            assertThat(store.claim(id, PLATFORM, fence, NOON, false)).isEqualTo(new Claim.Granted());
            long version = store.find(ANNA).orElseThrow().version();
            committed(store, turnReading(ANNA, version).withdrawing());
            assertThat(store.claim(id, PLATFORM, fence, NOON, false)).isEqualTo(new Claim.Granted());
            assertThat(store.nudgeNotes(ANNA, 1).getFirst().fate()).isEmpty();
        }
    }

    /** Whatever shares a transaction, each gets its own: what is in the way of one is in nobody else's. */
    @Test
    default void nudgesOfManyAtOnceAreTakenUpClaimedAndSettledEachByItself() throws Exception {
        try (Store store = open()) {
            long fence = fence(store.beat(BEAT));
            var ways = new ArrayList<Callable<Optional<Fate>>>();
            for (int i = 0; i < 120; i++) {
                int who = i;
                DueNudge due = dueNudge(person("p" + i), "noon", NOON);
                committed(store, turn(due.subject(), 0).planning(due));
                ways.add(() -> goAllTheWay(store, due, fence, who));
            }
            List<Optional<Fate>> fates = StoreUse.allAtOnce(ways);
            for (int i = 0; i < fates.size(); i++) {
                assertThat(fates.get(i)).isEqualTo(i % 10 == 3 ? Optional.empty() : Optional.of(fateOf(i)));
            }
            assertThat(StoreUse.allOwed(store)).isEmpty();
            assertThat(store.nudgesBefore(PLATFORM, NOON.plusMillis(1), 200)).hasSize(12);
        }
    }

    private static Fate fateOf(int who) {
        return who % 2 == 0 ? Fate.DELIVERED : Fate.IN_DOUBT;
    }

    private static Optional<Fate> goAllTheWay(Store store, DueNudge due, long fence, int who) {
        Subject person = due.subject();
        long version = store.find(person).orElseThrow().version() + (who % 10 == 3 ? 7 : 0);
        TurnRecord turn = turnReading(person, version)
                .rung(due)
                .planning(dueNudge(person, "noon", NOON.plusSeconds(3600)))
                .noting(due.key(), NOON, "{\"who\":" + who + "}")
                .saying(nudge(due.key(), "up! " + who))
                .build();
        if (who % 10 == 3) {
            assertThat(store.commit(turn)).isEqualTo(new CommitResult.Conflict());
            return Optional.empty();
        }
        var committed = (CommitResult.Committed) store.commit(turn);
        assertThat(store.commit(turn)).isEqualTo(new CommitResult.SeenBefore());
        DeliveryId id = committed.owed().getFirst();
        assertThat(store.owed(person, Lane.NUDGE))
                .extracting(owed -> owed.id(), owed -> owed.outgoing().message())
                .containsExactly(tuple(id, "up! " + who));
        assertThat(store.claim(id, PLATFORM, fence, NOON, false)).isEqualTo(new Claim.Granted());
        assertThat(store.settle(new Settlement(id, Optional.empty(), fateOf(who))))
                .isFalse();
        assertThat(store.claim(id, PLATFORM, fence, NOON, false)).isEqualTo(new Claim.Gone());
        List<NudgeNote> notes = store.nudgeNotes(person, 5);
        assertThat(notes).extracting(NudgeNote::entry).containsExactly("{\"who\":" + who + "}");
        return notes.getFirst().fate();
    }

    @Test
    default void theOnlyInstanceKnowsThatAVersionIsCurrent() {
        try (Store store = open()) {
            committed(store, turn(ANNA, 0));
            assertThat(store.isCurrent(ANNA, store.find(ANNA).orElseThrow().version()))
                    .isTrue();
        }
    }
}
