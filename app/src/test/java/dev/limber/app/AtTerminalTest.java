package dev.limber.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.local.PseudoTerminal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer does: {@code limber} alone, without any token, at a real terminal. */
@Timeout(60)
class AtTerminalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern PAGE = Pattern.compile("Also in your browser: (http://127\\.0\\.0\\.1:\\d+/)");

    @TempDir
    private Path folder;

    @Test
    void limber_says_where_its_page_is_serves_it_and_chats() throws IOException, InterruptedException {
        try (var terminal = new PseudoTerminal()) {
            Process process = terminal.seat(limber()).start();
            try {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(terminal.shown()).contains("Hi, I'm Limber", "[1] ", "> "));
                Matcher page = PAGE.matcher(terminal.shown());
                assertThat(page.find()).as(terminal.shown()).isTrue();
                assertThat(page.start())
                        .as("before the chat begins")
                        .isLessThan(terminal.shown().indexOf("Hi, I'm"));
                assertThat(fetched(page.group(1))).contains("<title>Limber</title>");

                terminal.type("/stretch desk break\r");
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(terminal.shown()).contains("a quick health check"));
                terminal.type("\u0004");
                assertThat(process.waitFor()).isZero();
                assertThat(folder.resolve("complaints")).isEmptyFile();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private ProcessBuilder limber() {
        var program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LimberMain.class.getName());
        program.environment().keySet().removeIf(name -> name.startsWith("LIMBER_"));
        program.environment().put("LIMBER_HOME", folder.resolve("data").toString());
        program.environment().put("LIMBER_PAGE_PORT", "0");
        program.environment().put("LC_ALL", "C.UTF-8");
        return program.redirectError(folder.resolve("complaints").toFile());
    }

    /** It is served when the chat has begun. */
    private static String fetched(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url))
                                    .timeout(PATIENCE)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
