package dev.limber.app.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.session.Lane;
import dev.limber.discord.DiscordBot;
import dev.limber.discord.standin.DiscordApi;
import dev.limber.discord.standin.Fault;
import dev.limber.discord.standin.Interaction;
import dev.limber.discord.standin.Person;
import dev.limber.discord.standin.Posted;
import dev.limber.storage.SqliteStore;
import dev.limber.storage.StorageConfig;
import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How it ends in Discord. */
class DiscordServingEndTest {
    /** What service managers give. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final String WRONG = "MTAw.GabcdE.a-wrong-token-of-some-length";

    @TempDir
    Path folder;

    private final DiscordApi api = DiscordApi.start();
    private Served.Start start = new Served.Start(Path.of(""));

    @BeforeEach
    void token() {
        start = new Served.Start(folder).inDiscord(api);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void a_wrong_token_is_one_sentence() throws Exception {
        try (Served served = start.with("LIMBER_DISCORD_TOKEN", WRONG).run()) {
            assertThat(served.awaitEnd()).isEqualTo(1);
            assertThat(served.err()).isEqualTo("""
                            Discord does not know this bot: check LIMBER_DISCORD_TOKEN against the page Bot of the developer portal.
                            """);
            assertThat(served.out()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void a_wrong_token_is_shown_at_no_level_of_the_log() throws Exception {
        start.with("LIMBER_DISCORD_TOKEN", WRONG).with("LIMBER_LOG_LEVEL", "trace");
        try (Served served = start.run("serve")) {
            assertThat(served.awaitEnd()).isEqualTo(1);
            assertThat(served.err())
                    .contains("Discord does not know this bot")
                    .doesNotContain("\tat ", "a-wrong-token");
        }
    }

    @Test
    @Tag("long")
    void an_intent_that_is_not_granted_is_one_sentence() throws Exception {
        api.setMayHaveMessageContent(false);
        try (Served served =
                start.with("LIMBER_DISCORD_MESSAGE_CONTENT", "true").run()) {
            assertThat(served.awaitEnd()).isEqualTo(1);
            assertThat(sentence(served))
                    .startsWith("Discord does not let this bot read all messages:")
                    .contains("LIMBER_DISCORD_MESSAGE_CONTENT");
            assertThat(served.err()).doesNotContain("\tat ", api.token());
        }
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"4004, LIMBER_DISCORD_TOKEN", "4011, LIMBER_DISCORD_SHARDS", "4014, LIMBER_DISCORD_MESSAGE_CONTENT"})
    void what_discord_ends_for_good_ends_it_with_a_sentence(int code, String setting) throws Exception {
        try (Served served = start.runUntilUp()) {
            served.awaitErr("the commands were told to Discord");
            api.gateway().closeAll(code);
            assertThat(served.awaitEnd()).isEqualTo(1);
            assertThat(sentence(served)).contains(setting);
            assertThat(served.err()).doesNotContain("\tat ", api.token());
        }
    }

    @Test
    @Tag("long")
    void under_load_it_ends_in_time_and_answers_what_it_has_taken() throws Exception {
        List<Person> people = people(100);
        var asked = new ArrayList<Interaction>();
        api.setAnswerDelay(Duration.ofMillis(100));
        try (Served served = start.runUntilUp()) {
            for (int i = 0; i < 4; i++) {
                people.forEach(person -> asked.add(person.slash(person.dm(), "help")));
                people.forEach(person -> person.writes(person.dm(), "/progress"));
            }
            await().until(() ->
                    people.stream().allMatch(person -> !person.dm().posted().isEmpty()));
            served.signal("TERM");
            assertThat(served.awaitEnd(SOON)).isZero();
            assertThat(served.err()).doesNotContain("ERROR");
        }
        api.setAnswerDelay(Duration.ZERO);
        try (Served again = start.runUntilUp()) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> asked.stream()
                            .filter(Interaction::isAcknowledged)
                            .allMatch(each -> each.outcome() == Interaction.Outcome.REPLIED));
            again.signal("TERM");
            assertThat(again.awaitEnd(SOON)).isZero();
        }
        assertThat(people).allSatisfy(person -> assertThat(person.dm().posted()).noneMatch(Posted::isThinking));
        assertNothingOwed();
    }

    @Test
    @Tag("long")
    void a_server_that_hangs_does_not_keep_it_from_ending() throws Exception {
        Person ann = people(1).getFirst();
        try (Served served = start.runUntilUp()) {
            api.faults().next("create_message", new Fault.ServerError(503));
            api.faults().always("create_message", new Fault.Hangs(Duration.ofMinutes(2)));
            ann.writes(ann.dm(), "/help");
            await().until(() -> !api.calls("create_message").isEmpty());
            api.faults().always("*", new Fault.Hangs(Duration.ofMinutes(2)));
            served.signal("TERM");
            served.signal("INT");
            assertThat(served.awaitEnd(Duration.ofSeconds(12))).isZero();
        }
    }

    @Test
    @Tag("long")
    void without_the_network_it_keeps_trying_and_can_be_ended() throws Exception {
        String nobody = "127.0.0.1:" + ServingTest.freePort();
        start.with("LIMBER_DISCORD_API_URL", "http://" + nobody + "/api/v10/")
                .with("LIMBER_DISCORD_GATEWAY_URL", "ws://" + nobody);
        try (Served served = start.runUntilUp()) {
            assertThat(served.out()).startsWith("Discord cannot be reached yet, and Limber keeps trying (");
            served.signal("TERM");
            assertThat(served.awaitEnd(SOON)).isZero();
        }
    }

    private List<Person> people(int number) {
        return IntStream.range(0, number).mapToObj(this::person).toList();
    }

    private Person person(int number) {
        Person person = api.person("Person" + number, "en-US");
        person.installsApp();
        return person;
    }

    private void assertNothingOwed() {
        try (SqliteStore store = SqliteStore.open(StorageConfig.Sqlite.in(folder.resolve("data")))) {
            assertThat(store.owed(DiscordBot.PLATFORM, Lane.ANSWER, new DeliveryId(0), 10))
                    .isEmpty();
        }
    }

    /** The one line that is not of the log. */
    private static String sentence(Served served) throws IOException {
        List<String> lines =
                served.err().lines().filter(line -> line.startsWith("Discord ")).toList();
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }
}
