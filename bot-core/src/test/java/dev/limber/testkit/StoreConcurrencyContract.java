package dev.limber.testkit;

import static dev.limber.testkit.StoreUse.allAtOnce;
import static dev.limber.testkit.StoreUse.allOwed;
import static dev.limber.testkit.StoreUse.committed;
import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.turn;
import static dev.limber.testkit.TurnBuilder.turnReading;
import static dev.limber.testkit.TurnBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.runtime.CommitResult;
import dev.limber.core.runtime.CommitResult.Committed;
import dev.limber.core.runtime.CommitResult.Conflict;
import dev.limber.core.runtime.CommitResult.SeenBefore;
import dev.limber.core.runtime.Owed;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoredState;
import dev.limber.core.session.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many virtual threads at once. */
interface StoreConcurrencyContract {
    Store open();

    @RepeatedTest(5)
    default void ofTwoTurnsThatReadTheSameVersionOneIsAConflict() throws Exception {
        Subject anna = person("anna");
        try (Store store = open()) {
            for (int version = 0; version < 10; version++) {
                int read = version;
                Callable<CommitResult> attempt =
                        () -> store.commit(turn(anna, read).saying("hello").build());
                List<CommitResult> results = allAtOnce(Collections.nCopies(2, attempt));
                assertThat(results).hasAtLeastOneElementOfType(Committed.class).contains(new Conflict());
            }
            assertThat(store.find(anna).map(StoredState::version)).contains(version(10));
            assertThat(allOwed(store)).hasSize(10);
        }
    }

    @RepeatedTest(5)
    default void ofTheSameEventOfferedManyTimesAtOnceOneIsHandled() throws Exception {
        try (Store store = open()) {
            var attempts = new ArrayList<Callable<CommitResult>>();
            for (int i = 0; i < 16; i++) {
                Subject subject = person("p" + i);
                attempts.add(() -> store.commit(
                        turn(subject, 0).seen("the same").saying("hello").build()));
            }
            List<CommitResult> results = allAtOnce(attempts);
            assertThat(results).filteredOn(new SeenBefore()::equals).hasSize(15);
            assertThat(results).filteredOn(Committed.class::isInstance).hasSize(1);
            assertThat(allOwed(store)).hasSize(1);
        }
    }

    @Test
    default void turnsOfManySubjectsAtOnceAreAllStoredAndOneThatCannotBeFailsAlone() throws Exception {
        try (Store store = open()) {
            committed(store, turn(person("seen"), 0).seen("seen"));
            var attempts = new ArrayList<Callable<CommitResult>>();
            for (int i = 0; i < 192; i++) {
                Subject subject = person("p" + i);
                attempts.add(
                        switch (i % 3) {
                            case 0 ->
                                () -> store.commit(turn(subject, 0)
                                        .state("{\"key\":\"" + subject.key() + "\"}")
                                        .saying("1 " + subject.key(), "2 " + subject.key())
                                        .build());
                            case 1 ->
                                () -> store.commit(
                                        turn(subject, 5).saying("conflict").build());
                            default ->
                                () -> store.commit(turn(subject, 0)
                                        .seen("seen")
                                        .saying("seen")
                                        .build());
                        });
            }
            List<CommitResult> results = allAtOnce(attempts);
            List<Owed> owed = allOwed(store);
            assertThat(owed).hasSize(128);
            for (int i = 0; i < 192; i++) {
                Subject subject = person("p" + i);
                if (i % 3 == 0) {
                    List<DeliveryId> ids = owed.stream()
                            .filter(one -> one.subject().equals(subject))
                            .map(Owed::id)
                            .toList();
                    assertThat(results.get(i)).isEqualTo(new Committed(version(1), ids));
                    assertThat(store.find(subject).map(StoredState::state))
                            .contains("{\"key\":\"" + subject.key() + "\"}");
                } else {
                    assertThat(results.get(i)).isEqualTo(i % 3 == 1 ? new Conflict() : new SeenBefore());
                    assertThat(store.find(subject)).isEmpty();
                }
            }
        }
    }

    @Test
    default void conversationsRunAtOnceWithTheirReadingSettlingAndForgetting() throws Exception {
        try (Store store = open()) {
            var conversations = new ArrayList<Callable<Long>>();
            for (int i = 0; i < 64; i++) {
                Subject subject = person("p" + i);
                boolean leaves = i % 16 == 0;
                conversations.add(() -> converse(store, subject, leaves));
            }
            assertThat(allAtOnce(conversations)).allMatch(version -> version == version(20) || version == 0);
            assertThat(allOwed(store)).isEmpty();
            assertThat(store.find(person("p1")).map(StoredState::version)).contains(version(20));
            assertThat(store.find(person("p16"))).isEmpty();
        }
    }

    /** Twenty turns, each read, stored, and delivered; then, possibly, one that forgets all. */
    private static long converse(Store store, Subject subject, boolean leaves) {
        for (int turn = 0; turn < 20; turn++) {
            long version = store.find(subject).map(StoredState::version).orElse(0L);
            committed(store, turnReading(subject, version).saying("hello"))
                    .owed()
                    .forEach(id -> StoreUse.settle(store, id));
        }
        if (leaves) {
            Committed last = committed(store, turn(subject, 20).forgetting().saying("farewell"));
            last.owed().forEach(id -> StoreUse.settle(store, id));
        }
        return store.find(subject).map(StoredState::version).orElse(0L);
    }
}
