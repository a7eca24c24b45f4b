package dev.limber.local.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationTest {
    private static final Instant NOW = Instant.parse("2026-11-20T13:30:00Z");
    private static final Person ANN = Person.named("Ann").orElseThrow();

    @TempDir
    private Path temp;

    private Conversation open(Person person) {
        return new Conversations(temp.resolve("page"), InstantSource.fixed(NOW), entry -> {}).of(person);
    }

    private static void say(Conversation conversation, String key, String text) {
        conversation.put(key, true, Wire.typed(text));
    }

    private static List<String> texts(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.content().path("text").asText())
                .toList();
    }

    @Test
    void what_was_said_is_still_there_when_it_is_opened_again() {
        Conversation before = open(ANN);
        say(before, "1", "one\n<b>");
        say(before, "2", "zwei 腰");
        say(before, "1", "one again");

        Conversation after = open(Person.named("ann").orElseThrow());
        assertThat(texts(after.all())).containsExactly("one again", "zwei 腰");
        assertThat(after.epoch()).isEqualTo(before.epoch());
        assertThat(after.person().name()).isEqualTo("Ann");
        assertThat(after.all().getFirst().at()).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void a_line_that_was_torn_counts_as_never_written() throws IOException {
        say(open(ANN), "1", "whole");
        Files.writeString(file(), "{\"number\":2,\"key\":\"2\",\"own", StandardOpenOption.APPEND);

        assertThat(texts(open(ANN).all())).containsExactly("whole");
    }

    @Test
    void what_is_said_after_a_line_that_was_torn_within_a_letter_is_kept() throws IOException {
        say(open(ANN), "1", "whole");
        byte[] torn = "{\"number\":2,\"key\":\"2\",\"content\":{\"text\":\"ü".getBytes(UTF_8);
        Files.write(file(), Arrays.copyOf(torn, torn.length - 1), StandardOpenOption.APPEND);
        say(open(ANN), "3", "after");

        assertThat(texts(open(ANN).all())).containsExactly("whole", "after");
    }

    private Path file() throws IOException {
        try (var files = Files.list(temp.resolve("page"))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void its_file_is_for_its_owner_alone_whatever_the_name() throws IOException {
        say(open(Person.named("../Ann/..").orElseThrow()), "1", "hello");

        assertThat(file().getParent()).isEqualTo(temp.resolve("page"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("page"))))
                .isEqualTo("rwx------");
    }

    @Test
    void no_more_is_kept_than_the_last_entries_however_long_it_goes_on() throws IOException {
        Conversation conversation = open(ANN);
        int said = 4 * Conversation.MOST_ENTRIES;
        for (int i = 0; i < said; i++) {
            say(conversation, "k" + i, "t" + i);
        }

        List<String> last = texts(open(ANN).all());
        assertThat(last).hasSize(Conversation.MOST_ENTRIES).endsWith("t" + (said - 1));
        assertThat(texts(conversation.all())).isEqualTo(last);
        assertThat(Files.readAllLines(file())).hasSizeLessThan(said);
    }

    @Test
    void who_reads_along_is_told_each_change_once() throws InterruptedException {
        Conversation conversation = open(ANN);
        say(conversation, "1", "one");
        Changes first = conversation.changesAfter(Position.BEGINNING, Duration.ZERO);
        assertThat(first.anew()).isTrue();
        assertThat(texts(first.entries())).containsExactly("one");

        say(conversation, "2", "two");
        say(conversation, "1", "one again");
        Changes second = conversation.changesAfter(Position.of(first.now().toString()), Duration.ZERO);
        assertThat(second.anew()).isFalse();
        assertThat(texts(second.entries())).containsExactly("one again", "two");
        assertThat(conversation.changesAfter(second.now(), Duration.ZERO).isEmpty())
                .isTrue();
    }

    @Test
    void who_was_away_while_it_was_cleared_begins_anew() throws InterruptedException {
        Conversation conversation = open(ANN);
        say(conversation, "1", "one");
        Position read =
                conversation.changesAfter(Position.BEGINNING, Duration.ZERO).now();
        conversation.clear();
        say(conversation, "2", "two");

        Changes changes = conversation.changesAfter(read, Duration.ZERO);
        assertThat(changes.anew()).isTrue();
        assertThat(texts(changes.entries())).containsExactly("two");
        assertThat(texts(open(ANN).all())).containsExactly("two");
    }

    @Test
    void what_a_browser_makes_up_as_its_position_is_the_beginning() {
        assertThat(List.of("", "x", "1:2", "a".repeat(36) + ":" + "9".repeat(30), "null"))
                .allSatisfy(text -> assertThat(Position.of(text)).isEqualTo(Position.BEGINNING));
    }

    @Test
    void whoever_has_said_something_is_known_by_name() {
        var conversations = new Conversations(temp.resolve("page"), InstantSource.fixed(NOW), entry -> {});
        assertThat(conversations.people()).isEmpty();
        say(conversations.of(Person.named("Zoë B.").orElseThrow()), "1", "hello");
        say(conversations.of(ANN), "1", "hello");
        conversations.of(Person.named("Silent").orElseThrow());

        assertThat(conversations.people()).extracting(Person::name).containsExactly("Ann", "Zoë B.");
    }

    @Test
    void a_conversation_in_which_nothing_was_said_for_a_year_is_forgotten() throws IOException {
        say(open(ANN), "1", "hello");
        var conversations = new Conversations(temp.resolve("page"), InstantSource.fixed(NOW), entry -> {});
        Files.setLastModifiedTime(file(), FileTime.from(NOW.minus(Duration.ofDays(364))));
        conversations.forgetOld();
        assertThat(conversations.people()).isNotEmpty();

        Files.setLastModifiedTime(file(), FileTime.from(NOW.minus(Duration.ofDays(366))));
        conversations.forgetOld();
        assertThat(conversations.people()).isEmpty();
    }

    @Test
    void what_cannot_be_kept_has_not_happened() throws IOException {
        Files.writeString(temp.resolve("page"), "a file where the folder should be");
        Conversation conversation = open(ANN);

        assertThatThrownBy(() -> say(conversation, "1", "lost")).isInstanceOf(UncheckedIOException.class);
        assertThat(conversation.all()).isEmpty();
    }
}
