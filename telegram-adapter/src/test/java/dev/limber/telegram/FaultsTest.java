package dev.limber.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.telegram.standin.Call;
import dev.limber.telegram.standin.Fault;
import dev.limber.telegram.standin.Person;
import dev.limber.telegram.standin.Posted;
import dev.limber.telegram.standin.Room;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of answers when Telegram, or the way to it, is not well. */
class FaultsTest {
    private static final Duration TOLERANCE = Duration.ofMillis(500);

    private final Rig rig = Rig.open();
    private final Person ann = rig.ann();
    private final Person bert = rig.api.person("Bert", "de");
    private final Room room = ann.privately();

    @AfterEach
    void close() {
        assertThat(rig.api.violations()).isEmpty();
        rig.close();
    }

    @Test
    void aRequestToWaitIsObeyedToTheSecondAndHoldsUpNobodyElse() {
        rig.api.failFor(room, new Fault.TooManyRequests(2));
        ann.says(room, "one");
        await().until(() -> !refused().isEmpty());
        ann.says(room, "two");
        rig.privately(bert, "hello", 1);
        assertThat(room.posted()).isEmpty();

        assertThat(room.awaitPosted(2)).extracting(Posted::text).containsExactly("1 one", "2 two");
        Instant refusedAt = refused().getFirst().at();
        List<Call> after =
                sent(room).stream().filter(call -> call.at().isAfter(refusedAt)).toList();
        assertThat(Duration.between(refusedAt, after.getFirst().at()))
                .isBetween(
                        Duration.ofSeconds(2).minus(TOLERANCE),
                        Duration.ofSeconds(2).plus(TOLERANCE));
    }

    @Test
    void aRequestToWaitHoldsForAllTopicsOfAGroup() {
        Room forum = rig.api.forum("House", List.of("Back", "Neck"), ann, bert);
        rig.api.failFor(forum, new Fault.TooManyRequests(2));
        ann.says(forum, forum.topic("Back"), "/help@limber_bot");
        await().until(() -> !refused().isEmpty());
        bert.says(forum, forum.topic("Neck"), "/help@limber_bot");

        forum.awaitPosted(2);
        assertThat(refused()).hasSize(1);
        Instant refusedAt = refused().getFirst().at();
        assertThat(sent(forum))
                .filteredOn(call -> call.status() == 200)
                .allSatisfy(call -> assertThat(call.at())
                        .isAfter(refusedAt.plus(Duration.ofSeconds(2).minus(TOLERANCE))));
    }

    @Test
    void anAnswerThatNeverReachedTelegramIsSaidOnce() {
        rig.api.failFor(room, new Fault.DropsBefore());
        rig.privately(ann, "one", 1);
        rig.privately(ann, "two", 2);

        assertThat(room.posted()).extracting(Posted::text).containsExactly("1 one", "2 two");
    }

    @Test
    void anAnswerWhoseFateIsUnknownIsRepeatedOnceAfterTheDoubtIsOver() {
        rig.api.failFor(room, new Fault.DropsAfter());
        rig.privately(ann, "one", 2);
        rig.privately(ann, "two", 3);

        assertThat(room.posted()).extracting(Posted::text).containsExactly("1 one", "1 one", "2 two");
        List<Call> calls = sent(room);
        assertThat(Duration.between(calls.get(0).at(), calls.get(1).at())).isGreaterThanOrEqualTo(Rig.DOUBT);
    }

    @Test
    void anAnswerCutInTheMiddleOfTheReplyIsRepeatedOnceAndNoMore() {
        rig.api.failFor(room, new Fault.CutsAnswer(), new Fault.CutsAnswer());
        rig.privately(ann, "one", 2);
        rig.privately(ann, "two", 3);

        assertThat(room.posted()).extracting(Posted::text).containsExactly("1 one", "1 one", "2 two");
    }

    @Test
    void aScheduledMessageWhoseFateIsUnknownIsNotRepeated() {
        rig.api.failFor(room, new Fault.DropsAfter());
        rig.privately(ann, "nudge Time to stretch.", 1);
        rig.privately(ann, "two", 2);

        assertThat(room.posted()).extracting(Posted::text).containsExactly("Time to stretch.", "2 two");
    }

    @Test
    @Tag("long")
    void aScheduledMessageThatAGatewayMayHavePassedOnIsNotRepeated() {
        rig.api.failFor(room, new Fault.ServerError(502));
        ann.says(room, "nudge Time to stretch.");
        rig.privately(ann, "two", 1);

        assertThat(room.posted()).extracting(Posted::text).containsExactly("2 two");
    }

    @Test
    void manyAnswersAreOnTheirWayAtOnce() {
        List<Person> people = IntStream.range(0, 60)
                .mapToObj(i -> rig.api.person("Person " + i, "en"))
                .toList();
        rig.api.setAnswerDelay(Duration.ofMillis(800));
        people.forEach(person -> person.says(person.privately(), "hello"));
        people.forEach(person -> person.privately().awaitPosted(1));
        await().until(() -> rig.api.calls("sendMessage").size() >= 60);

        List<Call> calls = rig.api.calls("sendMessage");
        assertThat(calls.stream()
                        .mapToLong(one -> onTheirWay(calls, one.at()))
                        .max()
                        .orElseThrow())
                .isGreaterThan(15);
    }

    private static long onTheirWay(List<Call> calls, Instant moment) {
        return calls.stream()
                .filter(call -> !call.at().isAfter(moment)
                        && call.at().plus(call.took()).isAfter(moment))
                .count();
    }

    @Test
    @Tag("long")
    void aServerThatIsAwayForAWhileLosesNothing() {
        rig.api.failAlways("sendMessage", new Fault.ServerError(502));
        ann.says(room, "one");
        await().until(() -> sent(room).size() >= 1);
        rig.api.heal();

        assertThat(room.awaitPosted(1)).extracting(Posted::text).containsExactly("1 one");
    }

    @Test
    @Tag("long")
    void aConnectionThatHangsHoldsUpNobodyElse() {
        rig.api.failFor(room, new Fault.Hangs(Duration.ofMillis(2500)));
        ann.says(room, "one");
        rig.privately(bert, "hello", 1);
        assertThat(room.posted()).isEmpty();

        // The hanging one is given up in doubt, and said again; Telegram acts on both.
        assertThat(room.awaitPosted(2)).extracting(Posted::text).containsExactly("1 one", "1 one");
    }

    @Test
    void whoHasBlockedTheBotIsLeftAlone() {
        ann.blocks();
        rig.api.enqueueRaw(message("after all"));
        rig.privately(bert, "hello", 1);

        await().until(() -> sent(room).stream().anyMatch(call -> call.status() == 403));
        ann.unblocks();
        rig.privately(ann, "back again", 1);
        assertThat(room.posted()).hasSize(1);
    }

    @Test
    void aMessageThatIsGoneIsNotEditedButPostedAnew() {
        Posted prompt = rig.privately(ann, "buttons", 1).last();
        rig.api.fail("editMessageText", new Fault.Refuses(400, "Bad Request: message to edit not found"));
        ann.presses(prompt, "Next");

        assertThat(room.awaitPosted(2).getLast().text()).endsWith("pressed next");
    }

    @Test
    void partsThatHaveArrivedAreNotSaidAgain() {
        rig.api.fail("sendMessage", new Fault.Hangs(Duration.ofMillis(1)), new Fault.TooManyRequests(1));
        rig.privately(ann, "many 500", 3);
        rig.privately(ann, "after", 4);

        assertThat(room.posted().stream()
                        .filter(posted -> posted.text().startsWith("line"))
                        .mapToLong(posted -> posted.text().lines().count())
                        .sum())
                .isEqualTo(500);
    }

    private List<Call> refused() {
        return rig.api.calls("sendMessage").stream()
                .filter(call -> call.status() == 429)
                .toList();
    }

    private List<Call> sent(Room where) {
        return rig.api.calls("sendMessage").stream()
                .filter(call -> call.params().path("chat_id").asLong() == where.id())
                .toList();
    }

    private String message(String text) {
        return """
                {"message": {"message_id": 900, "date": 1764090000, "text": "%s",
                    "from": {"id": %d, "is_bot": false, "first_name": "Ann"},
                    "chat": {"id": %d, "type": "private", "first_name": "Ann"}}}""".formatted(text, ann.id(), room.id());
    }
}
