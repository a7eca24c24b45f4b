package dev.limber.app.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.app.serving.Fleet.Member;
import dev.limber.telegram.standin.BotApi;
import dev.limber.telegram.standin.Call;
import dev.limber.telegram.standin.Person;
import dev.limber.telegram.standin.Posted;
import dev.limber.telegram.standin.Room;
import dev.limber.telegram.standin.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several on one database, of which one polls: it is killed, frozen, told to end, and another takes over. */
class TelegramTakeoverTest {
    private static final String TELEGRAM = "Telegram";

    @TempDir
    Path folder;

    private final BotApi api = BotApi.start(Settings.defaults().withAnswerDelay(Duration.ofMillis(20)));
    private final List<Member> members = new ArrayList<>();
    private Fleet fleet = new Fleet(Path.of(""));

    @BeforeEach
    void assemble() {
        fleet = new Fleet(folder);
    }

    @AfterEach
    void close() throws Exception {
        fleet.close();
        api.close();
    }

    private void start(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            members.add(fleet.inTelegram(api));
        }
        assertThat(members.getFirst().serves(TELEGRAM)).isTrue();
        assertThat(members.subList(1, count)).allMatch(member -> member.standsBy(TELEGRAM));
    }

    /** Whoever sends something to Telegram from now on, other than the one that is gone. */
    private Callable<Boolean> anotherSends(Member gone) {
        int before =
                api.calls("sendMessage").size() - gone.calls(api, "sendMessage").size();
        return () ->
                api.calls("sendMessage").size() - gone.calls(api, "sendMessage").size() > before;
    }

    private Duration timeUntil(Callable<Boolean> condition) {
        long begun = System.nanoTime();
        await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(condition);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static void tell(String what, Duration took, Crowd crowd) {
        System.out.printf("%s: answered after %d ms; %d repeats%n", what, took.toMillis(), crowd.repeats());
    }

    @Test
    void when_the_one_that_polls_is_killed_another_takes_over_and_nothing_is_lost() throws Exception {
        start(3);
        Member first = members.getFirst();
        Person ann = api.person("Ann", "en");
        Room chat = ann.privately();
        ann.says(chat, "/stretch desk break");
        ann.presses(chat.awaitLast(last -> last.labels().contains("Skip the check")), "Skip the check")
                .awaitAnswered();
        chat.awaitLast(last -> last.text().contains("step 1 of 3"));
        var crowd = new Crowd(api, 10);
        crowd.say(10);
        crowd.awaitAnswers(30);

        Callable<Boolean> another = anotherSends(first);
        first.served().kill();
        ann.says(chat, "next");
        Duration took = timeUntil(another);
        crowd.awaitAllAnswered();
        chat.awaitLast(last -> last.text().contains("step 2 of 3"));
        tell("killed", took, crowd);
        assertThat(took).isLessThan(Fleet.TAKEOVER);
        assertThat(crowd.repeats()).as("at most what was in flight").isLessThanOrEqualTo(10);
        await().until(() -> api.pending() == 0);
        assertThat(members.stream().filter(member -> member.serves(TELEGRAM))).hasSize(1);
        assertThat(members.stream().filter(member -> member.standsBy(TELEGRAM))).hasSize(1);
        assertThat(api.violations()).isEmpty();
    }

    @Test
    @Tag("long")
    void one_that_is_frozen_sends_nothing_when_it_is_woken_and_can_take_over_later() throws Exception {
        start(3);
        Member frozen = members.getFirst();
        api.setAnswerDelay(Duration.ofMillis(300));
        var crowd = new Crowd(api, 10);
        crowd.say(10);
        crowd.awaitAnswers(15);

        Callable<Boolean> another = anotherSends(frozen);
        frozen.served().signal("STOP");
        Duration took = timeUntil(another);
        crowd.awaitAllAnswered();
        tell("frozen", took, crowd);
        assertThat(took).isLessThan(Fleet.TAKEOVER);

        int sent = frozen.calls(api, "sendMessage").size();
        Instant woken = Instant.now();
        frozen.served().signal("CONT");
        frozen.awaitStandingBy(TELEGRAM);
        crowd.say(3);
        crowd.awaitAllAnswered();
        assertThat(frozen.calls(api, "sendMessage")).hasSize(sent);
        List<Instant> polls = frozen.calls(api, "getUpdates").stream()
                .map(Call::at)
                .filter(woken::isBefore)
                .toList();
        System.out.printf("woken: %d polls of the one that was frozen%n", polls.size());
        assertThat(polls).isEmpty();

        members.get(2).served().kill();
        members.get(1).served().kill();
        crowd.say(1);
        crowd.awaitAllAnswered();
        assertThat(frozen.serves(TELEGRAM)).isTrue();
        assertThat(crowd.repeats()).as("at most what was in flight").isLessThanOrEqualTo(30);
        await().until(() -> api.pending() == 0);
    }

    @Test
    @Tag("long")
    void one_that_is_told_to_end_hands_over_at_once() throws Exception {
        start(2);
        var crowd = new Crowd(api, 10);
        crowd.say(10);
        crowd.awaitAnswers(20);
        members.getFirst().served().signal("TERM");
        assertThat(members.getFirst().served().awaitEnd()).isZero();
        Callable<Boolean> another = anotherSends(members.getFirst());
        crowd.say(1);
        Duration took = timeUntil(another);
        crowd.awaitAllAnswered();
        tell("ended", took, crowd);
        assertThat(took).isLessThan(Duration.ofSeconds(3));
        assertThat(crowd.repeats()).isZero();
    }

    @Test
    @Tag("long")
    void kills_of_whoever_polls_lose_nothing_and_change_no_order() throws Exception {
        start(2);
        var crowd = new Crowd(api, 20);
        for (int kill = 1; kill <= 5; kill++) {
            crowd.say(6);
            crowd.awaitAnswers(20 * 6 * (kill - 1) + 30);
            Member serving = fleet.awaitServing(TELEGRAM);
            Callable<Boolean> another = anotherSends(serving);
            serving.served().kill();
            Duration took = timeUntil(another);
            crowd.awaitAllAnswered();
            tell("killed again", took, crowd);
            assertThat(took).isLessThan(Fleet.TAKEOVER);
            members.add(fleet.inTelegram(api));
        }
        assertThat(crowd.repeats()).as("at most what was in flight").isLessThanOrEqualTo(5 * 20);
        await().until(() -> api.pending() == 0);
    }

    @Test
    @Tag("long")
    void a_chat_in_the_terminal_shares_the_database_with_those_that_serve() throws Exception {
        start(1);
        Person ann = api.person("Ann", "en");
        ann.says(ann.privately(), "/help");
        Posted help = ann.privately().awaitPosted(1).getFirst();
        try (Served chat = fleet.start().run("chat")) {
            assertThat(chat.awaitEnd()).isZero();
            assertThat(chat.err()).isEmpty();
        }
        ann.says(ann.privately(), "/settings");
        ann.privately().awaitLast(last -> !last.equals(help));
        assertThat(members.getFirst().served().err()).doesNotContain("WARN", "ERROR");
    }
}
