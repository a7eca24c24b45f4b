package dev.limber.app.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.telegram.standin.BotApi;
import dev.limber.telegram.standin.Person;
import dev.limber.telegram.standin.Posted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many people in Telegram who say one thing after the other, each with an answer that tells it from the others. */
final class Crowd {
    private static final int FEWEST_SECONDS = 10;

    private final List<Person> people;
    private int words;

    Crowd(BotApi api, int people) {
        this.people = IntStream.range(0, people)
                .mapToObj(i -> api.person("Person" + i, "en"))
                .toList();
    }

    List<Person> people() {
        return people;
    }

    /** Each says so many words more. */
    void say(int more) {
        for (int word = words; word < words + more; word++) {
            String said = "/settings hold " + (FEWEST_SECONDS + word);
            people.forEach(person -> person.says(person.privately(), said));
        }
        words += more;
    }

    /** How many answers have come, repeats included. */
    int answers() {
        return people.stream()
                .mapToInt(person -> person.privately().posted().size())
                .sum();
    }

    void awaitAnswers(int count) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> answers() >= count);
    }

    /** Waits until everybody has an answer to each word; there is one to each, in the order in which they were said. */
    void awaitAllAnswered() {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(people)
                        .allSatisfy(person -> assertThat(heard(person)).hasSize(words)));
        people.forEach(person -> {
            List<String> heard = heard(person);
            IntStream.range(0, words)
                    .forEach(word -> assertThat(heard.get(word)).contains(" " + (FEWEST_SECONDS + word) + " "));
        });
    }

    /**
     * Waits until everybody has an answer to each word: where several instances take the words of one person, who is quicker
     * than they, each says its own when it can.
     */
    void awaitAllAnsweredInAnyOrder() {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(people)
                        .allSatisfy(person -> assertThat(texts(person)).hasSize(words)));
    }

    /** How many answers came twice, whenever. */
    int repeatsInAnyOrder() {
        return answers()
                - people.stream().mapToInt(person -> texts(person).size()).sum();
    }

    private static Set<String> texts(Person person) {
        return person.privately().posted().stream().map(Posted::text).collect(Collectors.toSet());
    }

    /** How many answers came twice in a row. */
    int repeats() {
        return people.stream()
                .mapToInt(person ->
                        person.privately().posted().size() - heard(person).size())
                .sum();
    }

    /** What was said to somebody, without what was said twice in a row. */
    private static List<String> heard(Person person) {
        var heard = new ArrayList<String>();
        for (Posted posted : person.privately().posted()) {
            if (heard.isEmpty() || !heard.getLast().equals(posted.text())) {
                heard.add(posted.text());
            }
        }
        return heard;
    }
}
