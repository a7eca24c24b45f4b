package dev.limber.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Pace;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom the pace lets go when. */
class PacerTest {
    private static final Platform FAKE = new Platform("fake");
    private static final UserId ANN = new UserId(FAKE, "ann");
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final Duration NO_GAP = Duration.ZERO;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition anyCondition = lock.newCondition();
    private final Pacer pacer = new Pacer(new Pace(BETWEEN, NO_GAP, NO_GAP));

    @BeforeEach
    void guard() {
        lock.lock();
    }

    @AfterEach
    void unguard() {
        lock.unlock();
    }

    @Test
    void only_the_first_that_waits_has_a_place_reserved_and_whoever_is_next_takes_it_over() {
        leave(pacer, nudge(1));
        var lines = IntStream.range(2, 1_000).mapToObj(this::nudge).toList();
        lines.forEach(line -> wait(pacer, line));

        assertThat(wait(pacer, lines.get(500))).isEqualTo(Pacer.UNTIL_STIRRED);
        lines.subList(0, 500).forEach(pacer::stepAside);
        assertThat(wait(pacer, lines.get(500))).isPositive().isLessThanOrEqualTo(BETWEEN.toNanos());
    }

    @Test
    void what_was_asked_for_earlier_goes_earlier_whenever_it_came() {
        leave(pacer, nudge(1));
        var late = nudge(9);
        var early = nudge(5);
        assertThat(wait(pacer, late)).isLessThanOrEqualTo(BETWEEN.toNanos());
        assertThat(wait(pacer, early)).isLessThanOrEqualTo(BETWEEN.toNanos());

        assertThat(wait(pacer, late)).isEqualTo(Pacer.UNTIL_STIRRED);
        pacer.stepAside(early);
        assertThat(wait(pacer, late)).isLessThanOrEqualTo(BETWEEN.toNanos());
    }

    @Test
    void a_line_whose_first_message_is_another_one_by_now_stands_where_that_one_should() {
        leave(pacer, nudge(1));
        var line = nudge(9);
        wait(pacer, line);
        wait(pacer, nudge(7));
        line.parcels.add(parcel(5, Lane.NUDGE, line.address));

        assertThat(wait(pacer, line)).isLessThanOrEqualTo(BETWEEN.toNanos());
        assertThat(pacer.queueLength()).isEqualTo(2);
    }

    @Test
    void a_line_that_must_wait_for_something_else_does_not_stand_in_the_way() {
        leave(pacer, nudge(1));
        var held = nudge(2);
        var answering = nudge(3);
        var free = nudge(4);
        wait(pacer, held);
        wait(pacer, answering);
        wait(pacer, free);

        held.heldUntil = System.nanoTime() + Duration.ofHours(1).toNanos();
        answering.parcels.add(parcel(5, Lane.ANSWER, answering.address));

        assertThat(wait(pacer, held)).isGreaterThan(BETWEEN.toNanos());
        assertThat(wait(pacer, answering)).isZero();
        assertThat(wait(pacer, free)).isLessThanOrEqualTo(BETWEEN.toNanos());
        assertThat(pacer.queueLength()).isEqualTo(1);
    }

    @Test
    void leaving_a_little_late_does_not_add_up() {
        var between = Duration.ofMillis(20);
        var brisk = new Pacer(new Pace(between, NO_GAP, NO_GAP));
        long begun = 0;
        long last = 0;
        long allowed = 0;
        for (int i = 0; i < 50; i++) {
            var line = nudge(i);
            long moment = System.nanoTime() + wait(brisk, line);
            parkUntil(moment + Duration.ofMillis(1).toNanos());
            last = System.nanoTime();
            brisk.handedOut(line, line.parcels.remove(), last);
            if (i == 0) {
                begun = last;
            } else {
                allowed += between.toNanos()
                        + Math.max(0, last - moment - between.dividedBy(10).toNanos());
            }
        }

        assertThat(last - begun).isLessThan(allowed + between.toNanos());
    }

    private static void parkUntil(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Test
    void a_burst_of_answers_holds_up_what_is_scheduled_for_about_a_second_and_never_waits() {
        var brisk = new Pacer(new Pace(Duration.ofMillis(50), NO_GAP, NO_GAP));
        for (int i = 0; i < 1_000; i++) {
            var line = line(new Address(FAKE, "bot", "c" + i, Optional.empty()));
            line.parcels.add(parcel(i, Lane.ANSWER, line.address));
            assertThat(wait(brisk, line)).isZero();
            leave(brisk, line);
        }

        assertThat(Duration.ofNanos(wait(brisk, nudge(1_000))))
                .isBetween(Duration.ofMillis(500), Duration.ofMillis(1_100));
    }

    @Test
    void without_a_pace_nothing_waits() {
        var unlimited = new Pacer(Pace.unlimited());
        for (int i = 0; i < 1_000; i++) {
            var line = nudge(i);
            assertThat(wait(unlimited, line)).isNotPositive();
            leave(unlimited, line);
        }
        assertThat(unlimited.queueLength() + unlimited.chatsInMind()).isZero();
    }

    @Test
    void a_chat_that_is_written_to_again_waits_from_then_on() {
        Duration gap = Duration.ofSeconds(30);
        var gentle = new Pacer(new Pace(Duration.ZERO, gap, gap));
        var line = nudge(3);
        long first = System.nanoTime();
        gentle.handedOut(line, parcel(1, Lane.ANSWER, line.address), first);
        long second = first + gap.dividedBy(2).toNanos();
        gentle.handedOut(line, parcel(2, Lane.ANSWER, line.address), second);

        assertThat(gentle.waitOf(line, line.parcels.element(), first + gap.toNanos()))
                .isEqualTo(gap.dividedBy(2).toNanos());
        assertThat(gentle.waitOf(line, line.parcels.element(), second + gap.toNanos()))
                .isNotPositive();
    }

    @Test
    void chats_that_nobody_writes_to_any_more_leave_memory_by_themselves() {
        var gentle = new Pacer(new Pace(Duration.ZERO, Duration.ofMillis(10), Duration.ofMillis(10)));
        IntStream.range(0, 100).mapToObj(this::nudge).forEach(line -> leave(gentle, line));
        assertThat(gentle.chatsInMind()).isEqualTo(100);

        await().untilAsserted(() -> assertThat(gentle.chatsInMind()).isZero());
    }

    @Test
    void chats_in_mind_are_bounded() {
        var gentle = new Pacer(new Pace(Duration.ZERO, BETWEEN, BETWEEN));
        IntStream.range(0, 50_000).mapToObj(this::nudge).forEach(line -> leave(gentle, line));

        assertThat(gentle.chatsInMind()).isLessThanOrEqualTo(20_000);
    }

    private static long wait(Pacer pacer, Line line) {
        return pacer.waitOf(line, line.parcels.element(), System.nanoTime());
    }

    private static void leave(Pacer pacer, Line line) {
        pacer.handedOut(line, line.parcels.remove(), System.nanoTime());
    }

    /** A line of a chat of its own with one scheduled message. */
    private Line nudge(int number) {
        Line line = line(new Address(FAKE, "bot", "chat" + number, Optional.empty()));
        line.parcels.add(parcel(number, Lane.NUDGE, line.address));
        return line;
    }

    private Line line(Address address) {
        return new Line(address, anyCondition);
    }

    private static Parcel parcel(long id, Lane lane, Address to) {
        return Parcel.of(new Owed(
                new DeliveryId(id),
                new Subject.Person(ANN),
                new TurnRecord.Outgoing(
                        to,
                        Optional.empty(),
                        lane,
                        "{}",
                        Optional.empty(),
                        Optional.empty(),
                        new Circumstances(true, Optional.empty()),
                        Optional.empty())));
    }
}
