package dev.limber.testkit;

import static dev.limber.testkit.StoreUse.allOwed;
import static dev.limber.testkit.StoreUse.allWakeUps;
import static dev.limber.testkit.StoreUse.committed;
import static dev.limber.testkit.StoreUse.schedule;
import static dev.limber.testkit.TurnBuilder.NOON;
import static dev.limber.testkit.TurnBuilder.chat;
import static dev.limber.testkit.TurnBuilder.fullAnswer;
import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.thread;
import static dev.limber.testkit.TurnBuilder.turn;
import static dev.limber.testkit.TurnBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import dev.limber.core.runtime.CommitResult.Conflict;
import dev.limber.core.runtime.CommitResult.SeenBefore;
import dev.limber.core.runtime.Dossier;
import dev.limber.core.runtime.HistoryEntry;
import dev.limber.core.runtime.Owed;
import dev.limber.core.runtime.Prefetched;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoredState;
import dev.limber.core.runtime.WakeUp;
import dev.limber.core.session.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** State, plan and history: what a turn stores, and when it must not. */
interface StoreTurnContract {
    Subject ANNA = person("anna");
    Subject BEN = person("ben");

    Store open();

    @Test
    default void nobodyIsThereBeforeTheirFirstTurn() {
        try (Store store = open()) {
            assertThat(store.find(ANNA)).isEmpty();
            assertThat(store.history(ANNA, Instant.EPOCH)).isEmpty();
            assertThat(store.everything(ANNA))
                    .isEqualTo(new Dossier(Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of()));
            assertThat(allOwed(store)).isEmpty();
            assertThat(allWakeUps(store)).isEmpty();
        }
    }

    @Test
    default void eachTurnStoresTheNewStateUnderAVersionThatBeginsWithItsTimeAndThenCountsOn() {
        try (Store store = open()) {
            assertThat(committed(store, turn(ANNA, 0).state("{\"n\":1}")).version())
                    .isEqualTo(NOON.toEpochMilli());
            assertThat(store.find(ANNA)).contains(new StoredState(NOON.toEpochMilli(), "{\"n\":1}", Optional.empty()));
            assertThat(committed(store, turn(ANNA, 1).state("{\"n\":2}").at(NOON.plusSeconds(90_000)))
                            .version())
                    .isEqualTo(NOON.toEpochMilli() + 1);
            assertThat(store.find(ANNA)).contains(new StoredState(version(2), "{\"n\":2}", Optional.empty()));
        }
    }

    @Test
    default void aPlanIsKeptUntilItIsReplacedOrRemoved() {
        try (Store store = open()) {
            committed(store, turn(ANNA, 0).plan("[1]"));
            committed(store, turn(ANNA, 1));
            assertThat(store.find(ANNA).flatMap(StoredState::plan)).contains("[1]");
            committed(store, turn(ANNA, 2).plan("[2]"));
            assertThat(store.find(ANNA).flatMap(StoredState::plan)).contains("[2]");
            committed(store, turn(ANNA, 3).withoutPlan());
            assertThat(store.find(ANNA)).contains(new StoredState(version(4), "{}", Optional.empty()));
            committed(store, turn(ANNA, 4).withoutPlan());
            assertThat(store.find(ANNA).flatMap(StoredState::plan)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7})
    default void aTurnThatReadAnotherVersionIsAConflictAndChangesNothing(int readVersion) {
        try (Store store = open()) {
            WakeUp wakeUp = schedule(store, ANNA, "half-way", NOON);
            committed(store, turn(ANNA, 1).state("{\"n\":2}").plan("[]").history("a", NOON, "{}"));
            Dossier before = store.everything(ANNA);
            assertThat(before.wakeUps()).containsExactly(wakeUp);

            var late = turn(ANNA, readVersion)
                    .seen("late")
                    .state("{\"n\":99}")
                    .withoutPlan()
                    .history("a", NOON.plusSeconds(5), "{\"other\":true}")
                    .history("b", NOON, "{}")
                    .saying("too late")
                    .rung(wakeUp)
                    .droppingWakeUps();
            assertThat(store.commit(late.build())).isEqualTo(new Conflict());
            assertThat(store.everything(ANNA)).isEqualTo(before);
            assertThat(allOwed(store)).isEmpty();
            // Its event does not count as seen: decided again, it goes through.
            committed(store, turn(ANNA, 2).seen("late"));
        }
    }

    @Test
    default void aTurnOfSomebodyWhoIsNotThereAnyMoreIsAConflict() {
        try (Store store = open()) {
            assertThat(store.commit(turn(ANNA, 1).saying("hello").build())).isEqualTo(new Conflict());
            assertThat(store.find(ANNA)).isEmpty();
            assertThat(allOwed(store)).isEmpty();
        }
    }

    @Test
    default void anEventSeenBeforeDoesNothingWhosoeverItWasAndWhateverWasRead() {
        try (Store store = open()) {
            schedule(store, ANNA, "half-way", NOON);
            committed(store, turn(ANNA, 1).seen("update 7").state("{\"n\":1}").saying("once"));
            Dossier before = store.everything(ANNA);
            var again = turn(ANNA, 2)
                    .seen("update 7")
                    .state("{\"n\":2}")
                    .plan("[]")
                    .history("a", NOON, "{}")
                    .saying("twice")
                    .droppingWakeUps();
            assertThat(store.commit(again.build())).isEqualTo(new SeenBefore());
            assertThat(store.commit(turn(ANNA, 1).seen("update 7").build())).isEqualTo(new SeenBefore());
            assertThat(store.commit(turn(ANNA, 2).seen("update 7").forgetting().build()))
                    .isEqualTo(new SeenBefore());
            assertThat(store.commit(turn(BEN, 0).seen("update 7").build())).isEqualTo(new SeenBefore());
            assertThat(store.everything(ANNA)).isEqualTo(before);
            assertThat(store.find(BEN)).isEmpty();
        }
    }

    @Test
    default void manyArePrefetchedAsTheyWouldBeFoundOneByOne() {
        try (Store store = open()) {
            List<Subject> people = IntStream.range(0, 150)
                    .<Subject>mapToObj(i -> person("p" + i))
                    .toList();
            for (Subject person : people) {
                committed(
                        store,
                        turn(person, 0)
                                .state("{\"of\":\"" + person.key() + "\"}")
                                .history("later", NOON.plusSeconds(9), "{\"n\":3}")
                                .history("first", NOON, "{\"n\":2}")
                                .history("long ago", NOON.minusSeconds(1), "{\"n\":1}"));
            }
            committed(store, turn(BEN, 0).plan("[1]"));
            Map<Subject, Prefetched> all = store.prefetch(
                    Stream.concat(people.stream(), Stream.of(ANNA, BEN)).toList(), NOON);
            assertThat(all).hasSize(people.size() + 1).doesNotContainKey(ANNA);
            for (Subject person : people) {
                assertThat(all)
                        .containsEntry(
                                person,
                                new Prefetched(store.find(person).orElseThrow(), NOON, store.history(person, NOON)));
                assertThat(store.history(person, NOON))
                        .extracting(HistoryEntry::id)
                        .containsExactly("first", "later");
            }
            assertThat(Optional.ofNullable(all.get(BEN))
                            .flatMap(read -> read.state().plan()))
                    .contains("[1]");
            assertThat(store.prefetch(List.of(), NOON)).isEmpty();
        }
    }

    @Test
    default void seenKeysAreComparedWhole() {
        try (Store store = open()) {
            String longKey = "k".repeat(5000);
            committed(store, turn(ANNA, 0).seen(longKey));
            committed(store, turn(ANNA, 1).seen(longKey + "!"));
            committed(store, turn(ANNA, 2).seen(""));
            committed(store, turn(ANNA, 3).seen("ü"));
            committed(store, turn(ANNA, 4).seen("Ü"));
            assertThat(store.commit(turn(ANNA, 5).seen("ü").build())).isEqualTo(new SeenBefore());
        }
    }

    @Test
    default void historyGrowsAndAnEntryWithAKnownIdIsReplaced() {
        try (Store store = open()) {
            committed(
                    store,
                    turn(ANNA, 0)
                            .history("b", NOON.plusSeconds(60), "{\"b\":1}")
                            .history("a", NOON, "{\"a\":1}"));
            committed(store, turn(BEN, 0).history("a", NOON, "{\"ben\":1}"));
            committed(
                    store,
                    turn(ANNA, 1).history("a", NOON, "{\"a\":2}").history("c", NOON.minusSeconds(60), "{\"c\":1}"));
            var a = new HistoryEntry("a", NOON, "{\"a\":2}");
            var b = new HistoryEntry("b", NOON.plusSeconds(60), "{\"b\":1}");
            var c = new HistoryEntry("c", NOON.minusSeconds(60), "{\"c\":1}");
            assertThat(store.history(ANNA, Instant.EPOCH)).containsExactly(c, a, b);
            assertThat(store.history(ANNA, Instant.MIN)).containsExactly(c, a, b);
            assertThat(store.history(ANNA, NOON)).containsExactly(a, b);
            assertThat(store.history(ANNA, NOON.plusMillis(1))).containsExactly(b);
            assertThat(store.history(BEN, Instant.EPOCH)).containsExactly(new HistoryEntry("a", NOON, "{\"ben\":1}"));
        }
    }

    @Test
    default void subjectsWithSimilarNamesAreApart() {
        List<Subject> similar = List.of(
                person("1"),
                person("1/2"),
                person("1%2F2"),
                person(" 1"),
                person("A"),
                person("a"),
                new Subject.Person(new UserId(new Platform("other"), "1")),
                new Subject.Group(chat("1")),
                new Subject.Group(chat("1/2")),
                new Subject.Group(chat("1%2F2")),
                new Subject.Group(thread("1", "2")),
                new Subject.Group(thread("1", "")),
                new Subject.Group(chat("bot/1")));
        try (Store store = open()) {
            for (int i = 0; i < similar.size(); i++) {
                committed(
                        store,
                        turn(similar.get(i), 0).state("{\"n\":" + i + "}").saying("to " + i));
            }
            for (int i = 0; i < similar.size(); i++) {
                Dossier dossier = store.everything(similar.get(i));
                assertThat(dossier.state().map(StoredState::state)).contains("{\"n\":" + i + "}");
                assertThat(dossier.owed()).hasSize(1);
            }
            assertThat(allOwed(store)).extracting(Owed::subject).containsExactlyElementsOf(similar);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "🧘🏽‍♀️ 👨‍👩‍👧 e\u0301 \u200d \ufeff",
                "\u202eمرحبا شلومو שלום\u202c",
                "'; DROP TABLE subject; -- \" ? :name ${x} {0} %s \\ \n\r\t",
                "before\0after",
                "10,000 × ä",
                "10,000 × 𠜎"
            })
    default void anyTextComesBackAsItWent(String given) {
        String many = "10,000 × ";
        String text = given.startsWith(many) ? given.substring(many.length()).repeat(10_000) : given;
        Subject subject = person("x" + text);
        var to = thread("c" + text, "t" + text);
        try (Store store = open()) {
            var answer = fullAnswer(to, text, "token" + text, "cue" + text);
            committed(
                    store,
                    turn(subject, 0)
                            .seen(text)
                            .state(text)
                            .plan(text)
                            .history("id" + text, NOON, text)
                            .saying(answer));
            assertThat(store.find(subject)).contains(new StoredState(version(1), text, Optional.of(text)));
            assertThat(store.history(subject, NOON)).containsExactly(new HistoryEntry("id" + text, NOON, text));
            assertThat(allOwed(store)).extracting(Owed::outgoing).containsExactly(answer);
            assertThat(allOwed(store)).extracting(Owed::subject).containsExactly(subject);
            assertThat(store.commit(turn(subject, 1).seen(text).build())).isEqualTo(new SeenBefore());
        }
    }
}
