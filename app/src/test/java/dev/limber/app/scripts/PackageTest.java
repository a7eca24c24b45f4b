package dev.limber.app.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.telegram.standin.BotApi;
import dev.limber.telegram.standin.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package as it is handed out: unpacked into a folder with blanks in its name, with the real Limber in it. */
class PackageTest {
    private static final String SCRIPT = "/stretch desk break\nskip\nnext\nnext\n/progress\n";

    @TempDir
    Path folder;

    private Path limber = Path.of("");
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void unpack() throws Exception {
        Path place = Files.createDirectories(folder.toRealPath().resolve("some where"));
        Shell.Outcome outcome =
                new Shell(place).run(Path.of("tar"), "-xzf", archive().toString(), "--strip-components=1");
        assertThat(outcome).isEqualTo(new Shell.Outcome(0, "", ""));
        limber = place.resolve("bin/limber");
        shell = new Shell(folder)
                .with("LIMBER_START_CACHE", "off")
                .with("LIMBER_OPS_BIND", "off")
                .with("LIMBER_HOME", folder.resolve("data").toString());
    }

    private static Path archive() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("limber-.*\\.tar\\.gz"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    @Test
    void it_holds_what_it_needs_and_its_papers() {
        Path place = limber.resolveSibling("..").normalize();

        assertThat(place.resolve("LICENSE")).isNotEmptyFile();
        assertThat(place.resolve("README.md")).isNotEmptyFile();
        assertThat(place.resolve("limber.service")).isNotEmptyFile();
        assertThat(place.resolve("lib/limber.jar")).isNotEmptyFile();
    }

    @Test
    void it_leads_through_steps_and_says_nothing_else() throws Exception {
        Shell.Outcome outcome = shell.type(SCRIPT, limber, "chat");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("step 1 of 3", "step 2 of 3", "step 3 of 3", "This week");
    }

    @Test
    void it_carries_on_where_it_was_left_after_a_restart() throws Exception {
        shell.type("/stretch desk break\nskip\nnext\n", limber, "chat");

        assertThat(shell.type("next\n", limber, "chat").out()).contains("step 3 of 3");
    }

    @Test
    void another_name_is_another_person() throws Exception {
        shell.type("/stretch desk break\nskip\nnext\n", limber, "chat");

        assertThat(shell.type("next\n", limber, "chat", "--user", "Ann").out()).doesNotContain("step");
    }

    @Test
    void german_is_a_setting_away() throws Exception {
        assertThat(shell.with("LIMBER_LANGUAGE", "de")
                        .type("/stretch\n", limber, "chat")
                        .out())
                .contains("Unterer Rücken");
    }

    @Test
    void it_serves_telegram_without_a_terminal_and_ends_well_when_told_to() throws Exception {
        try (BotApi api = BotApi.start()) {
            shell.with("LIMBER_TELEGRAM_API_URL", api.url()).with("LIMBER_TELEGRAM_TOKEN", api.token());
            Person ann = api.person("Ann", "en");
            Shell.Running serving = shell.start("", limber);
            ann.says(ann.privately(), "/help");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !ann.privately().posted().isEmpty());
            serving.process().destroy();

            Shell.Outcome outcome = Shell.end(serving);
            assertThat(outcome.exit()).isZero();
            assertThat(outcome.out()).isEqualTo("Limber answers in Telegram as @limber_bot. Ctrl-C ends it.\n");
            assertThat(outcome.err()).contains("started on [telegram]", "closing");
        }
    }

    @Test
    void serving_without_a_token_is_wrong_usage() throws Exception {
        Shell.Outcome outcome = shell.run(limber, "serve");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("LIMBER_TELEGRAM_TOKEN").hasLineCount(1);
    }

    @Test
    void the_start_up_cache_fits_and_changes_nothing_that_is_said() throws Exception {
        String without = shell.type(SCRIPT, limber, "chat").out();
        shell.with("LIMBER_START_CACHE", "now");
        assertThat(shell.run(limber, "--version").err()).isEmpty();

        // In this mode the Java machine refuses to start without a cache that fits.
        shell.with("LIMBER_JAVA_OPTIONS", "-XX:AOTMode=on")
                .with("LIMBER_HOME", folder.resolve("fresh").toString());

        assertThat(shell.type(SCRIPT, limber, "chat")).isEqualTo(new Shell.Outcome(0, without, ""));
    }

    @Test
    void the_built_in_content_has_no_fault_and_no_warning() throws Exception {
        Shell.Outcome outcome = shell.run(limber, "content", "check");

        assertThat(outcome.out())
                .matches("The built-in pack is fine: \\d+ exercises, \\d+ routines, \\d+ languages\\.\n");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void all_faults_of_a_pack_are_shown_with_file_and_line() throws Exception {
        Path pack = folder.resolve("pack");
        Files.createDirectories(pack.resolve("routines"));
        Files.writeString(pack.resolve("routines/mine.yaml"), "id: mine\nitems: [no-such-exercise]\nminuets: 3\n");

        Shell.Outcome outcome = shell.run(limber, "content", "check", pack.toString());

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).contains("routines/mine.yaml:3").contains("cannot be used");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void an_author_hears_at_once_that_a_pack_is_not_served() throws Exception {
        Path pack = folder.resolve("pack");
        Files.createDirectories(pack.resolve("routines"));
        Files.writeString(pack.resolve("routines/mine.yaml"), "nonsense");

        Shell.Outcome outcome =
                shell.with("LIMBER_CONTENT_DIR", pack.toString()).type("/help\n", limber, "chat");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).startsWith("Warning: the pack in ").hasLineCount(1);
        assertThat(outcome.out()).contains("/stretch");
    }

    @Test
    void a_second_one_on_the_same_data_is_refused_in_one_sentence() throws Exception {
        // The first one waits for its next line until its input ends.
        Shell.Running first =
                shell.start("", Path.of("bash"), "-c", "exec '" + limber + "' chat < <(echo /help; exec sleep 60)");
        await().until(() -> Files.readString(first.out()).contains("/stretch"));

        Shell.Outcome second = shell.type("/help\n", limber, "chat");
        first.process().destroy();

        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.out()).isEmpty();
        assertThat(second.err()).hasLineCount(1).doesNotContain("Exception");
        assertThat(first.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("data/limber.log")).content().contains("Running - closing");
    }

    @Test
    void data_that_is_no_database_is_refused_in_one_sentence() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/limber.db"), "no database at all ".repeat(500));

        Shell.Outcome outcome = shell.type("/help\n", limber, "chat");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).hasLineCount(1).doesNotContain("Exception");
    }

    @Test
    void a_name_without_letters_is_wrong_usage() throws Exception {
        assertThat(shell.run(limber, "chat", "--user", "!!"))
                .isEqualTo(new Shell.Outcome(2, "", "A name needs a letter or a digit: '!!' has none.\n"));
    }

    @Test
    void nothing_of_what_was_said_is_in_the_log() throws Exception {
        shell.with("LIMBER_LOG_LEVEL", "trace").type("/stretch desk break\nskip\nmy secret knee\n", limber, "chat");

        assertThat(folder.resolve("data/limber.log"))
                .content()
                .contains("started on [terminal]")
                .doesNotContain("secret knee")
                .doesNotContain("health check");
    }
}
