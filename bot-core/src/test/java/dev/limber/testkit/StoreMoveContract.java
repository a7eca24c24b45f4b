package dev.limber.testkit;

import static dev.limber.testkit.StoreUse.allOwed;
import static dev.limber.testkit.StoreUse.allWakeUps;
import static dev.limber.testkit.StoreUse.committed;
import static dev.limber.testkit.StoreUse.settle;
import static dev.limber.testkit.TurnBuilder.NOON;
import static dev.limber.testkit.TurnBuilder.PLATFORM;
import static dev.limber.testkit.TurnBuilder.answer;
import static dev.limber.testkit.TurnBuilder.chat;
import static dev.limber.testkit.TurnBuilder.fullAnswer;
import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.thread;
import static dev.limber.testkit.TurnBuilder.turn;
import static dev.limber.testkit.TurnBuilder.turnReading;
import static dev.limber.testkit.TurnBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.CommitResult.Committed;
import dev.limber.core.runtime.CommitResult.Conflict;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoredState;
import dev.limber.core.runtime.WakeUp;
import dev.limber.core.session.Subject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A chat that gets a new address takes everything along. */
interface StoreMoveContract {
    Subject ANNA = person("anna");

    Store open();

    @Test
    default void whatIsOwedAndDueInAChatMovesWithIt() {
        List<Address> others = List.of(
                chat("old chat"),
                chat("ol"),
                new Address(PLATFORM, "other-bot", "old", Optional.empty()),
                new Address(new Platform("other"), "bot", "old", Optional.empty()));
        try (Store store = open()) {
            owedAndDue(store, ANNA, chat("old"), "1");
            owedAndDue(store, ANNA, thread("old", "topic"), "2");
            for (Address other : others) {
                owedAndDue(store, ANNA, other, "at " + other);
            }
            store.move(chat("old"), chat("new"));
            assertThat(store.everything(ANNA).owed())
                    .extracting(owed -> owed.outgoing().to())
                    .startsWith(chat("new"), thread("new", "topic"))
                    .endsWith(others.toArray(Address[]::new))
                    .hasSize(6);
            assertThat(allOwed(store)).hasSize(5);
            assertThat(allWakeUps(store))
                    .extracting(WakeUp::address)
                    .contains(chat("new"), thread("new", "topic"))
                    .containsAll(others)
                    .hasSize(6);
        }
    }

    @Test
    default void aGroupMovesWithAllThatIsStoredAboutIt() {
        Subject before = new Subject.Group(chat("old"));
        Subject after = new Subject.Group(chat("new"));
        Subject topicBefore = new Subject.Group(thread("old", "topic/1"));
        Subject topicAfter = new Subject.Group(thread("new", "topic/1"));
        Subject neighbour = new Subject.Group(chat("old2"));
        try (Store store = open()) {
            committed(store, turn(before, 0).state("{\"n\":1}").plan("[1]").history("a", NOON, "{\"a\":1}"));
            owedAndDue(store, before, chat("old"), "cue");
            committed(store, turn(topicBefore, 0).state("{\"topic\":1}"));
            committed(store, turn(neighbour, 0).state("{\"neighbour\":1}"));
            store.move(chat("old"), chat("new"));
            assertThat(store.find(before)).isEmpty();
            assertThat(store.find(topicBefore)).isEmpty();
            assertThat(store.find(neighbour))
                    .contains(new StoredState(version(1), "{\"neighbour\":1}", Optional.empty()));
            assertThat(store.find(after).orElseThrow().plan()).contains("[1]");
            assertThat(store.history(after, NOON)).hasSize(1);
            assertThat(store.find(topicAfter).map(StoredState::state)).contains("{\"topic\":1}");
            assertThat(store.everything(after).owed()).hasSize(1);
            assertThat(store.everything(after).wakeUps())
                    .extracting(WakeUp::subject, WakeUp::address, WakeUp::cue)
                    .containsExactly(tuple(after, chat("new"), "cue"));
            committed(store, turnReading(after, store.find(after).orElseThrow().version()));
        }
    }

    @Test
    default void aGroupStoredAtBothEndsKeepsWhatItHadWhereItCameFrom() {
        Subject before = new Subject.Group(chat("old"));
        Subject after = new Subject.Group(chat("new"));
        try (Store store = open()) {
            committed(store, turn(before, 0).state("{\"old\":1}").history("a", NOON, "{}"));
            committed(store, turn(after, 0).state("{\"new\":1}").plan("[]").saying("welcome"));
            store.move(chat("old"), chat("new"));
            assertThat(store.find(before)).isEmpty();
            StoredState merged = store.find(after).orElseThrow();
            assertThat(merged.state()).isEqualTo("{\"old\":1}");
            assertThat(merged.plan()).isEmpty();
            assertThat(store.history(after, NOON)).hasSize(1);
            assertThat(store.everything(after).owed()).hasSize(1);
            // Whoever read either of them before must read again.
            assertThat(store.commit(turn(after, 1).build())).isEqualTo(new Conflict());
            committed(store, turnReading(after, merged.version()));
        }
    }

    @Test
    default void movingToTheSamePlaceChangesNothing() {
        Subject group = new Subject.Group(chat("old"));
        try (Store store = open()) {
            owedAndDue(store, group, chat("old"), "cue");
            var before = store.everything(group);
            store.move(chat("old"), chat("old"));
            assertThat(store.everything(group)).isEqualTo(before);
        }
    }

    /** Leaves one message owed to the address, and one wake-up due there. */
    private static void owedAndDue(Store store, Subject subject, Address address, String cue) {
        long version = store.find(subject).map(StoredState::version).orElse(0L);
        var first = fullAnswer(address, "1", "token", cue);
        Committed turn = committed(store, turnReading(subject, version).saying(first, answer(address, "2")));
        var next = new WakeUp(turn.owed().getFirst(), subject, address, first.circumstances(), cue, NOON);
        assertThat(settle(store, next)).isTrue();
    }
}
