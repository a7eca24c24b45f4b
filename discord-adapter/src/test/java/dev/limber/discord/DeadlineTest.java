package dev.limber.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.discord.standin.Channel;
import dev.limber.discord.standin.DiscordApi;
import dev.limber.discord.standin.Fault;
import dev.limber.discord.standin.Interaction;
import dev.limber.discord.standin.Person;
import dev.limber.discord.standin.Posted;
import dev.limber.discord.standin.Settings;
import dev.limber.testkit.Echo;
import dev.limber.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of commands whose answers take long. */
class DeadlineTest {
    private final DiscordApi api = DiscordApi.start();
    private final Person ann = api.person("Ann", "en-US");
    private final Channel general =
            api.server("Desks", ann, api.person("Bob", "de")).general();
    private final Rig rig = Rig.open(api);

    @AfterEach
    void close() {
        assertThat(api.violations()).isEmpty();
        rig.close();
    }

    @Test
    void anAnswerThatTakesLongIsSaidToBeUnderWayAndFilledIn() {
        rig.echo.hold();
        Interaction asked = ann.slash(general, "slow", Map.of("what", "help")).awaitAcknowledged();
        assertThat(asked.callbackType()).isEqualTo(OptionalInt.of(5));
        await().untilAsserted(() -> assertThat(general.posted()).singleElement().matches(Posted::isThinking));

        rig.echo.release();
        assertThat(asked.awaitReply().text()).startsWith("/help");
        assertThat(general.posted()).hasSize(1);
    }

    @Test
    void aSlowRoutineIsAnnouncedInThePlaceOfTheSignThatItIsUnderWay() {
        rig.echo.hold();
        Interaction asked =
                ann.slash(general, "slow", Map.of("what", "routine")).awaitAcknowledged();
        rig.echo.release();

        assertThat(asked.awaitReply().text()).isEqualTo("Here we go.");
        assertThat(general.awaitPosted(2).getLast().isInteractionResponse()).isFalse();
    }

    @Test
    void aSlowAnswerForOnePersonIsSeenByNobodyElseThoughTheCommandIsForAll() {
        rig.echo.hold();
        Interaction asked = ann.slash(general, "slow", Map.of("what", "mine")).awaitAcknowledged();
        rig.echo.release();

        await().until(() -> !asked.followUps().isEmpty());
        assertThat(asked.followUps().getFirst().isEphemeral()).isTrue();
        assertThat(general.posted()).noneMatch(Posted::isThinking);
    }

    @Test
    void whereNothingIsSaidNothingIsUnderWay() {
        ann.slash(general, "nothing").awaitAcknowledged();
        rig.echo.hold();
        ann.slash(general, "slow", Map.of("what", "nothing")).awaitAcknowledged();
        rig.echo.release();

        await().until(() -> general.posted().stream().allMatch(Posted::deleted));
    }

    @Test
    void whatWasUnderWayWhenTheProcessEndedIsFilledInByTheNextOne() {
        rig.echo.hold();
        Interaction asked = ann.slash(general, "slow", Map.of("what", "help")).awaitAcknowledged();
        assertThat(asked.callbackType()).isEqualTo(OptionalInt.of(5));
        api.faults().always("*", new Fault.ServerError(503));
        rig.echo.release();
        await().until(() -> rig.store.owedCount() == 1);
        rig.stop();
        api.faults().heal();
        rig.revive();

        assertThat(asked.awaitReply().text()).startsWith("/help");
    }

    @Test
    void whereTheSignAndTheAnswerRunIntoEachOtherAllIsAnswered() {
        var racing = DiscordApi.start();
        List<Person> people = IntStream.range(0, 60)
                .mapToObj(i -> racing.person("Person " + i, "en-US"))
                .toList();
        Channel channel = racing.server("Others", people.toArray(Person[]::new)).general();
        try (var _ = Rig.open(racing, Duration.ofMillis(2))) {
            List<Interaction> asked =
                    people.stream().map(person -> person.slash(channel, "help")).toList();

            assertThat(asked).allMatch(each -> each.awaitReply().text().startsWith("/help"));
            await().until(() -> channel.posted().stream().noneMatch(Posted::isThinking));
            assertThat(channel.posted()).hasSize(60);
            assertThat(racing.violations()).isEmpty();
        }
    }

    @Test
    void whatSomebodyElsePressesIsToldThoughItTakesLong() {
        ann.slash(general, "routine", Map.of("routine", "desk")).awaitReply();
        Posted step = general.awaitPosted(2).getLast();
        Person bob = api.person("Bob", "de");
        api.setAnswerDelay(Duration.ofMillis(400));
        Interaction foreign = bob.presses(step, "Next").awaitAcknowledged();

        await().until(() -> !general.seenBy(bob).stream()
                .filter(posted -> posted.text().equals(Echo.NOT_YOURS))
                .toList()
                .isEmpty());
        assertThat(foreign.isEphemeral()).isTrue();
    }

    @Test
    void anAnswerAfterAQuarterOfAnHourIsAnOrdinaryMessage() {
        var clock = new SettableClock(Instant.parse("2026-11-20T08:00:00Z"));
        var later = DiscordApi.start(Settings.defaults().withClock(clock));
        Person cleo = later.person("Cleo", "en-US");
        Channel channel = later.server("Others", cleo).general();
        try (var slow = Rig.open(later, clock)) {
            slow.echo.hold();
            cleo.slash(channel, "slow", Map.of("what", "help")).awaitAcknowledged();
            clock.advance(Duration.ofMinutes(16));
            slow.echo.release();

            Posted answer = channel.awaitLast(posted -> posted.text().startsWith("/help"));
            assertThat(answer.isInteractionResponse()).isFalse();
        }
    }
}
