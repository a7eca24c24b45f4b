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
import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.Beat;
import dev.limber.core.runtime.Claim;
import dev.limber.core.runtime.NudgeKey;
import dev.limber.core.runtime.Pulse;
import dev.limber.core.runtime.Settlement;
import dev.limber.core.runtime.Store;
import dev.limber.core.session.Fate;
import dev.limber.core.session.Subject;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    @Test
    default void theOnlyInstanceKnowsThatAVersionIsCurrent() {
        try (Store store = open()) {
            committed(store, turn(ANNA, 0));
            assertThat(store.isCurrent(ANNA, store.find(ANNA).orElseThrow().version()))
                    .isTrue();
        }
    }
}
