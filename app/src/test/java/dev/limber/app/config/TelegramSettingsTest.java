package dev.limber.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.telegram.TelegramConfig;
import dev.limber.telegram.api.BotToken;
import dev.limber.telegram.incoming.WebhookConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramSettingsTest {
    private static final String TOKEN = "123456:AAE-secret_part";
    private static final String HOOK = "https://limber.example.org/telegram";

    @TempDir
    Path folder;

    @Test
    void without_a_token_there_is_no_telegram() {
        assertThat(loaded(Map.of()).config().telegram()).isEmpty();
    }

    @Test
    void a_token_is_enough() {
        assertThat(telegram(Map.of()))
                .isEqualTo(new TelegramConfig(
                        new BotToken(TOKEN),
                        URI.create("https://api.telegram.org"),
                        Optional.empty(),
                        28,
                        TelegramConfig.Timing.standard()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:x", "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"})
    void a_token_is_digits_a_colon_and_more(String token) {
        assertThat(loaded(Map.of("LIMBER_TELEGRAM_TOKEN", token)).config().telegram())
                .map(TelegramConfig::token)
                .contains(new BotToken(token));
    }

    @Test
    void a_token_may_stand_in_a_file_or_in_the_yaml() throws IOException {
        Files.writeString(folder.resolve("token"), TOKEN + "\n");
        assertThat(loaded(Map.of("LIMBER_TELEGRAM_TOKEN_FILE", "token"))
                        .config()
                        .telegram())
                .isPresent();

        Path home = Files.createDirectories(folder.resolve("person/.local/share/limber"));
        Files.writeString(home.resolve("limber.yaml"), "telegram-token: " + TOKEN + "\ntelegram-pace: 0.5\n");
        assertThat(loaded(Map.of()).config().telegram())
                .map(TelegramConfig::perSecond)
                .contains(0.5);
    }

    @Test
    void everything_can_be_set() throws UnknownHostException {
        assertThat(telegram(Map.of(
                        "LIMBER_TELEGRAM_API_URL", "http://Localhost:8081/",
                        "LIMBER_TELEGRAM_WEBHOOK_URL", HOOK,
                        "LIMBER_TELEGRAM_WEBHOOK_SECRET", "so-secret_1",
                        "LIMBER_TELEGRAM_PACE", "12.5",
                        "LIMBER_WEBHOOK_BIND", "127.0.0.2:9000")))
                .isEqualTo(new TelegramConfig(
                        new BotToken(TOKEN),
                        URI.create("http://localhost:8081"),
                        Optional.of(new WebhookConfig(
                                URI.create(HOOK),
                                "so-secret_1",
                                new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 9000))),
                        12.5,
                        TelegramConfig.Timing.standard()));
    }

    @Test
    void a_webhook_needs_only_its_url() throws UnknownHostException {
        assertThat(telegram(Map.of("LIMBER_TELEGRAM_WEBHOOK_URL", HOOK)).webhook())
                .contains(new WebhookConfig(
                        URI.create(HOOK),
                        WebhookConfig.secretFrom(new BotToken(TOKEN)),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 8443)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.telegram.org, https://api.telegram.org",
        "HTTPS://API.telegram.org/, https://api.telegram.org",
        "http://127.0.0.1:8081, http://127.0.0.1:8081",
        "http://[::1]:8081, http://[::1]:8081",
        "http://bot-api, http://bot-api"
    })
    void the_server_may_be_any_host(String set, String server) {
        assertThat(telegram(Map.of("LIMBER_TELEGRAM_API_URL", set)).server()).isEqualTo(URI.create(server));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [::1]:8443      | ::1       | 8443
                    :9000           | 0.0.0.0   | 9000
                    localhost:443   | localhost | 443
                    0.0.0.0:8080    | 0.0.0.0   | 8080
                    """)
    void the_webhook_listens_where_it_is_told_to(String set, String host, int port) {
        var webhook = telegram(Map.of("LIMBER_TELEGRAM_WEBHOOK_URL", HOOK, "LIMBER_WEBHOOK_BIND", set))
                .webhook();

        assertThat(webhook).map(WebhookConfig::bind).contains(new InetSocketAddress(host, port));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    TELEGRAM_TOKEN          | hunter2                        | is not the token of a bot
                    TELEGRAM_TOKEN          | 123456:hunter2 x               | is not the token of a bot
                    TELEGRAM_TOKEN          | bot123456:hunter2              | is not the token of a bot
                    TELEGRAM_TOKEN          | 123456                         | is not the token of a bot
                    TELEGRAM_API_URL        | api.telegram.org               | does not begin with http:// or https://
                    TELEGRAM_API_URL        | localhost:8081                 | does not begin with http:// or https://
                    TELEGRAM_API_URL        | ftp://example.org              | does not begin with http:// or https://
                    TELEGRAM_API_URL        | https://example.org/bot1:hunter2 | has a path after the host
                    TELEGRAM_API_URL        | https://example.org?a=hunter2  | has a '?' and something after it
                    TELEGRAM_API_URL        | https://me:hunter2@example.org | has a name or a password before the host
                    TELEGRAM_API_URL        | https://example.org#hunter2    | has a '#' and something after it
                    TELEGRAM_API_URL        | https://bot_api:8081           | names no host of letters, digits, '-' and '.'
                    TELEGRAM_API_URL        | http://example.org:99999       | has a port that cannot be
                    TELEGRAM_API_URL        | http://                        | is not a URL
                    TELEGRAM_API_URL        | https://exa mple.org           | is not a URL
                    TELEGRAM_WEBHOOK_URL    | limber.example.org/telegram    | does not begin with http:// or https://
                    TELEGRAM_WEBHOOK_URL    | https://me:hunter2@example.org/ | has a name or a password before the host
                    TELEGRAM_WEBHOOK_SECRET | hunter2!                       | is not a secret that Telegram takes
                    TELEGRAM_PACE           | 0                              | is not a number above 0
                    TELEGRAM_PACE           | -1                             | is not a number above 0
                    TELEGRAM_PACE           | 28,5                           | is not a number above 0
                    TELEGRAM_PACE           | NaN                            | is not a number above 0
                    TELEGRAM_PACE           | hunter2                        | is not a number above 0
                    WEBHOOK_BIND            | 8443                           | is not an address of this machine with a port
                    WEBHOOK_BIND            | localhost                      | is not an address of this machine with a port
                    WEBHOOK_BIND            | localhost:0                    | is not an address of this machine with a port
                    WEBHOOK_BIND            | 127.0.0.1:70000                | is not an address of this machine with a port
                    WEBHOOK_BIND            | ::1:8443                       | is not an address of this machine with a port
                    WEBHOOK_BIND            | http://localhost:1             | is not an address of this machine with a port
                    WEBHOOK_BIND            | 123456:hunter2                 | is not an address of this machine with a port
                    """)
    void what_cannot_be_used_is_named_with_what_would_work_and_never_shown(String name, String value, String problem) {
        ConfigResult.Faulty faulty = faulty(withToken(Map.of("LIMBER_" + name, value)));

        assertThat(faulty.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.place()).isEqualTo("LIMBER_" + name);
            assertThat(fault.problem()).isEqualTo(problem);
            assertThat(fault.hint()).matches("(Write|Copy) .*\\.");
        });
        assertThat(faulty.toString()).doesNotContain("hunter2", TOKEN);
    }

    @Test
    void a_secret_has_256_characters_at_most() {
        assertThat(faulty(withToken(Map.of("LIMBER_TELEGRAM_WEBHOOK_SECRET", "x".repeat(257))))
                        .faults())
                .hasSize(1);
    }

    @Test
    void all_faults_come_together() {
        assertThat(faulty(Map.of(
                                "LIMBER_TELEGRAM_TOKEN", "x",
                                "LIMBER_TELEGRAM_API_URL", "x",
                                "LIMBER_TELEGRAM_WEBHOOK_URL", "x",
                                "LIMBER_TELEGRAM_WEBHOOK_SECRET", "!",
                                "LIMBER_TELEGRAM_PACE", "x",
                                "LIMBER_WEBHOOK_BIND", "x",
                                "LIMBER_LANGUAGE", "elvish"))
                        .faults())
                .hasSize(7);
    }

    @Test
    void a_token_and_its_file_together_are_a_fault_and_nothing_else() {
        assertThat(faulty(Map.of(
                        "LIMBER_TELEGRAM_TOKEN", TOKEN,
                        "LIMBER_TELEGRAM_TOKEN_FILE", "token",
                        "LIMBER_TELEGRAM_PACE", "2")))
                .isEqualTo(new ConfigResult.Faulty(
                        List.of(new ConfigFault(
                                "LIMBER_TELEGRAM_TOKEN",
                                "is set, and LIMBER_TELEGRAM_TOKEN_FILE as well",
                                "Keep one of them.")),
                        List.of()));
    }

    @Test
    void settings_of_telegram_without_a_token_get_a_warning() {
        assertThat(loaded(Map.of("LIMBER_TELEGRAM_PACE", "2", "LIMBER_WEBHOOK_BIND", ":9000"))
                        .warnings())
                .containsExactlyInAnyOrder(
                        "LIMBER_TELEGRAM_PACE is left aside, because there is no LIMBER_TELEGRAM_TOKEN.",
                        "LIMBER_WEBHOOK_BIND is left aside, because there is no LIMBER_TELEGRAM_TOKEN.");
    }

    @Test
    void settings_of_the_webhook_without_its_url_get_a_warning() {
        assertThat(loaded(withToken(Map.of("LIMBER_TELEGRAM_WEBHOOK_SECRET", "x", "LIMBER_WEBHOOK_BIND", ":9000")))
                        .warnings())
                .containsExactlyInAnyOrder(
                        "LIMBER_TELEGRAM_WEBHOOK_SECRET is left aside, because there is no"
                                + " LIMBER_TELEGRAM_WEBHOOK_URL.",
                        "LIMBER_WEBHOOK_BIND is left aside, because there is no LIMBER_TELEGRAM_WEBHOOK_URL.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    http://example.org/x      | https://api.telegram.org | Telegram calls https only; http is for a local Bot API server.
                    https://example.org:8444/ | https://api.telegram.org | Telegram calls the ports 443, 80, 88 and 8443 only.
                    https://example.org:8443/ | https://api.telegram.org |
                    http://127.0.0.1:9000/x   | http://localhost:8081    |
                    """)
    void a_webhook_that_telegram_will_not_call_gets_a_warning(String url, String server, String warning) {
        var settings = withToken(Map.of("LIMBER_TELEGRAM_WEBHOOK_URL", url, "LIMBER_TELEGRAM_API_URL", server));

        assertThat(loaded(settings).warnings())
                .isEqualTo(Stream.ofNullable(warning)
                        .map(words -> "LIMBER_TELEGRAM_WEBHOOK_URL: " + words)
                        .toList());
    }

    @Test
    void what_is_read_does_not_show_its_secrets() {
        ConfigResult.Loaded loaded = loaded(
                withToken(Map.of("LIMBER_TELEGRAM_WEBHOOK_URL", HOOK, "LIMBER_TELEGRAM_WEBHOOK_SECRET", "hunter2")));

        assertThat(loaded.toString())
                .contains(URI.create(HOOK).getHost())
                .doesNotContain(HOOK, "hunter2", TOKEN, "AAE-secret_part");
    }

    private TelegramConfig telegram(Map<String, String> environment) {
        ConfigResult.Loaded loaded = loaded(withToken(environment));
        assertThat(loaded.warnings()).isEmpty();
        return loaded.config().telegram().orElseThrow();
    }

    private static Map<String, String> withToken(Map<String, String> environment) {
        var all = new HashMap<String, String>(Map.of("LIMBER_TELEGRAM_TOKEN", TOKEN));
        all.putAll(environment);
        return all;
    }

    private ConfigResult.Loaded loaded(Map<String, String> environment) {
        return switch (read(environment)) {
            case ConfigResult.Loaded loaded -> loaded;
            case ConfigResult.Faulty faulty -> throw new AssertionError(faulty);
        };
    }

    private ConfigResult.Faulty faulty(Map<String, String> environment) {
        return switch (read(environment)) {
            case ConfigResult.Loaded loaded -> throw new AssertionError(loaded);
            case ConfigResult.Faulty faulty -> faulty;
        };
    }

    private ConfigResult read(Map<String, String> environment) {
        return ConfigReader.read(
                new Machine(environment, folder.resolve("person"), folder, Optional.empty(), ZoneOffset.UTC));
    }
}
