package dev.limber.testkit;

import static dev.limber.testkit.StoreUse.committed;
import static dev.limber.testkit.TurnBuilder.NOON;
import static dev.limber.testkit.TurnBuilder.PLATFORM;
import static dev.limber.testkit.TurnBuilder.nudge;
import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.turn;
import static dev.limber.testkit.TurnBuilder.turnReading;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.runtime.Beat;
import dev.limber.core.runtime.Claim;
import dev.limber.core.runtime.CommitResult;
import dev.limber.core.runtime.NudgeKey;
import dev.limber.core.runtime.Owed;
import dev.limber.core.runtime.Pulse;
import dev.limber.core.runtime.Store;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a store must do that several instances of the program share. Signs of life expire by its own clock. */
public interface StoreInstancesContract {
    Subject ANNA = person("anna");
    NudgeKey KEY = new NudgeKey("noon", NOON);
    Duration TTL = Duration.ofSeconds(1);

    /** Opens an empty store; the test closes it. */
    Store open();

    /** Opens what was opened last in this test for one more instance; the test closes it. */
    Store openForAnother();

    /** Lets so much time pass for the store. */
    void pass(Duration time);

    private static Beat beat(long sent) {
        return new Beat(NOON, Map.of(PLATFORM, sent), TTL);
    }

    private static long fence(Pulse pulse) {
        return Objects.requireNonNull(pulse.tenures().get(PLATFORM)).fence();
    }

    private static List<String> answers(Store store) {
        return store.owed(PLATFORM, Lane.ANSWER, new DeliveryId(0), 9).stream()
                .map(owed -> owed.outgoing().message())
                .toList();
    }

    @Test
    default void oneInstanceHasTheTenureUntilItsSignsCease() {
        try (Store one = open();
                Store other = openForAnother()) {
            long fence = fence(one.beat(beat(0)));
            assertThat(other.beat(beat(0)).tenures()).isEmpty();
            pass(TTL.dividedBy(2));
            assertThat(fence(one.beat(beat(0)))).isEqualTo(fence);
            pass(TTL.multipliedBy(3).dividedBy(4));
            assertThat(other.beat(beat(0)).tenures()).isEmpty();
            pass(TTL);
            Pulse taken = other.beat(beat(0));
            assertThat(fence(taken)).isGreaterThan(fence);
            assertThat(Objects.requireNonNull(taken.tenures().get(PLATFORM)).lastAlive())
                    .isPresent();
            Pulse woken = one.beat(beat(0));
            assertThat(woken.tenures()).isEmpty();
            assertThat(woken.lapsed()).isTrue();
            assertThat(one.beat(beat(0)).lapsed()).isFalse();
        }
    }

    @Test
    default void aTenureThatExpiredForItsHolderComesBackAsAnother() {
        try (Store one = open();
                Store other = openForAnother()) {
            long fence = fence(one.beat(beat(0)));
            var afterwards = new Beat(NOON, Map.of(PLATFORM, 0L), Set.of(), Set.of(PLATFORM), TTL);
            assertThat(fence(one.beat(afterwards))).isGreaterThan(fence);
            assertThat(other.beat(afterwards).tenures()).isEmpty();
        }
    }

    @Test
    default void whoeverClosesGivesUpItsTenureAtOnce() {
        Store other;
        try (Store one = open()) {
            other = openForAnother();
            one.beat(beat(0));
            assertThat(other.beat(beat(0)).tenures()).isEmpty();
        }
        try (other) {
            assertThat(other.beat(beat(0)).tenures()).containsKey(PLATFORM);
        }
    }

    @Test
    default void aClaimOfAnEarlierTenureIsInDoubtAndItsHolderClaimsNothingMore() {
        try (Store one = open();
                Store other = openForAnother()) {
            List<DeliveryId> ids = committed(one, turn(ANNA, 0).saying(nudge(KEY, "1"), nudge(KEY, "2")))
                    .owed();
            long before = fence(one.beat(beat(0)));
            assertThat(one.claim(ids.getFirst(), PLATFORM, before, NOON, false)).isEqualTo(new Claim.Granted());
            pass(TTL.plusMillis(50));
            long after = fence(other.beat(beat(0)));
            assertThat(one.claim(ids.getLast(), PLATFORM, before, NOON, false)).isEqualTo(new Claim.Unseated());
            assertThat(other.owed(PLATFORM, Lane.NUDGE, new DeliveryId(0), 9))
                    .extracting(Owed::id)
                    .isEqualTo(ids);
            assertThat(other.claim(ids.getFirst(), PLATFORM, after, NOON, false))
                    .isEqualTo(new Claim.Doubtful(NOON));
            assertThat(other.claim(ids.getFirst(), PLATFORM, after, NOON, true)).isEqualTo(new Claim.Granted());
            other.unclaim(ids.getLast(), after);
            one.unclaim(ids.getFirst(), before);
            other.unclaim(ids.getFirst(), after);
            pass(TTL.plusMillis(50));
            long later = fence(one.beat(beat(0)));
            assertThat(one.claim(ids.getFirst(), PLATFORM, later, NOON, false)).isEqualTo(new Claim.Granted());
        }
    }

    @Test
    default void whoeverTookATurnSendsItsAnswersUntilItIsGone() {
        try (Store one = open();
                Store other = openForAnother()) {
            one.beat(beat(0));
            other.beat(beat(0));
            committed(one, turn(ANNA, 0).saying("from one"));
            committed(other, turn(person("ben"), 0).saying("from the other"));
            assertThat(answers(one)).containsExactly("from one");
            assertThat(answers(other)).containsExactly("from the other");
            assertThat(one.owed(ANNA, Lane.ANSWER)).hasSize(1);
            assertThat(other.owed(ANNA, Lane.ANSWER)).isEmpty();
            assertThat(other.everything(ANNA).owed()).hasSize(1);
            assertThat(one.beat(beat(0)).adopted()).isEmpty();

            pass(TTL.plusMillis(50));
            assertThat(one.beat(beat(0)).adopted()).containsExactly(PLATFORM);
            assertThat(answers(one)).containsExactly("from one", "from the other");
            assertThat(answers(other)).isEmpty();
            assertThat(one.beat(beat(0)).adopted()).isEmpty();
        }
    }

    @Test
    default void whatAnInstanceOwesThatMerelySeeksGoesToTheOneWithTheTenure() {
        try (Store one = open();
                Store other = openForAnother()) {
            one.beat(beat(0));
            other.beat(beat(0));
            committed(other, turn(ANNA, 0).saying("left"));
            Pulse seeking = other.beat(new Beat(NOON, Map.of(), Set.of(PLATFORM), Set.of(), TTL));
            assertThat(seeking.tenures()).isEmpty();
            assertThat(seeking.lapsed()).isFalse();
            assertThat(one.beat(beat(0)).adopted()).containsExactly(PLATFORM);
            assertThat(answers(one)).containsExactly("left");
            assertThat(other.beat(beat(0)).lapsed()).isFalse();
        }
    }

    @Test
    default void theOneWithTheTenureHearsThatAnotherHasGone() {
        try (Store one = open()) {
            one.beat(beat(0));
            try (Store other = openForAnother()) {
                other.beat(beat(0));
                assertThat(one.beat(beat(0)).adopted()).isEmpty();
            }
            assertThat(one.beat(beat(0)).adopted()).containsExactly(PLATFORM);
            assertThat(one.beat(beat(0)).adopted()).isEmpty();
        }
    }

    @Test
    default void eachHearsHowManyAnswersTheOthersHaveSent() {
        try (Store one = open();
                Store other = openForAnother()) {
            other.beat(beat(7));
            assertThat(one.beat(beat(5)).sentByOthers()).containsEntry(PLATFORM, 7L);
            assertThat(other.beat(beat(9)).sentByOthers()).containsEntry(PLATFORM, 5L);
        }
    }

    @Test
    default void aVersionIsCurrentUntilAnotherInstanceChangesOrForgetsIt() {
        try (Store one = open();
                Store other = openForAnother()) {
            committed(one, turn(ANNA, 0));
            long version = one.find(ANNA).orElseThrow().version();
            assertThat(one.isCurrent(ANNA, version)).isTrue();
            committed(other, turnReading(ANNA, version));
            assertThat(one.isCurrent(ANNA, version)).isFalse();
            assertThat(one.commit(turnReading(ANNA, version).build())).isEqualTo(new CommitResult.Conflict());
            long newer = one.find(ANNA).orElseThrow().version();
            committed(other, turnReading(ANNA, newer).forgetting());
            assertThat(one.isCurrent(ANNA, newer)).isFalse();
            assertThat(one.find(ANNA)).isEmpty();
        }
    }
}
