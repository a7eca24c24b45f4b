package dev.limber.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.app.config.Config;
import dev.limber.app.config.ConfigReader;
import dev.limber.app.config.ConfigResult;
import dev.limber.app.config.Machine;
import dev.limber.core.chat.UserId;
import dev.limber.core.runtime.RuntimeConfig;
import dev.limber.local.Ending;
import dev.limber.local.Screen;
import dev.limber.local.TerminalChat;
import dev.limber.local.TestScreens;
import dev.limber.testkit.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody at a terminal is nudged while the prompt waits for them; time passes when the test says so. */
@Timeout(60)
class NudgeInTerminalTest {
    private static final RuntimeConfig QUICK = RuntimeConfig.standard()
            .withWakingUp(new RuntimeConfig.WakingUp(Duration.ofMinutes(1), 100, Duration.ofMillis(5)))
            .withNudging(new RuntimeConfig.Nudging(100, 4, Duration.ofMillis(5), Duration.ofMinutes(1)));

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final PipedOutputStream keys = new PipedOutputStream();

    private Config config() {
        var machine = new Machine(
                Map.of("LIMBER_HOME", folder.toString()),
                folder.resolve("person"),
                folder,
                Optional.of("ann"),
                ZoneId.of("Europe/Berlin"));
        return switch (ConfigReader.read(machine)) {
            case ConfigResult.Loaded(Config config, var _) -> config;
            case ConfigResult.Faulty faulty -> throw new AssertionError(faulty);
        };
    }

    /** What is shown below the last line that was typed. */
    private String type(String line, String answer) throws IOException {
        int before = screen.size();
        keys.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        keys.flush();
        return shownSince(before, answer);
    }

    private String shownSince(int before, String awaited) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(since(before)).contains(awaited));
        return since(before);
    }

    private String since(int before) {
        byte[] all = screen.toByteArray();
        return new String(all, before, all.length - before, StandardCharsets.UTF_8);
    }

    private static String numberOf(String button, String shown) {
        int at = shown.indexOf("] " + button);
        return shown.substring(shown.lastIndexOf('[', at) + 1, at);
    }

    @Test
    void aNudgeComesWhileThePromptWaitsStartsTheShortRoutineAndIsToldOfAfterwards() throws Exception {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try (threads;
                var in = new PipedInputStream(keys);
                Screen plain = TestScreens.plain(in, screen);
                Running running = Opening.begin(config(), QUICK, clock).await()) {
            var ann = new UserId(TerminalChat.PLATFORM, "ann");
            var chat = new TerminalChat(
                    ann, Optional.of(Locale.ENGLISH), folder.resolve("documents"), clock, running::inbox, plain);
            running.start(chat);
            Future<Ending> ending = threads.submit(() -> chat.run(() -> {}));
            shownSince(0, "Where is it stiff?");

            type("/nudge in 1 minute", "I'll nudge you once: in 1 minute");
            int before = screen.size();
            clock.advance(Duration.ofMinutes(1));
            String nudge = shownSince(before, "2-minute version");
            assertThat(nudge).contains("Snooze", "Not today");

            type(numberOf("2-minute version", nudge), "First, a quick health check");
            assertThat(type("skip", "step 1 of")).contains("Here we go");
            assertThat(type("/nudge why", "(once)"))
                    .contains("Wed 18 Nov, 10:01 (once): sent, and you began to stretch.");

            keys.close();
            assertThat(ending.get()).isEqualTo(new Ending.InputEnded());
        }
    }
}
