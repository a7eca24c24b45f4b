package dev.limber.testkit;

import static dev.limber.testkit.StoreUse.allOwed;
import static dev.limber.testkit.StoreUse.committed;
import static dev.limber.testkit.TurnBuilder.NOON;
import static dev.limber.testkit.TurnBuilder.PLATFORM;
import static dev.limber.testkit.TurnBuilder.dueNudge;
import static dev.limber.testkit.TurnBuilder.nudge;
import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.turn;
import static dev.limber.testkit.TurnBuilder.turnReading;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.Circumstances;
import dev.limber.core.runtime.CommitResult.SeenBefore;
import dev.limber.core.runtime.DueNudge;
import dev.limber.core.runtime.NudgeChange;
import dev.limber.core.runtime.NudgeKey;
import dev.limber.core.runtime.NudgeNote;
import dev.limber.core.runtime.Settlement;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoredState;
import dev.limber.core.session.Fate;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nudges: what is pending, what is taken up, and what is noted of it. */
interface StoreNudgeContract {
    Subject ANNA = person("anna");
    Subject BEN = person("ben");
    Instant LATER = NOON.plusSeconds(3600);

    Store open();

    private static long version(Store store, Subject subject) {
        return store.find(subject).map(StoredState::version).orElse(0L);
    }

    private static List<DueNudge> allPending(Store store) {
        return store.nudgesBefore(PLATFORM, Instant.MAX, 100);
    }

    @Test
    default void pendingNudgesAreReadSoonestFirstUpToAMomentAndOnOnePlatform() {
        var elsewhere = new DueNudge(
                BEN,
                new NudgeKey("other", NOON),
                new Address(new Platform("other"), "bot", "b", Optional.of("topic")),
                new Circumstances(false, Optional.of(Locale.forLanguageTag("de-AT"))));
        try (Store store = open()) {
            committed(store, turn(ANNA, 0).planning(dueNudge(ANNA, "evening", LATER), dueNudge(ANNA, "noon", NOON)));
            committed(store, turn(BEN, 0).planning(elsewhere, dueNudge(BEN, "noon", NOON.plusMillis(1))));

            assertThat(store.nudgesBefore(PLATFORM, NOON, 9)).isEmpty();
            assertThat(store.nudgesBefore(PLATFORM, NOON.plusMillis(1), 9))
                    .containsExactly(dueNudge(ANNA, "noon", NOON));
            assertThat(store.nudgesBefore(PLATFORM, Instant.MAX, 2))
                    .containsExactly(dueNudge(ANNA, "noon", NOON), dueNudge(BEN, "noon", NOON.plusMillis(1)));
            assertThat(allPending(store)).hasSize(3);
            assertThat(store.nudgesBefore(new Platform("other"), Instant.MAX, 9))
                    .containsExactly(elsewhere);
            assertThat(store.everything(ANNA).nudges())
                    .containsExactly(dueNudge(ANNA, "noon", NOON), dueNudge(ANNA, "evening", LATER));
        }
    }

    @Test
    default void whatIsPlannedTakesThePlaceOfAllThatWasPending() {
        Instant soon = LATER.minusSeconds(1);
        try (Store store = open()) {
            committed(store, turn(ANNA, 0).planning(dueNudge(ANNA, "a", soon), dueNudge(ANNA, "b", soon)));
            committed(store, turnReading(ANNA, version(store, ANNA)));
            assertThat(allPending(store)).hasSize(2);
            committed(store, turnReading(ANNA, version(store, ANNA)).planning(dueNudge(ANNA, "a", LATER)));
            assertThat(allPending(store)).containsExactly(dueNudge(ANNA, "a", LATER));
            committed(store, turnReading(ANNA, version(store, ANNA)).planning());
            assertThat(allPending(store)).isEmpty();
        }
    }

    @Test
    default void whatIsDueAlreadyIsYetToBeTakenUpWhateverIsPlanned() {
        DueNudge due = dueNudge(ANNA, "a", NOON);
        DueNudge alsoDue = dueNudge(ANNA, "b", NOON);
        DueNudge rung = dueNudge(ANNA, "c", NOON);
        Address elsewhere = new Address(PLATFORM, "bot", "elsewhere", Optional.of("topic"));
        var moved = new DueNudge(
                ANNA, new NudgeKey("a", LATER), elsewhere, new Circumstances(false, Optional.of(Locale.GERMAN)));
        try (Store store = open()) {
            committed(store, turn(ANNA, 0).planning(due, alsoDue, rung));
            committed(
                    store,
                    turnReading(ANNA, version(store, ANNA)).rung(rung).planning(moved, dueNudge(ANNA, "c", LATER)));

            assertThat(allPending(store))
                    .containsExactlyInAnyOrder(
                            new DueNudge(ANNA, due.key(), elsewhere, moved.circumstances()),
                            alsoDue,
                            dueNudge(ANNA, "c", LATER));
        }
    }

    @Test
    default void anOccurrenceIsTakenUpOnceAndByNoOtherName() {
        DueNudge noon = dueNudge(ANNA, "noon", NOON);
        DueNudge anotherTime = dueNudge(ANNA, "noon", LATER);
        try (Store store = open()) {
            committed(store, turn(ANNA, 0).planning(noon, dueNudge(ANNA, "other", NOON)));
            long version = version(store, ANNA);
            assertThat(store.commit(turnReading(ANNA, version).rung(anotherTime).build()))
                    .isEqualTo(new SeenBefore());
            assertThat(store.commit(turn(BEN, 0).rung(noon).build())).isEqualTo(new SeenBefore());
            committed(store, turnReading(ANNA, version).rung(noon));
            assertThat(allPending(store)).containsExactly(dueNudge(ANNA, "other", NOON));
            assertThat(store.commit(
                            turnReading(ANNA, version(store, ANNA)).rung(noon).build()))
                    .isEqualTo(new SeenBefore());
        }
    }

    @Test
    default void theTurnThatTakesUpAnOccurrenceMayPlanTheNext() {
        DueNudge noon = dueNudge(ANNA, "noon", NOON);
        try (Store store = open()) {
            committed(store, turn(ANNA, 0).planning(noon));
            committed(
                    store, turnReading(ANNA, version(store, ANNA)).rung(noon).planning(dueNudge(ANNA, "noon", LATER)));
            assertThat(allPending(store)).containsExactly(dueNudge(ANNA, "noon", LATER));
        }
    }

    @Test
    default void notesAreReadNewestFirstAndSayWhatBecameOfTheMessage() {
        var first = new NudgeKey("noon", NOON);
        var second = new NudgeKey("noon", LATER);
        try (Store store = open()) {
            DeliveryId message = committed(
                            store,
                            turn(ANNA, 0).noting(first, NOON, "{\"n\":1}").saying(nudge(first, "up!")))
                    .owed()
                    .getFirst();
            committed(store, turnReading(ANNA, version(store, ANNA)).noting(second, LATER, "{\"n\":2}"));
            assertThat(store.nudgeNotes(ANNA, 9))
                    .containsExactly(
                            new NudgeNote(second, LATER, "{\"n\":2}", Optional.empty()),
                            new NudgeNote(first, NOON, "{\"n\":1}", Optional.empty()));
            store.settle(new Settlement(message, Optional.empty(), Fate.IN_DOUBT));
            assertThat(store.nudgeNotes(ANNA, 9).getLast())
                    .isEqualTo(new NudgeNote(first, NOON, "{\"n\":1}", Optional.of(Fate.IN_DOUBT)));
            assertThat(store.nudgeNotes(ANNA, 1)).hasSize(1);
            assertThat(store.everything(ANNA).notes()).isEqualTo(store.nudgeNotes(ANNA, 9));
            assertThat(store.nudgeNotes(BEN, 9)).isEmpty();
        }
    }

    @Test
    default void aNoteTakesThePlaceOfOneOfTheSameOccurrenceAndTheOldestGo() {
        try (Store store = open()) {
            int many = 5 * NudgeChange.NOTES_KEPT;
            for (int i = 0; i < many; i++) {
                Instant at = NOON.plus(i, ChronoUnit.DAYS);
                committed(store, turnReading(ANNA, version(store, ANNA)).noting(new NudgeKey("n", at), at, "{}"));
            }
            Instant lastAt = NOON.plus(many - 1, ChronoUnit.DAYS);
            var last = new NudgeKey("n", lastAt);
            committed(store, turnReading(ANNA, version(store, ANNA)).noting(last, lastAt, "{\"changed\":true}"));
            List<NudgeNote> notes = store.nudgeNotes(ANNA, many);
            assertThat(notes).hasSizeBetween(NudgeChange.NOTES_KEPT, 2 * NudgeChange.NOTES_KEPT);
            assertThat(notes)
                    .extracting(note -> note.key().occurrence())
                    .isSortedAccordingTo(Comparator.reverseOrder())
                    .doesNotHaveDuplicates();
            assertThat(notes.getFirst()).isEqualTo(new NudgeNote(last, lastAt, "{\"changed\":true}", Optional.empty()));
        }
    }

    @Test
    default void whatIsWithdrawnIsOwedNoLongerAndNotedSo() {
        var key = new NudgeKey("noon", NOON);
        try (Store store = open()) {
            committed(store, turn(ANNA, 0).noting(key, NOON, "{}").saying(nudge(key, "up!"), TurnBuilder.answer("hi")));
            committed(store, turn(BEN, 0).noting(key, NOON, "{}").saying(nudge(key, "up!")));
            committed(store, turnReading(ANNA, version(store, ANNA)).withdrawing());
            assertThat(store.owed(ANNA, Lane.NUDGE)).isEmpty();
            assertThat(store.owed(ANNA, Lane.ANSWER)).hasSize(1);
            assertThat(store.owed(BEN, Lane.NUDGE)).hasSize(1);
            assertThat(store.nudgeNotes(ANNA, 1).getFirst().fate()).contains(Fate.WITHDRAWN);
            assertThat(store.nudgeNotes(BEN, 1).getFirst().fate()).isEmpty();
        }
    }

    @Test
    default void theLanesAreReadApart() {
        var key = new NudgeKey("noon", NOON);
        try (Store store = open()) {
            committed(store, turn(ANNA, 0).saying(nudge(key, "up!"), TurnBuilder.answer("hi")));
            assertThat(store.owed(PLATFORM, Lane.NUDGE, new DeliveryId(0), 9))
                    .extracting(owed -> owed.outgoing())
                    .containsExactly(nudge(key, "up!"));
            assertThat(store.owed(PLATFORM, Lane.ANSWER, new DeliveryId(0), 9))
                    .extracting(owed -> owed.outgoing().message())
                    .containsExactly("hi");
        }
    }

    @Test
    default void allOfItGoesWithWhoeverIsForgotten() {
        var key = new NudgeKey("noon", NOON);
        try (Store store = open()) {
            committed(
                    store,
                    turn(ANNA, 0)
                            .planning(dueNudge(ANNA, "n", NOON))
                            .noting(key, NOON, "{}")
                            .saying(nudge(key, "up!")));
            committed(store, turnReading(ANNA, version(store, ANNA)).forgetting());
            assertThat(allPending(store)).isEmpty();
            assertThat(store.nudgeNotes(ANNA, 9)).isEmpty();
            assertThat(allOwed(store)).isEmpty();
        }
    }

    @Test
    default void nudgesMoveWithTheirChat() {
        Address old = TurnBuilder.chat("old");
        Address fresh = TurnBuilder.chat("new");
        var group = new Subject.Group(old);
        var moved = new Subject.Group(fresh);
        var key = new NudgeKey("noon", NOON);
        try (Store store = open()) {
            committed(
                    store,
                    turn(group, 0)
                            .planning(new DueNudge(group, key, old, TurnBuilder.IN_PRIVATE))
                            .noting(key, NOON, "{}"));
            store.move(old, fresh);
            assertThat(allPending(store)).containsExactly(new DueNudge(moved, key, fresh, TurnBuilder.IN_PRIVATE));
            assertThat(store.nudgeNotes(moved, 9)).hasSize(1);
            assertThat(store.nudgeNotes(group, 9)).isEmpty();
        }
    }
}
