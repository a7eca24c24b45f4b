package dev.limber.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoomTest {
    private final Room room = new Room(10);
    private final AtomicInteger inside = new AtomicInteger();

    @Test
    void there_is_room_for_few_at_first_and_for_more_once_some_have_come_through() throws InterruptedException {
        Thread crowd = Thread.ofVirtual().start(this::enterUntilInterrupted);
        await().until(() -> inside.get() == 8 && crowd.getState() == Thread.State.WAITING);
        for (int more = 9; more <= 12; more++) {
            for (int through = 0; through < 4; through++) {
                inside.decrementAndGet();
                room.leave();
            }
            int expected = Math.min(more, 10);
            await().until(() -> inside.get() == expected && crowd.getState() == Thread.State.WAITING);
        }
        crowd.interrupt();
        crowd.join();
        Thread last = Thread.ofVirtual().start(this::awaitEmpty);
        while (inside.get() > 0) {
            assertThat(last.isAlive()).isTrue();
            inside.decrementAndGet();
            room.leave();
        }
        last.join();
    }

    private void enterUntilInterrupted() {
        try {
            while (true) {
                room.enter();
                inside.incrementAndGet();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEmpty() {
        try {
            room.awaitEmpty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
