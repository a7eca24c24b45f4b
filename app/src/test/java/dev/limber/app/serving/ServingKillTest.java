package dev.limber.app.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.telegram.standin.BotApi;
import dev.limber.telegram.standin.Person;
import dev.limber.telegram.standin.Posted;
import dev.limber.telegram.standin.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand updates wait, and it is killed again and again while it works on them. */
class ServingKillTest {
    private static final int PEOPLE = 25;
    private static final int WORDS = 40;
    private static final int FEWEST_SECONDS = 10;

    @TempDir
    Path folder;

    private final BotApi api = BotApi.start(Settings.defaults().withAnswerDelay(Duration.ofMillis(20)));
    private final Random random = new Random(7);

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    @Tag("long")
    void thirty_kills_lose_nothing_and_change_no_order() throws Exception {
        killed(30);
    }

    private void killed(int kills) throws Exception {
        Served.Start start = new Served.Start(folder).inTelegram(api);
        List<Person> people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> api.person("Person" + i, "en"))
                .toList();
        for (int word = 0; word < WORDS; word++) {
            String said = "/settings hold " + (FEWEST_SECONDS + word);
            people.forEach(person -> person.says(person.privately(), said));
        }
        for (int kill = 0; kill < kills; kill++) {
            try (Served served = start.runUntilUp()) {
                served.awaitEndOr(random.nextInt(1, 400));
                served.kill();
            }
        }
        try (Served last = start.runUntilUp()) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(people)
                            .allSatisfy(person -> assertThat(heard(person)).hasSize(WORDS)));
            assertThat(last.isAlive()).isTrue();
        }

        List<String> expected = IntStream.range(0, WORDS)
                .mapToObj(word -> " " + (FEWEST_SECONDS + word) + " ")
                .toList();
        people.forEach(person -> {
            List<String> heard = heard(person);
            IntStream.range(0, WORDS)
                    .forEach(word -> assertThat(heard.get(word)).contains(expected.get(word)));
        });
        int repeats = people.stream().mapToInt(ServingKillTest::repeats).sum();
        assertThat(repeats).as("at most what was in flight").isLessThanOrEqualTo(kills * PEOPLE);
        await().until(() -> api.pending() == 0);
    }

    /** What was said to somebody, without what was said twice because of a kill. */
    private static List<String> heard(Person person) {
        var heard = new ArrayList<String>();
        for (Posted posted : person.privately().posted()) {
            if (heard.isEmpty() || !heard.getLast().equals(posted.text())) {
                heard.add(posted.text());
            }
        }
        return heard;
    }

    private static int repeats(Person person) {
        return person.privately().posted().size() - heard(person).size();
    }
}
