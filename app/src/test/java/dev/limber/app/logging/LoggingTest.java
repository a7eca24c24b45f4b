package dev.limber.app.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LoggingTest {
    @TempDir
    Path folder;

    @Test
    void records_go_to_the_file_one_line_each_from_the_level_on() throws IOException {
        Path file = folder.resolve("limber.log");
        try (var logging = Logging.toFile(file, Level.INFO)) {
            var logger = LoggerFactory.getLogger("dev.limber.test");
            logger.info("first {}", "part\nwith a line break");
            logger.debug("too small to matter");
            logger.warn("second");
            assertThat(logging).isNotNull();
        }

        assertThat(Files.readAllLines(file))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z INFO  dev\\.limber\\.test - first part"
                                        + "\\\\nwith a line break"),
                        line -> assertThat(line).endsWith(" WARN  dev.limber.test - second"));
    }

    @Test
    void what_was_thrown_follows_its_line() {
        var out = new ByteArrayOutputStream();
        try (var logging = Logging.to(new PrintStream(out, true, UTF_8), Level.INFO)) {
            LoggerFactory.getLogger("dev.limber.test").error("broke", new IllegalStateException("on purpose"));
            assertThat(logging).isNotNull();
        }

        assertThat(out.toString(UTF_8))
                .contains(" ERROR dev.limber.test - broke\n")
                .contains("java.lang.IllegalStateException: on purpose")
                .contains("\tat " + LoggingTest.class.getName());
    }

    @Test
    void talkative_libraries_are_heard_only_when_somebody_looks_for_details() {
        assertThat(logged(Level.INFO)).doesNotContain("chatter");
        assertThat(logged(Level.FINE)).contains("chatter");
        assertThat(logged(Level.OFF)).isEmpty();
    }

    @Test
    void what_goes_over_the_wire_is_logged_at_no_level() {
        var out = new ByteArrayOutputStream();
        try (var logging = Logging.to(new PrintStream(out, true, UTF_8), Level.FINEST)) {
            for (String library : List.of("okhttp3", "org.eclipse.jetty", "io.javalin", "org.telegram")) {
                LoggerFactory.getLogger(library + ".Wire").trace("a token");
                LoggerFactory.getLogger(library + ".Wire").debug("a token");
                LoggerFactory.getLogger(library + ".Wire").info("all is well");
            }
            assertThat(logging).isNotNull();
        }

        assertThat(out.toString(UTF_8).lines()).hasSize(4).allMatch(line -> line.endsWith("all is well"));
    }

    @Test
    void what_quotes_people_or_fills_pages_is_not_heard() {
        var out = new ByteArrayOutputStream();
        try (var logging = Logging.to(new PrintStream(out, true, UTF_8), Level.FINEST)) {
            LoggerFactory.getLogger("net.dv8tion.jda.internal.requests.WebSocketClient")
                    .error("could not read {}", "{\"content\":\"my private pain\"}");
            LoggerFactory.getLogger("net.dv8tion.jda.api.requests.RestRateLimiter")
                    .error("Encountered exception", new IllegalStateException("no way"));
            LoggerFactory.getLogger("net.dv8tion.jda.api.requests.RestRateLimiter")
                    .warn("slower, please");
            assertThat(logging).isNotNull();
        }

        assertThat(out.toString(UTF_8).lines()).singleElement().asString().endsWith("slower, please");
    }

    @Test
    void a_held_log_is_shown_or_dropped_as_a_whole() {
        var logger = LoggerFactory.getLogger("dev.limber.test");
        var shown = new ByteArrayOutputStream();
        try (var logging = Logging.held(new PrintStream(shown, true, UTF_8), Level.INFO)) {
            logger.info("before");
            assertThat(shown.toString(UTF_8)).isEmpty();
            logging.show();
            logging.drop();
            logger.info("after");
        }
        assertThat(shown.toString(UTF_8)).contains("before\n").contains("after\n");

        var dropped = new ByteArrayOutputStream();
        try (var logging = Logging.held(new PrintStream(dropped, true, UTF_8), Level.INFO)) {
            logger.info("before");
            logging.drop();
            logger.info("after");
        }
        assertThat(dropped.toString(UTF_8)).isEmpty();
    }

    @Test
    void who_asks_for_details_gets_them_at_once() {
        var out = new ByteArrayOutputStream();
        try (var logging = Logging.held(new PrintStream(out, true, UTF_8), Level.FINE)) {
            LoggerFactory.getLogger("dev.limber.test").debug("a detail");
            logging.drop();
        }

        assertThat(out.toString(UTF_8)).contains("a detail");
    }

    private static String logged(Level level) {
        var out = new ByteArrayOutputStream();
        try (var logging = Logging.to(new PrintStream(out, true, UTF_8), level)) {
            LoggerFactory.getLogger("org.flywaydb.core").info("chatter");
            LoggerFactory.getLogger("dev.limber.test").error("something");
            assertThat(logging).isNotNull();
        }
        return out.toString(UTF_8);
    }

    @Test
    void a_full_file_is_set_aside_in_place_of_the_one_before() throws IOException {
        Path file = folder.resolve("limber.log");
        var handler = new RotatingFileHandler(file, 200);
        for (int i = 0; i < 20; i++) {
            handler.publish(new LogRecord(Level.INFO, "record number " + i));
        }
        handler.close();

        assertThat(folder).isDirectoryContaining("glob:**/limber.log.1");
        assertThat(Files.size(file)).isLessThanOrEqualTo(200);
        assertThat(Files.size(folder.resolve("limber.log.1"))).isLessThanOrEqualTo(200);
        assertThat(Files.readString(file)).endsWith("record number 19\n");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void an_existing_log_is_carried_on() throws IOException {
        Path file = Files.writeString(folder.resolve("limber.log"), "before\n");
        var handler = new RotatingFileHandler(file, 1000);
        handler.publish(new LogRecord(Level.INFO, "after"));
        handler.close();
        handler.publish(new LogRecord(Level.INFO, "too late"));

        assertThat(Files.readString(file)).startsWith("before\n").endsWith("after\n");
    }
}
