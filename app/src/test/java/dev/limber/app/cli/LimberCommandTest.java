package dev.limber.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.app.config.Config;
import dev.limber.app.config.Machine;
import dev.limber.app.config.Setting;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimberCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> done = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "'', chat here",
        "page, page",
        "chat, chat as Optional.empty",
        "chat --user Ann, chat as Optional[Ann]",
        "chat -u=Ann, chat as Optional[Ann]",
        "rehearse, rehearse",
        "db backup my/copy.db, backup my/copy.db",
        "db move sqlite:a.db postgresql://h/b, move sqlite:a.db to postgresql://h/b",
        "content check, check Optional.empty",
        "content check my/pack, check Optional[my/pack]",
        "content preview seal, preview seal into limber-preview",
        "content preview seal --out a/b, preview seal into a/b"
    })
    void a_command_line_does_what_it_says(String line, String work) {
        assertThat(run(line)).isEqualTo(7);
        assertThat(done).containsExactly(work);
        assertThat(shown(err)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TELEGRAM, '', serve",
        "TELEGRAM, serve, serve",
        "TELEGRAM, chat, chat as Optional.empty",
        "TELEGRAM, page, page",
        "DISCORD, '', serve",
        "DISCORD, serve, serve",
        "DISCORD, chat, chat as Optional.empty"
    })
    void with_a_token_it_serves_unless_a_chat_is_asked_for(String platform, String line, String work) {
        environment.put("LIMBER_" + platform + "_TOKEN", "1:x");

        assertThat(run(line)).isEqualTo(7);
        assertThat(done).containsExactly(work);
        assertThat(shown(err)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ann:hunter2x@db/limber",
                "db move postgresql://ann:hunter2x@db/limber more evermore"
            })
    void who_logs_in_with_what_is_not_shown(String line) {
        assertThat(run(line)).isEqualTo(ExitCode.USAGE);
        assertThat(shown(err)).doesNotContain("ann", "hunter2x");
        assertThat(done).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            db                    | What about the database?
            db backup             | Missing required parameter: 'FILE'.
            db move sqlite:a.db   | Missing required parameter: 'TO'.
            db bakup x            | Did you mean 'backup'?
            """)
    void a_command_for_the_database_that_lacks_something_says_what(String line, String words) {
        assertThat(run(line)).isEqualTo(ExitCode.USAGE);
        assertThat(shown(err)).contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456:hunter2x",
                "serve 123456:hunter2x",
                "serve --token=123456:hunter2x",
                "serve MTAwMDAwMDAwMDAwMDAwMDAx.GabcdE.hunter2x_of-some_length0123456789"
            })
    void a_token_on_the_command_line_is_not_shown_and_told_where_it_belongs(String line) {
        assertThat(run(line)).isEqualTo(ExitCode.USAGE);
        assertThat(shown(err))
                .contains("<token>", "LIMBER_TELEGRAM_TOKEN", "LIMBER_DISCORD_TOKEN")
                .doesNotContain("hunter2x");
        assertThat(done).isEmpty();
    }

    @Test
    void serving_without_a_token_says_what_is_missing() {
        assertThat(run("serve")).isEqualTo(ExitCode.USAGE);
        assertThat(shown(err))
                .contains(
                        "LIMBER_TELEGRAM_TOKEN",
                        "@BotFather",
                        "LIMBER_DISCORD_TOKEN",
                        "developer portal",
                        "limber chat")
                .hasLineCount(1);
        assertThat(done).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "serve", "chat"})
    void a_token_of_the_wrong_shape_starts_nothing_and_is_not_shown(String line) {
        environment.put("LIMBER_TELEGRAM_TOKEN", "hunter2");

        assertThat(run(line)).isEqualTo(ExitCode.USAGE);
        assertThat(shown(err)).contains("LIMBER_TELEGRAM_TOKEN").doesNotContain("hunter2");
        assertThat(done).isEmpty();
    }

    @Test
    void the_help_tells_the_commands_and_all_settings() {
        assertThat(run("--help")).isEqualTo(ExitCode.FINE);
        assertThat(shown(out))
                .contains("chat", "content", "--version", "Exit codes")
                .doesNotContain("rehearse");
        for (Setting setting : Setting.values()) {
            if (setting.place() != Setting.Place.LAUNCHER) {
                assertThat(shown(out)).contains(setting.variable());
            }
        }
        assertThat(done).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat --help",
                "serve --help",
                "content --help",
                "content check --help",
                "content check -h",
                "db --help",
                "db backup -h",
                "db move --help"
            })
    void every_command_has_help_of_its_own(String line) {
        assertThat(run(line)).isEqualTo(ExitCode.FINE);
        assertThat(shown(out)).startsWith("Usage: limber " + line.replaceAll(" -.*", ""));
        assertThat(done).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void the_version_is_the_builds(String line) {
        assertThat(run(line)).isEqualTo(ExitCode.FINE);
        assertThat(shown(out)).matches("limber \\d+\\.\\d+\\.\\d+(-\\S+)?\\R");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    chta                 | limber has no command 'chta'.              | Did you mean 'chat'?      | limber
                    --hepl               | limber has no option '--hepl'.             | Did you mean '--help'?    | limber
                    chat --usr Ann       | limber chat has no option '--usr'.         | Did you mean '--user'?    | limber chat
                    content chek         | limber content has no command 'chek'.      | Did you mean 'check'?     | limber content
                    content check a b    | limber content check has no command 'b'.   |                           | limber content check
                    chat --user          | Missing required parameter for option '--user' (NAME). |               | limber chat
                    """)
    void what_cannot_be_understood_is_said_kindly(String line, String problem, String nearest, String command) {
        assertThat(run(line)).isEqualTo(ExitCode.USAGE);
        List<String> said = shown(err).lines().toList();
        assertThat(said.getFirst()).isEqualTo(problem);
        if (nearest != null) {
            assertThat(said.get(1)).startsWith(nearest.substring(0, nearest.length() - 1));
        }
        assertThat(said.getLast()).isEqualTo("'" + command + " --help' tells what there is.");
        assertThat(shown(out)).isEmpty();
        assertThat(done).isEmpty();
    }

    @Test
    void content_alone_is_wrong_usage() {
        assertThat(run("content")).isEqualTo(ExitCode.USAGE);
        assertThat(shown(err)).contains("limber content check");
    }

    @Test
    void faults_of_the_configuration_come_all_at_once_and_nothing_starts() {
        environment.put("LIMBER_LANGUAGE", "elvish");
        environment.put("LIMBER_TIME_ZONE", "Europe/Berln");
        environment.put("LIMBER_LANG", "de");

        assertThat(run("chat")).isEqualTo(ExitCode.USAGE);
        assertThat(shown(err).lines())
                .containsExactly(
                        "Warning: LIMBER_LANG is no setting, so it is left aside. The nearest one is LIMBER_LANGUAGE.",
                        "Limber cannot start with these settings:",
                        "  LIMBER_LANGUAGE: 'elvish' is not a language tag. Write one such as 'en'.",
                        "  LIMBER_TIME_ZONE: 'Europe/Berln' is not a time zone. Did you mean 'Europe/Berlin'?");
        assertThat(done).isEmpty();
    }

    @Test
    void warnings_do_not_keep_it_from_starting() {
        environment.put("LIMBER_LANGAUGE", "de");

        assertThat(run("chat")).isEqualTo(7);
        assertThat(shown(err)).contains("Warning: LIMBER_LANGAUGE").contains("LIMBER_LANGUAGE");
        assertThat(shown(out)).isEmpty();
    }

    private int run(String line) {
        String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");
        var machine = new Machine(environment, folder, folder, Optional.empty(), ZoneOffset.UTC);
        var console = new Console(
                machine,
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
        return LimberCommand.run(console, new Noted(), arguments);
    }

    private static String shown(ByteArrayOutputStream stream) {
        return stream.toString(UTF_8);
    }

    /** Notes what it was asked to do. */
    private final class Noted implements Work {
        @Override
        public int chat(Config config, Optional<String> user, Console console) {
            done.add("chat as " + user);
            return 7;
        }

        @Override
        public int chatHere(Config config, Console console) {
            done.add("chat here");
            return 7;
        }

        @Override
        public int page(Config config, Console console) {
            done.add("page");
            return 7;
        }

        @Override
        public int serve(Config config, Console console) {
            done.add("serve");
            return 7;
        }

        @Override
        public int backup(Config config, Path file, Console console) {
            done.add("backup " + file);
            return 7;
        }

        @Override
        public int move(Config config, String from, String to, Console console) {
            done.add("move " + from + " to " + to);
            return 7;
        }

        @Override
        public int rehearse(Config config, Console console) {
            done.add("rehearse");
            return 7;
        }

        @Override
        public int checkContent(Optional<Path> pack, Console console) {
            done.add("check " + pack);
            return 7;
        }

        @Override
        public int previewContent(Config config, String exercise, Path out, Console console) {
            done.add("preview " + exercise + " into " + out);
            return 7;
        }
    }
}
