package dev.limber.app.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.app.serving.Fleet.Member;
import dev.limber.storage.Servers;
import dev.limber.telegram.standin.BotApi;
import dev.limber.telegram.standin.Person;
import dev.limber.telegram.standin.Posted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many nudges are due at one instant, and whoever sends them is killed, the next one frozen, or the database is gone. */
class NudgeInstancesTest {
    private static final int PEOPLE = 400;
    private static final int PACE = 25;
    private static final int NOON = 12;

    @TempDir
    Path folder;

    private final BotApi api = BotApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    /** Where it is noon, so that nobody sleeps. */
    private static String zone() {
        int east = NOON - Instant.now().atOffset(ZoneOffset.UTC).getHour();
        return "Etc/GMT" + (east <= 0 ? "+" : "-") + Math.abs(east);
    }

    private Member start(Fleet fleet) throws IOException {
        return fleet.inTelegram(
                api,
                start -> start.with("LIMBER_TIME_ZONE", zone()).with("LIMBER_TELEGRAM_PACE", Integer.toString(PACE)));
    }

    private List<Person> plan(Fleet fleet) {
        List<Person> people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> api.person("Person" + i, "en"))
                .toList();
        people.forEach(person -> person.says(person.privately(), "/nudge in 3 hours"));
        await().atMost(Duration.ofSeconds(90)).until(() -> fleet.count("SELECT count(*) FROM nudge") == PEOPLE);
        await().atMost(Duration.ofSeconds(90)).until(() -> fleet.count("SELECT count(*) FROM outbox") == 0);
        Servers.run(
                fleet.database(),
                "UPDATE nudge SET due = " + Instant.now().plusSeconds(1).toEpochMilli());
        return people;
    }

    /** The messages of the bot that answer nothing. */
    private static List<Posted> nudges(Person person) {
        return person.privately().posted().stream().skip(1).toList();
    }

    private static long sent(List<Person> people) {
        return people.stream().mapToLong(person -> nudges(person).size()).sum();
    }

    private static void awaitSent(List<Person> people, long count) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> sent(people) >= count);
    }

    /** Each got one; but for those in doubt nobody got none. */
    private static void check(Fleet fleet, List<Person> people) {
        await().atMost(Duration.ofMinutes(2)).until(() -> fleet.count("SELECT count(*) FROM outbox") == 0);
        await().until(() -> fleet.count("SELECT count(*) FROM nudge WHERE due < "
                        + Instant.now().toEpochMilli())
                == 0);
        int doubtful = fleet.count("SELECT count(*) FROM nudge_note WHERE fate = 'IN_DOUBT'");
        int delivered = fleet.count("SELECT count(*) FROM nudge_note WHERE fate = 'DELIVERED'");
        long none = people.stream().filter(person -> nudges(person).isEmpty()).count();
        System.out.printf(
                "nudges: %d sent; %d noted as delivered, %d as in doubt; %d people got none%n",
                sent(people), delivered, doubtful, none);
        assertThat(people).allSatisfy(person -> assertThat(nudges(person)).hasSizeLessThanOrEqualTo(1));
        assertThat(delivered + doubtful).isEqualTo(PEOPLE);
        assertThat(none).isLessThanOrEqualTo(doubtful);
        assertThat(doubtful).isLessThanOrEqualTo(2 * PACE);
    }

    @Test
    @Tag("long")
    void none_is_missing_and_none_doubled_though_one_is_killed_and_the_next_frozen() throws Exception {
        try (var fleet = new Fleet(folder)) {
            Member first = start(fleet);
            Member second = start(fleet);
            List<Person> people = plan(fleet);
            awaitSent(people, PEOPLE / 8);
            first.served().kill();
            await().atMost(Duration.ofSeconds(30)).until(() -> second.serves("Telegram"));
            var rest = new ArrayList<Member>(List.of(start(fleet)));
            awaitSent(people, PEOPLE / 3);
            second.served().signal("STOP");
            long begun = sent(people);
            awaitSent(people, begun + 10);
            assertThat(rest.getFirst().serves("Telegram")).isTrue();
            int before = second.calls(api, "sendMessage").size();
            second.served().signal("CONT");
            second.awaitStandingBy("Telegram");
            check(fleet, people);
            assertThat(second.calls(api, "sendMessage")).hasSize(before);
        }
        assertThat(api.violations()).isEmpty();
    }

    @Test
    @Tag("long")
    void none_is_doubled_and_nothing_lost_though_the_database_is_gone_for_a_minute() throws Exception {
        try (var fleet = new Fleet(folder)) {
            List<Member> members = List.of(start(fleet), start(fleet), start(fleet));
            List<Person> people = plan(fleet);
            awaitSent(people, PEOPLE / 4);
            for (Member member : members) {
                member.cable().cut();
            }
            Person ann = people.getFirst();
            int heard = ann.privately().posted().size();
            ann.says(ann.privately(), "/settings hold 33");
            Instant mend = Instant.now().plusSeconds(60);
            await().atMost(Duration.ofSeconds(70)).until(() -> Instant.now().isAfter(mend));
            assertThat(members).allMatch(member -> member.served().isAlive());
            for (Member member : members) {
                member.cable().mend();
            }
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(ann.privately().posted())
                            .filteredOn(posted -> posted.text().contains(" 33 "))
                            .hasSize(1));
            assertThat(ann.privately().posted()).hasSizeGreaterThan(heard);
            await().atMost(Duration.ofMinutes(2)).until(() -> fleet.count("SELECT count(*) FROM outbox") == 0);
            assertThat(people.subList(1, PEOPLE))
                    .allSatisfy(person -> assertThat(nudges(person)).hasSizeLessThanOrEqualTo(1));
            System.out.printf(
                    "after a minute without the database: %d sent, %d connections%n",
                    sent(people), fleet.connections());
            assertThat(fleet.connections()).isLessThanOrEqualTo(30);
            await().untilAsserted(() -> assertThat(members.stream().filter(member -> member.serves("Telegram")))
                    .hasSize(1));
            assertThat(members.stream().filter(member -> member.standsBy("Telegram")))
                    .hasSize(2);
        }
    }
}
