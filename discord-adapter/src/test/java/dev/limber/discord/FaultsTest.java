package dev.limber.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.discord.standin.Call;
import dev.limber.discord.standin.Channel;
import dev.limber.discord.standin.DiscordApi;
import dev.limber.discord.standin.Fault;
import dev.limber.discord.standin.Interaction;
import dev.limber.discord.standin.Person;
import dev.limber.discord.standin.Posted;
import dev.limber.discord.standin.Settings;
import dev.limber.discord.standin.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of answers when Discord, or the way to it, is not well. */
class FaultsTest {
    private static final String POST = "create_message";
    private static final String CALLBACK = "create_interaction_response";

    private final DiscordApi api = DiscordApi.start();
    private final Person ann = api.person("Ann", "en-US");
    private final Person bert = api.person("Bert", "de");
    private final Channel general = api.server("Desks", ann, bert).general();
    private final Rig rig = Rig.open(api);
    private final Channel dm = ann.dm();

    @AfterEach
    void close() {
        assertThat(api.violations()).isEmpty();
        rig.close();
    }

    @Test
    void aRequestToWaitIsObeyedAndHoldsUpNobodyElse() {
        api.faults().next(dm, new Fault.RateLimited(Duration.ofSeconds(2), Fault.Scope.USER));
        ann.writes(dm, "one");
        await().until(() -> !refused().isEmpty());
        ann.writes(dm, "two");
        rig.privately(bert, "hello", 1);
        assertThat(dm.posted()).isEmpty();

        assertThat(dm.awaitPosted(2)).extracting(Posted::text).containsExactly("1 one", "2 two");
        assertThat(refused()).hasSize(1);
        Instant first = api.calls(POST).stream()
                .filter(call -> call.status() == 200 && call.path().contains(Long.toString(dm.id())))
                .map(Call::at)
                .findFirst()
                .orElseThrow();
        assertThat(Duration.between(refused().getFirst().at(), first)).isGreaterThan(Duration.ofMillis(1_900));
    }

    @Test
    @Tag("long")
    void aLimitOfTheWholeBotHoldsUpMessagesButNoAcknowledgement() {
        api.faults().next(POST, new Fault.RateLimited(Duration.ofSeconds(2), Fault.Scope.GLOBAL));
        ann.writes(dm, "one");
        await().until(() -> !refused().isEmpty());

        Interaction asked = bert.slash(general, "help").awaitAcknowledged();
        assertThat(asked.took().orElseThrow()).isLessThan(Duration.ofSeconds(1));
        assertThat(dm.awaitPosted(1)).extracting(Posted::text).containsExactly("1 one");
        assertThat(refused()).hasSize(1);
    }

    @Test
    @Tag("long")
    void messagesKeepToThePaceThatDiscordTells() {
        try (var paced = Rig.open(DiscordApi.start(Settings.defaults().withPaces()))) {
            Person cleo = paced.ann();
            IntStream.range(0, 8).forEach(i -> cleo.writes(cleo.dm(), "word " + i));

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> cleo.dm().posted().size() == 8);
            assertThat(paced.api.calls(POST)).noneMatch(call -> call.status() == 429);
        }
    }

    @Test
    void anAnswerThatNeverReachedDiscordIsSaidOnce() {
        api.faults().next(dm, new Fault.DropsBefore());
        rig.privately(ann, "one", 1);
        rig.privately(ann, "two", 2);

        assertThat(dm.posted()).extracting(Posted::text).containsExactly("1 one", "2 two");
    }

    @Test
    void anAnswerWhoseFateIsUnknownIsSaidOnceThoughItIsSentAgain() {
        api.faults().next(dm, new Fault.DropsAfter(), new Fault.DropsAfter());
        rig.privately(ann, "one", 1);
        rig.privately(ann, "two", 2);

        assertThat(dm.posted()).extracting(Posted::text).containsExactly("1 one", "2 two");
        await().untilAsserted(() -> assertThat(api.calls(POST)).hasSize(4));
    }

    @Test
    void anAcknowledgementWhoseFateIsUnknownIsLookedUpAndSaidOnce() {
        api.faults().next(CALLBACK, new Fault.DropsAfter(), new Fault.DropsAfter());
        Interaction asked = ann.slash(dm, "help");
        assertThat(asked.awaitReply().text()).startsWith("/help");
        rig.privately(ann, "two", 2);

        assertThat(dm.posted()).extracting(Posted::text).containsExactly("/help() in en-US", "2 two");
    }

    @Test
    void anAnnouncementWhoseFateIsUnknownIsFollowedByItsStepOnce() {
        api.faults().next(CALLBACK, new Fault.DropsAfter(), new Fault.DropsAfter());
        ann.slash(general, "routine", Map.of("routine", "desk"));

        general.awaitPosted(2);
        bert.mentions(general, "hello");
        general.awaitPosted(3);
        assertThat(general.posted()).extracting(Rig::words).containsExactly("Here we go.", "Step 1 of desk", "1 hello");
    }

    @Test
    void aCallbackThatNeverReachedDiscordLeavesAnOrdinaryMessage() {
        api.faults().next(CALLBACK, new Fault.DropsBefore(), new Fault.DropsBefore());
        ann.slash(general, "help");

        assertThat(general.awaitPosted(1)).extracting(Posted::text).containsExactly("/help() in en-US");
    }

    @Test
    void anAcknowledgementOnABrokenConnectionIsMadeOnceMore() {
        api.faults().next(CALLBACK, new Fault.DropsBefore());

        assertThat(ann.slash(general, "help").awaitReply().text()).isEqualTo("/help() in en-US");
    }

    @Test
    void aPressThatCannotBeAcknowledgedStillChangesItsMessage() {
        Posted prompt = rig.privately(ann, "buttons", 1).last();
        api.faults().next(CALLBACK, new Fault.Refuses(Trouble.UNKNOWN_INTERACTION));
        ann.presses(prompt, "Next");

        prompt.await(() -> prompt.edits() == 1);
        assertThat(prompt.text()).isEqualTo("2 pressed next");
    }

    @Test
    @Tag("long")
    void aServerThatIsAwayForAWhileLosesNothing() {
        api.faults().always(POST, new Fault.ServerError(503));
        ann.writes(dm, "one");
        await().until(() -> !api.calls(POST).isEmpty());
        api.faults().heal();

        assertThat(dm.awaitPosted(1)).extracting(Posted::text).containsExactly("1 one");
    }

    @Test
    @Tag("long")
    void aConnectionThatHangsHoldsUpNobodyElse() {
        api.faults().next(dm, new Fault.Hangs(Duration.ofSeconds(12)));
        ann.writes(dm, "one");
        rig.privately(bert, "hello", 1);
        assertThat(dm.posted()).isEmpty();

        await().atMost(Duration.ofSeconds(20)).until(() -> dm.posted().size() == 1);
    }

    @Test
    void whoCannotBeWrittenToIsLeftAlone() {
        ann.writes(dm, "nudge First.");
        dm.awaitPosted(1);
        ann.closesDms();
        ann.writes(dm, "nudge Second.");
        await().until(() -> api.calls(POST).stream().anyMatch(call -> call.status() == 403));
        ann.opensDms();
        rig.privately(ann, "back again", 2);

        // Whether it is known yet that nothing could be written is a matter of a moment.
        assertThat(dm.posted()).extracting(Posted::text).hasSize(2).first().isEqualTo("First.");
        assertThat(dm.posted().getLast().text()).endsWith("back again");
    }

    @Test
    void aMessageThatIsGoneIsNotEditedButPostedAnew() {
        Posted prompt = rig.privately(ann, "buttons", 1).last();
        api.faults().next(CALLBACK, new Fault.Refuses(Trouble.UNKNOWN_MESSAGE));
        api.faults().next("update_message", new Fault.Refuses(Trouble.UNKNOWN_MESSAGE));
        ann.presses(prompt, "Next");

        assertThat(dm.awaitPosted(2).getLast().text()).endsWith("pressed next");
    }

    @Test
    void aStepInAChannelThatCannotBeReachedAnyMoreComesToThePersonAlone() {
        ann.slash(general, "routine", Map.of("routine", "desk")).awaitReply();
        Posted step = general.awaitPosted(2).getLast();
        api.faults().next(CALLBACK, new Fault.Refuses(Trouble.UNKNOWN_INTERACTION));
        api.faults().next("update_message", new Fault.Refuses(Trouble.UNKNOWN_CHANNEL));
        api.faults().next(POST, new Fault.Refuses(Trouble.UNKNOWN_CHANNEL));
        ann.presses(step, "Next");

        assertThat(Rig.words(dm.awaitPosted(1).getFirst())).isEqualTo("2 pressed next");
    }

    @Test
    void partsThatHaveArrivedAreNotSaidAgain() {
        api.faults()
                .next(
                        dm,
                        new Fault.Hangs(Duration.ofMillis(1)),
                        new Fault.RateLimited(Duration.ofSeconds(1), Fault.Scope.USER));
        ann.writes(dm, "many 500");

        await().untilAsserted(() -> assertThat(dm.posted().stream()
                        .mapToLong(posted -> posted.text().lines().count())
                        .sum())
                .isEqualTo(500));
        rig.privately(ann, "after", dm.posted().size() + 1);
        assertThat(dm.last().text()).isEqualTo("2 after");
    }

    @Test
    @Tag("long")
    void theApiMayBeAwayWhileTheGatewayLives() {
        api.cutOff();
        ann.writes(dm, "one");
        Interaction asked = bert.slash(general, "help");
        await().until(() -> !api.calls().isEmpty());
        api.restore();

        await().atMost(Duration.ofSeconds(20)).until(() -> dm.posted().size() == 1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> general.posted().stream()
                        .anyMatch(posted -> posted.text().startsWith("/help")));
        assertThat(asked.id()).isPositive();
    }

    private List<Call> refused() {
        return api.calls(POST).stream().filter(call -> call.status() == 429).toList();
    }
}
