package dev.limber.app.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.discord.standin.Channel;
import dev.limber.discord.standin.DiscordApi;
import dev.limber.discord.standin.Interaction;
import dev.limber.discord.standin.Person;
import dev.limber.discord.standin.Posted;
import dev.limber.discord.standin.Settings;
import dev.limber.discord.standin.Watcher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It is killed again and again while many commands and messages wait. Discord tells nobody twice of any. */
class DiscordServingKillTest {
    private static final int PEOPLE = 25;
    private static final int KILLS = 20;
    private static final int FEWEST_SECONDS = 10;
    private static final int LAST = 60;

    /** In milliseconds; an answer whose fate is unknown after a kill is repeated after two seconds. */
    private static final int LONGEST_LIFE = 4_000;

    private static final Pattern SECONDS = Pattern.compile(" (\\d\\d) ");

    @TempDir
    Path folder;

    private final DiscordApi api = DiscordApi.start(Settings.defaults().withAnswerDelay(Duration.ofMillis(300)));
    private final Said said = new Said();
    private final Random random = new Random(7);

    @AfterEach
    void close() {
        api.close();
    }

    /** What was said to each, in the order in which it was; messages that were kept free for an answer get it later. */
    private static final class Said implements Watcher {
        private final Map<Channel, List<Integer>> numbers = new ConcurrentHashMap<>();

        @Override
        public void posted(Posted message) {
            number(message)
                    .ifPresent(number -> numbers.computeIfAbsent(message.channel(), _ -> new CopyOnWriteArrayList<>())
                            .add(number));
        }

        @Override
        public void edited(Posted message) {
            posted(message);
        }

        List<Integer> to(Person person) {
            return numbers.getOrDefault(person.dm(), List.of());
        }
    }

    /** A command of somebody, and the number that its answer names. */
    private record Asked(Interaction interaction, int number) {}

    @Test
    @Tag("long")
    void twenty_kills_lose_no_command_that_was_acknowledged_and_change_no_order() throws Exception {
        Served.Start start = new Served.Start(folder).inDiscord(api);
        api.watch(said);
        List<Person> people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> api.person("Person" + i, "en-US"))
                .toList();
        people.forEach(Person::installsApp);
        var asked = new ArrayList<Asked>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (Served served = start.runUntilUp()) {
                int first = FEWEST_SECONDS + 2 * kill;
                people.forEach(person -> asked.add(new Asked(command(person, first), first)));
                people.forEach(person -> person.writes(person.dm(), "/settings hold " + (first + 1)));
                served.awaitEndOr(random.nextInt(LONGEST_LIFE));
                served.kill();
            }
        }
        try (Served last = start.runUntilUp()) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(asked)
                            .filteredOn(each -> each.interaction().isAcknowledged())
                            .isNotEmpty()
                            .allSatisfy(each -> assertThat(
                                            said.to(each.interaction().person()))
                                    .contains(each.number())));
            people.forEach(person -> person.writes(person.dm(), "/settings hold " + LAST));
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            people.stream().allMatch(person -> said.to(person).contains(LAST)));
            assertThat(last.isAlive()).isTrue();
        }

        assertThat(people).allSatisfy(person -> {
            assertThat(person.dm().posted()).noneMatch(Posted::isThinking);
            assertThat(said.to(person)).isSorted();
        });
        int repeats = people.stream().mapToInt(this::repeats).sum();
        assertThat(repeats).as("at most what was in flight").isLessThanOrEqualTo(KILLS * PEOPLE);
    }

    private static Interaction command(Person person, int number) {
        return person.slash(person.dm(), "settings", Map.of("what", "hold " + number));
    }

    private int repeats(Person person) {
        List<Integer> all = said.to(person);
        return all.size() - Set.copyOf(all).size();
    }

    private static Optional<Integer> number(Posted message) {
        Matcher seconds = SECONDS.matcher(message.text());
        return seconds.find() ? Optional.of(Integer.valueOf(seconds.group(1))) : Optional.empty();
    }
}
