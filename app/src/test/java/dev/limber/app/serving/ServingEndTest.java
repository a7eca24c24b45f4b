package dev.limber.app.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.runtime.Owed;
import dev.limber.core.session.Lane;
import dev.limber.storage.SqliteStore;
import dev.limber.storage.StorageConfig;
import dev.limber.telegram.TelegramBot;
import dev.limber.telegram.standin.BotApi;
import dev.limber.telegram.standin.Fault;
import dev.limber.telegram.standin.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How it ends. */
class ServingEndTest {
    /** What service managers give. */
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final BotApi api = BotApi.start();
    private Served.Start start = new Served.Start(Path.of(""));

    @BeforeEach
    void token() {
        start = new Served.Start(folder).inTelegram(api);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void it_ends_in_order_when_told_to(String signal) throws Exception {
        try (Served served = start.runUntilUp()) {
            served.signal(signal);

            assertThat(served.awaitEnd(SOON)).isZero();
            assertThat(served.err()).contains("Running - closing").doesNotContain("WARN", "ERROR");
        }
    }

    @Tag("long")
    @Test
    void under_load_it_ends_in_time_and_leaves_nothing_unanswered() throws Exception {
        underLoad(40, 3);
    }

    @Test
    @Tag("long")
    void under_much_load_it_ends_in_time_and_leaves_nothing_unanswered() throws Exception {
        underLoad(400, 5);
    }

    private void underLoad(int people, int words) throws Exception {
        List<Person> all = IntStream.range(0, people)
                .mapToObj(i -> api.person("Person" + i, "en"))
                .toList();
        api.setAnswerDelay(Duration.ofMillis(50));
        try (Served served = start.runUntilUp()) {
            for (int i = 0; i < words; i++) {
                all.forEach(person -> person.says(person.privately(), "/help"));
            }
            await().until(() -> all.stream()
                            .mapToInt(person -> person.privately().posted().size())
                            .sum()
                    > people / 2);
            served.signal("TERM");
            assertThat(served.awaitEnd(SOON)).isZero();
            assertThat(served.err()).doesNotContain("ERROR");
        }
        api.setAnswerDelay(Duration.ZERO);
        try (Served again = start.runUntilUp()) {
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(all)
                            .allSatisfy(person ->
                                    assertThat(person.privately().posted()).hasSizeGreaterThanOrEqualTo(words)));
            again.signal("TERM");
            assertThat(again.awaitEnd(SOON)).isZero();
        }
        assertThat(owed()).isEmpty();
        assertThat(api.pending()).isZero();
    }

    @Test
    @Tag("long")
    void neither_a_server_that_hangs_nor_more_signals_keep_it_from_ending() throws Exception {
        Person ann = api.person("Ann", "en");
        try (Served served = start.runUntilUp()) {
            api.failAlways("sendMessage", new Fault.Hangs(Duration.ofMinutes(2)));
            ann.says(ann.privately(), "/help");
            await().until(() -> api.pending() == 0);
            api.failAlways("*", new Fault.Hangs(Duration.ofMinutes(2)));
            for (int i = 0; i < 3; i++) {
                served.signal("TERM");
                served.signal("INT");
            }
            assertThat(served.awaitEnd(Duration.ofSeconds(12))).isZero();
        }
    }

    @Test
    @Tag("long")
    void it_can_be_ended_while_it_asks_who_it_is() throws Exception {
        api.failAlways("getMe", new Fault.Hangs(Duration.ofMinutes(2)));
        try (Served served = start.with("LIMBER_LOG_LEVEL", "debug").run()) {
            await().atMost(SOON).until(() -> served.err().contains("asking Telegram who we are"));
            served.signal("TERM");

            assertThat(served.awaitEnd(Duration.ofSeconds(12))).isZero();
        }
    }

    private List<Owed> owed() {
        try (SqliteStore store = SqliteStore.open(StorageConfig.Sqlite.in(folder.resolve("data")))) {
            return store.owed(TelegramBot.PLATFORM, Lane.ANSWER, new DeliveryId(0), 10);
        }
    }
}
