package dev.limber.app.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.app.serving.Fleet.Member;
import dev.limber.telegram.standin.BotApi;
import dev.limber.telegram.standin.Person;
import dev.limber.telegram.standin.Room;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three on one database, behind a balancer that hands them one update after the other. */
class WebhookInstancesTest {
    private static final int COUNT = 3;
    private static final String SECRET = "a-secret-of-the-webhook";

    @TempDir
    Path folder;

    private final BotApi api = BotApi.start();
    private final List<Member> members = new ArrayList<>();
    private Fleet fleet = new Fleet(Path.of(""));
    private Balancer balancer;

    WebhookInstancesTest() throws Exception {
        balancer = new Balancer(List.of(1));
    }

    @BeforeEach
    void assemble() throws Exception {
        fleet = new Fleet(folder);
        var ports = new ArrayList<Integer>();
        for (int i = 0; i < COUNT; i++) {
            ports.add(ServingTest.freePort());
        }
        balancer.close();
        balancer = new Balancer(ports);
        for (int port : ports) {
            members.add(fleet.inTelegram(
                    api,
                    start -> start.with("LIMBER_TELEGRAM_WEBHOOK_URL", balancer.url())
                            .with("LIMBER_TELEGRAM_WEBHOOK_SECRET", SECRET)
                            .with("LIMBER_WEBHOOK_BIND", "127.0.0.1:" + port)));
        }
    }

    @AfterEach
    void close() throws Exception {
        fleet.close();
        balancer.close();
        api.close();
    }

    private long senders() {
        return members.stream()
                .filter(member -> !member.calls(api, "sendMessage").isEmpty())
                .count();
    }

    /** The updates of different chats are sent side by side, though they are of one person. */
    @Test
    @Tag("long")
    void what_one_person_does_at_once_in_many_chats_is_done_one_after_the_other() throws Exception {
        Person ann = api.person("Ann", "en");
        List<Room> rooms =
                IntStream.range(0, 10).mapToObj(i -> api.group("Room" + i, ann)).toList();
        for (int word = 0; word < 5; word++) {
            for (int room = 0; room < rooms.size(); room++) {
                ann.says(rooms.get(room), "/settings@" + api.username() + " hold " + (10 + word * 10 + room));
            }
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(rooms)
                        .allSatisfy(room -> assertThat(room.posted()).hasSize(5)));
        await().until(() -> api.pending() == 0);
        assertThat(fleet.count("SELECT count(*) FROM seen")).isEqualTo(50);
        assertThat(senders()).isEqualTo(COUNT);
        for (Member member : members) {
            assertThat(member.served().err()).doesNotContain("WARN", "ERROR");
        }
    }

    @Test
    @Tag("long")
    void a_routine_goes_through_all_of_them_step_by_step() throws Exception {
        Person ann = api.person("Ann", "en");
        Room chat = ann.privately();
        ann.says(chat, "/stretch desk break");
        ann.presses(chat.awaitLast(last -> last.labels().contains("Skip the check")), "Skip the check")
                .awaitAnswered();
        for (int round = 0; round < 8; round++) {
            ann.presses(chat.awaitLast(last -> last.text().contains("step 1 of 3")), "Next")
                    .awaitAnswered();
            ann.presses(chat.awaitLast(last -> last.text().contains("step 2 of 3")), "Next")
                    .awaitAnswered();
            ann.presses(chat.awaitLast(last -> last.text().contains("step 3 of 3")), "Back")
                    .awaitAnswered();
            ann.presses(chat.awaitLast(last -> last.text().contains("step 2 of 3")), "Back")
                    .awaitAnswered();
        }
        chat.awaitLast(last -> last.text().contains("step 1 of 3"));
        await().until(() -> api.pending() == 0);
    }

    @Test
    @Tag("long")
    void one_that_is_killed_or_told_to_end_is_not_missed() throws Exception {
        var crowd = new Crowd(api, 10);
        crowd.say(5);
        crowd.awaitAnswers(10);
        members.getFirst().served().kill();
        crowd.say(5);
        crowd.awaitAllAnsweredInAnyOrder();
        crowd.say(5);
        crowd.awaitAnswers(crowd.answers() + 5);
        long begun = System.nanoTime();
        members.get(1).served().signal("TERM");
        assertThat(members.get(1).served().awaitEnd()).isZero();
        crowd.say(2);
        crowd.awaitAllAnsweredInAnyOrder();
        System.out.printf(
                "one of several with a webhook ended: all answered after %d ms; %d repeats%n",
                Duration.ofNanos(System.nanoTime() - begun).toMillis(), crowd.repeatsInAnyOrder());
        assertThat(crowd.repeatsInAnyOrder()).isLessThanOrEqualTo(10);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Fleet.TAKEOVER);
    }
}
