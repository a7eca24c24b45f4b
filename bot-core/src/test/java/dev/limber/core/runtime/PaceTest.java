package dev.limber.core.runtime;

import static dev.limber.core.runtime.Parrot.nudge;
import static dev.limber.core.runtime.Parrot.say;
import static dev.limber.core.runtime.Parrot.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Pace;
import dev.limber.core.chat.UserId;
import dev.limber.core.coach.Effect;
import dev.limber.core.session.Lane;
import dev.limber.testkit.Fault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scheduled messages keep to the pace of their platform, and answers do not. */
class PaceTest {
    private static final Duration NO_GAP = Duration.ZERO;
    private static final Duration LONG = Duration.ofMinutes(1);
    /** How much later one message may take from the desk to the platform than the next on a busy machine. */
    private static final Duration LATE = Duration.ofMillis(100);

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String NUDGE = "stretch!";

    private final Rig rig = new Rig();
    private final TimedPlatform timed = new TimedPlatform(rig.platform);
    private final Address club = rig.platform.sharedChat("club");

    @BeforeEach
    void teach() {
        rig.parrot.on("nudge", (state, _) -> turn(state, nudge(NUDGE)));
        rig.parrot.on("forget", (state, _) -> turn(state, new Effect.Forget(), say("bye")));
    }

    @AfterEach
    void stop() {
        rig.close();
        assertThat(rig.platform.overlaps()).isZero();
    }

    @Test
    void no_second_has_more_scheduled_messages_than_the_pace_allows_and_hardly_fewer() {
        int perSecond = 28;
        int messages = 100;
        Duration between = Duration.ofSeconds(1).dividedBy(perSecond);
        rig.platform.setPace(new Pace(between, NO_GAP, NO_GAP));
        oweNudges(messages);
        start();

        await().atMost(Duration.ofSeconds(20)).until(() -> rig.store.owedCount() == 0);
        var arrivals = timed.arrivals(NUDGE);
        assertThat(arrivals)
                .hasSize(messages)
                .extracting(TimedPlatform.Arrival::to)
                .doesNotHaveDuplicates();
        for (var first : arrivals) {
            // One more than allowed for what is late between the desk and the platform.
            assertThat(arrivals)
                    .filteredOn(arrival -> arrival.nanos() >= first.nanos()
                            && arrival.since(first).compareTo(Duration.ofSeconds(1)) < 0)
                    .hasSizeLessThanOrEqualTo(perSecond + 1);
        }
        assertThat(arrivals.getLast().since(arrivals.getFirst()))
                .isBetween(between.multipliedBy(messages - 2), between.multipliedBy(2L * messages));
    }

    @Test
    void answers_go_out_at_once_while_thousands_of_scheduled_messages_wait() {
        rig.platform.setPace(new Pace(Duration.ofMillis(35), NO_GAP, NO_GAP));
        int waiting = 2_000;
        oweNudges(waiting);
        Limber limber = start(withRoomFor(4 * waiting));
        await().until(() -> limber.busy() > waiting);
        int answers = 300;
        long[] times = new long[answers];
        // Half of them have a scheduled message that waits.
        int first = waiting - answers / 2;
        for (int i = 0; i < answers; i++) {
            times[i] = -System.nanoTime();
            rig.say(limber, person(first + i), "hello");
        }
        await().until(() -> timed.arrivals(PaceTest::isHello).size() == answers);
        for (int i = 0; i < answers; i++) {
            Address there = chat(first + i);
            times[i] += timed.arrivals(
                            arrival -> isHello(arrival) && arrival.to().equals(there))
                    .getFirst()
                    .nanos();
        }

        Arrays.sort(times);
        // What is scheduled waits for more than a minute; a busy machine may pause for a moment.
        assertThat(Duration.ofNanos(times[answers * 99 / 100])).isLessThan(Duration.ofSeconds(2));
        assertThat(Duration.ofNanos(times[answers / 2])).isLessThan(Duration.ofMillis(50));
        assertThat(timed.arrivals(NUDGE)).hasSizeLessThan(waiting / 2);
    }

    private static boolean isHello(TimedPlatform.Arrival arrival) {
        return arrival.text().endsWith(" hello");
    }

    @Test
    void answers_take_places_of_the_pace() {
        Duration between = Duration.ofMillis(50);
        rig.platform.setPace(new Pace(between, NO_GAP, NO_GAP));
        oweNudges(100);
        Limber limber = start();
        await().until(() -> timed.arrivals(NUDGE).size() >= 3);
        int answers = 15;
        for (int i = 0; i < answers; i++) {
            rig.say(limber, person(1_000 + i), "hello");
        }
        await().until(() -> timed.arrivals("1 hello").size() == answers);
        var lastAnswer = timed.arrivals("1 hello").getLast();
        await().until(() -> timed.arrivals().getLast().since(lastAnswer).compareTo(Duration.ofMillis(1_500)) > 0);

        // One scheduled message had its place before the answers came; one more for measuring.
        assertThat(timed.arrivals(NUDGE))
                .filteredOn(arrival -> within(arrival, lastAnswer, between.multipliedBy(answers - 2)))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(timed.arrivals(NUDGE))
                .filteredOn(arrival -> within(arrival, lastAnswer, Duration.ofMillis(1_500)))
                .hasSizeGreaterThanOrEqualTo(8);
    }

    private static boolean within(TimedPlatform.Arrival arrival, TimedPlatform.Arrival from, Duration time) {
        return arrival.nanos() > from.nanos() && arrival.since(from).compareTo(time) < 0;
    }

    @Test
    void an_answer_overtakes_a_scheduled_message_that_waits_for_the_platform() {
        rig.platform.setPace(new Pace(LONG, NO_GAP, NO_GAP));
        Limber limber = start();
        rig.say(limber, person(0), "nudge");
        await().until(() -> timed.arrivals(NUDGE).size() == 1);
        for (int p = 1; p < 10; p++) {
            rig.say(limber, person(p), "nudge");
        }
        for (int p = 1; p < 10; p++) {
            rig.say(limber, person(p), "hello");
            rig.awaitTexts(chat(p), "2 hello");
        }
        assertThat(timed.arrivals(NUDGE)).hasSize(1);
    }

    @Test
    void an_answer_overtakes_a_scheduled_message_that_waits_for_its_chat() {
        rig.platform.setPace(new Pace(Duration.ZERO, LONG, NO_GAP));
        Limber limber = start();
        rig.say(limber, rig.ann, "hello");
        rig.say(limber, rig.ann, "nudge");
        rig.say(limber, rig.ann, "and now?");

        rig.awaitTexts(rig.annsChat, "1 hello", "3 and now?");
    }

    @Test
    void two_messages_to_a_private_chat_leave_a_gap_after_whatever_was_said() {
        rig.platform.setPace(new Pace(Duration.ZERO, SHORT, LONG));
        Limber limber = start();
        rig.say(limber, rig.ann, "hello");
        rig.say(limber, rig.ann, "nudge");
        rig.say(limber, rig.ann, "nudge");

        rig.awaitTexts(rig.annsChat, "1 hello", NUDGE, NUDGE);
        assertGapsIn(rig.annsChat, SHORT);
    }

    @Test
    void two_messages_to_a_shared_chat_leave_its_gap_threads_counted_together() {
        rig.platform.setPace(new Pace(Duration.ZERO, LONG, SHORT));
        oweNudgeTo(club);
        oweNudgeTo(thread("1"));
        oweNudgeTo(thread("2"));
        oweNudgeTo(thread("2"));
        start();

        await().until(() -> rig.store.owedCount() == 0);
        assertThat(timed.arrivals(NUDGE)).hasSize(4);
        for (int i = 1; i < 4; i++) {
            assertThat(timed.arrivals().get(i).since(timed.arrivals().get(i - 1)))
                    .isGreaterThanOrEqualTo(SHORT.minus(LATE));
        }
    }

    @Test
    void a_message_that_waits_for_its_chat_holds_up_none_to_others() {
        rig.platform.setPace(new Pace(Duration.ofMillis(5), LONG, LONG));
        oweNudgeTo(club);
        for (int i = 0; i < 10; i++) {
            oweNudgeTo(club);
            oweNudgeTo(thread("" + i));
        }
        oweNudges(50);
        start();

        await().until(() -> timed.arrivals().size() == 51);
        assertThat(timed.arrivals(arrival -> arrival.to().chat().equals("club")))
                .hasSize(1);
    }

    @Test
    void closing_leaves_what_waits_in_the_store_and_takes_no_time() {
        rig.platform.setPace(new Pace(LONG, SHORT, SHORT));
        oweNudges(1_000);
        Limber limber = start();
        await().until(() -> timed.arrivals(NUDGE).size() == 1);
        await().until(() -> rig.store.owedCount() == 999);

        long asked = System.nanoTime();
        limber.close();

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
        assertThat(rig.store.owedCount()).isEqualTo(999);
        assertThat(timed.arrivals()).hasSize(1);
        assertThat(limber.busy()).isZero();
    }

    @Test
    void what_stayed_in_the_store_goes_out_after_the_next_start_once() {
        rig.platform.setPace(new Pace(Duration.ofMillis(2), NO_GAP, NO_GAP));
        int messages = 500;
        oweNudges(messages);
        Limber first = start();
        await().until(() -> timed.arrivals().size() > 50);
        first.close();
        assertThat(rig.store.owedCount()).isPositive();
        start();

        await().until(() -> rig.store.owedCount() == 0);
        assertThat(timed.arrivals())
                .hasSize(messages)
                .extracting(TimedPlatform.Arrival::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoever_is_forgotten_leaves_the_queue_and_the_next_one_takes_their_place() {
        rig.platform.setPace(new Pace(Duration.ofSeconds(2), NO_GAP, NO_GAP));
        Limber limber = start();
        rig.say(limber, person(0), "nudge");
        await().until(() -> timed.arrivals(NUDGE).size() == 1);
        for (int p = 1; p < 10; p++) {
            rig.say(limber, person(p), "nudge");
        }
        for (int p = 1; p < 9; p++) {
            rig.say(limber, person(p), "forget");
        }

        rig.awaitTexts(chat(9), NUDGE);
        await().untilAsserted(() -> assertThat(limber.busy()).isZero());
        assertThat(timed.arrivals(NUDGE)).hasSize(2);
    }

    @Test
    void a_scheduled_message_that_is_told_to_wait_goes_back_and_holds_up_none() {
        rig.platform.setPace(new Pace(Duration.ofMillis(20), NO_GAP, NO_GAP));
        rig.platform.failNext(chat(0), Fault.retryAfter(SHORT, Delivery.Scope.CHAT));
        remindOneAfterTheOther(2);

        await().until(() -> rig.store.owedCount() == 0);
        assertThat(timed.arrivals()).extracting(TimedPlatform.Arrival::to).containsExactly(chat(0), chat(1), chat(0));
        assertThat(timed.arrivals().getLast().since(timed.arrivals().getFirst()))
                .isGreaterThanOrEqualTo(SHORT.minus(LATE));
    }

    @Test
    void a_platform_that_asks_to_wait_gets_what_waits_afterwards_in_order_and_at_its_pace() {
        rig.platform.setPace(new Pace(Duration.ofMillis(50), NO_GAP, NO_GAP));
        rig.platform.failNext(chat(0), Fault.retryAfter(SHORT, Delivery.Scope.PLATFORM));
        remindOneAfterTheOther(5);

        await().until(() -> rig.store.owedCount() == 0);
        var arrivals = timed.arrivals();
        assertThat(arrivals)
                .extracting(TimedPlatform.Arrival::to)
                .containsExactly(chat(0), chat(0), chat(1), chat(2), chat(3), chat(4));
        assertThat(arrivals.get(1).since(arrivals.getFirst())).isGreaterThanOrEqualTo(SHORT.minus(LATE));
        assertThat(arrivals.getLast().since(arrivals.get(1)))
                .isGreaterThanOrEqualTo(Duration.ofMillis(4 * 50).minus(LATE));
    }

    private void remindOneAfterTheOther(int people) {
        Limber limber = start();
        rig.say(limber, person(0), "nudge");
        await().pollInterval(Duration.ofMillis(1)).until(() -> timed.arrivals().size() == 1);
        for (int p = 1; p < people; p++) {
            rig.say(limber, person(p), "nudge");
        }
    }

    @Test
    void what_waits_moves_along_with_its_chat() {
        Address newHome = rig.platform.privateChat(rig.platform.user("ann2"));
        rig.platform.setPace(new Pace(SHORT, NO_GAP, NO_GAP));
        rig.platform.failAlways(rig.annsChat, Fault.movedTo(newHome));
        Limber limber = start();
        rig.say(limber, person(0), "nudge");
        rig.say(limber, rig.ann, "nudge");
        rig.say(limber, rig.ann, "hello");

        rig.awaitTexts(newHome, "2 hello", NUDGE);
        assertThat(rig.platform.attempts(rig.annsChat)).isEqualTo(1);
    }

    private Limber start() {
        return start(Rig.QUICK);
    }

    private Limber start(RuntimeConfig config) {
        return rig.start(config, timed);
    }

    private static RuntimeConfig withRoomFor(int messages) {
        return Rig.QUICK.withDelivering(new RuntimeConfig.Delivering(
                Duration.ofMillis(30), Duration.ofMillis(5), Duration.ofMillis(40), messages, messages));
    }

    /** One for each of so many people. */
    private void oweNudges(int people) {
        for (int p = 0; p < people; p++) {
            rig.owe(person(p), chat(p), Lane.NUDGE, true, NUDGE);
        }
    }

    private void oweNudgeTo(Address shared) {
        rig.owe(rig.ann, shared, Lane.NUDGE, false, NUDGE);
    }

    private void assertGapsIn(Address address, Duration gap) {
        List<TimedPlatform.Arrival> there =
                timed.arrivals(arrival -> arrival.to().equals(address));
        for (int i = 1; i < there.size(); i++) {
            assertThat(there.get(i).since(there.get(i - 1))).isGreaterThanOrEqualTo(gap.minus(LATE));
        }
    }

    private Address thread(String name) {
        return new Address(club.platform(), club.bot(), club.chat(), Optional.of(name));
    }

    private UserId person(int number) {
        return rig.platform.user("p" + number);
    }

    private Address chat(int number) {
        return rig.platform.privateChat(person(number));
    }
}
