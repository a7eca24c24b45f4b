package dev.limber.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.discord.DiscordConfig;
import dev.limber.discord.DiscordConfig.Shards;
import dev.limber.discord.api.BotToken;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordSettingsTest {
    private static final String TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAx.GabcdE.a-secret_part_of-some_length0123456789";
    private static final String ELSEWHERE = "ws://127.0.0.1:8083";

    @TempDir
    Path folder;

    @Test
    void without_a_token_there_is_no_discord() {
        Config config = loaded(Map.of()).config();

        assertThat(config.discord()).isEmpty();
        assertThat(config.serves()).isFalse();
    }

    @Test
    void a_token_is_enough() {
        assertThat(discord(Map.of()))
                .isEqualTo(new DiscordConfig(
                        new BotToken(TOKEN),
                        URI.create("https://discord.com/api/v10/"),
                        Optional.empty(),
                        new Shards.Auto(),
                        false,
                        DiscordConfig.Timing.standard()));
        assertThat(loaded(withToken(Map.of())).config().serves()).isTrue();
    }

    @Test
    void test_servers_take_any_token() {
        assertThat(loaded(Map.of("LIMBER_DISCORD_TOKEN", "x")).config().discord())
                .map(DiscordConfig::token)
                .contains(new BotToken("x"));
    }

    @Test
    void a_token_may_stand_in_a_file_or_in_the_yaml() throws IOException {
        Files.writeString(folder.resolve("token"), TOKEN + "\n");
        assertThat(loaded(Map.of("LIMBER_DISCORD_TOKEN_FILE", "token")).config().discord())
                .isPresent();

        Path home = Files.createDirectories(folder.resolve("person/.local/share/limber"));
        Files.writeString(home.resolve("limber.yaml"), """
                discord-token: %s
                discord-shards: 2/16
                discord-message-content: true
                """.formatted(TOKEN));
        assertThat(loaded(Map.of()).config().discord()).hasValueSatisfying(discord -> {
            assertThat(discord.shards()).isEqualTo(new Shards.Range(2, 2, 16));
            assertThat(discord.messageContent()).isTrue();
        });
    }

    @Test
    void both_platforms_can_be_set() {
        Config config =
                loaded(withToken(Map.of("LIMBER_TELEGRAM_TOKEN", "1:x"))).config();

        assertThat(config.discord()).isPresent();
        assertThat(config.telegram()).isPresent();
    }

    @Test
    void everything_can_be_set() {
        assertThat(discord(Map.of(
                        "LIMBER_DISCORD_API_URL", "http://Localhost:8082/discord/api/v10",
                        "LIMBER_DISCORD_GATEWAY_URL", "WS://localhost:8083",
                        "LIMBER_DISCORD_SHARDS", "0-3/16",
                        "LIMBER_DISCORD_MESSAGE_CONTENT", "TRUE")))
                .isEqualTo(new DiscordConfig(
                        new BotToken(TOKEN),
                        URI.create("http://localhost:8082/discord/api/v10/"),
                        Optional.of(URI.create("ws://localhost:8083")),
                        new Shards.Range(0, 3, 16),
                        true,
                        DiscordConfig.Timing.standard()));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8082, http://127.0.0.1:8082/api/v10/",
        "http://127.0.0.1:8082/, http://127.0.0.1:8082/api/v10/",
        "http://127.0.0.1:8082/api/v10, http://127.0.0.1:8082/api/v10/",
        "http://127.0.0.1:8082/api/v10/, http://127.0.0.1:8082/api/v10/",
        "http://[::1]:8082/x, http://[::1]:8082/x/",
        "HTTPS://Example.org/Api, https://example.org/Api/"
    })
    void the_api_may_be_anywhere(String set, String api) {
        assertThat(discord(Map.of("LIMBER_DISCORD_API_URL", set, "LIMBER_DISCORD_GATEWAY_URL", ELSEWHERE))
                        .api())
                .isEqualTo(URI.create(api));
    }

    @ParameterizedTest
    @CsvSource({"auto, , ,", "AUTO, , ,", "0/1, 0, 0, 1", "2/16, 2, 2, 16", "0-3/16, 0, 3, 16", "12-15/16, 12, 15, 16"})
    void shards_are_all_or_some_of_how_many(String set, Integer first, Integer last, Integer total) {
        assertThat(discord(Map.of("LIMBER_DISCORD_SHARDS", set)).shards())
                .isEqualTo(first == null ? new Shards.Auto() : new Shards.Range(first, last, total));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    TOKEN           | hunter2 x                      | is not the token of a bot
                    TOKEN           | hünter2                        | is not the token of a bot
                    API_URL         | discord.com/api/hunter2        | does not begin with http:// or https://
                    API_URL         | ws://discord.com/hunter2       | does not begin with http:// or https://
                    API_URL         | https://discord.com/?a=hunter2 | has a '?' and something after it
                    API_URL         | https://discord.com/#hunter2   | has a '#' and something after it
                    API_URL         | https://me:hunter2@discord.com | has a name or a password before the host
                    API_URL         | https://discord_api/hunter2    | names no host of letters, digits, '-' and '.'
                    API_URL         | https://discord.com:99999      | has a port that cannot be
                    API_URL         | http://                        | is not a URL
                    GATEWAY_URL     | gateway.discord.gg             | does not begin with ws:// or wss://
                    GATEWAY_URL     | https://gateway.discord.gg     | does not begin with ws:// or wss://
                    GATEWAY_URL     | wss://discord.gg/?a=hunter2    | has a '?' and something after it
                    GATEWAY_URL     | wss://me:hunter2@discord.gg    | has a name or a password before the host
                    GATEWAY_URL     | wss://discord.gg:0             | has a port that cannot be
                    GATEWAY_URL     | wss://                         | is not a URL
                    SHARDS          | hunter2                        | does not say which shards
                    SHARDS          | 16                             | does not say which shards
                    SHARDS          | 3-0/16                         | does not say which shards
                    SHARDS          | 0-16/16                        | does not say which shards
                    SHARDS          | 1/1                            | does not say which shards
                    SHARDS          | -1/16                          | does not say which shards
                    SHARDS          | 0-3/99999999999                | does not say which shards
                    MESSAGE_CONTENT | yes, hunter2                   | is neither true nor false
                    MESSAGE_CONTENT | 1                              | is neither true nor false
                    """)
    void what_cannot_be_used_is_named_with_what_would_work_and_never_shown(String name, String value, String problem) {
        ConfigResult.Faulty faulty = faulty(withToken(Map.of("LIMBER_DISCORD_" + name, value)));

        assertThat(faulty.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.place()).isEqualTo("LIMBER_DISCORD_" + name);
            assertThat(fault.problem()).isEqualTo(problem);
            assertThat(fault.hint()).matches("(Write|Copy) .*\\.");
        });
        assertThat(faulty.toString()).doesNotContain("hunter2", "nter2", TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "API_URL, http://127.0.0.1:8082, , , GATEWAY_URL",
        "GATEWAY_URL, ws://127.0.0.1:8083, , , API_URL",
        "API_URL, http://127.0.0.1:8082, GATEWAY_URL, wss://gateway.discord.gg, GATEWAY_URL",
        "GATEWAY_URL, ws://127.0.0.1:8083, API_URL, https://discord.com/api/v10/, API_URL",
        "API_URL, https://notdiscord.com, GATEWAY_URL, wss://gateway-us-east1-b.discord.gg, GATEWAY_URL"
    })
    void a_test_server_is_never_mixed_with_discord_itself(
            String name, String value, String otherName, String otherValue, String publicOne) {
        var settings = withToken(Map.of("LIMBER_DISCORD_" + name, value));
        Optional.ofNullable(otherName).ifPresent(other -> settings.put("LIMBER_DISCORD_" + other, otherValue));

        assertThat(faulty(settings).faults())
                .containsExactly(new ConfigFault(
                        "LIMBER_DISCORD_" + name,
                        "leads to another server, while LIMBER_DISCORD_" + publicOne
                                + " is still that of Discord itself",
                        "Set both, or leave both out."));
    }

    @Test
    void the_public_addresses_may_be_spelled_out() {
        assertThat(discord(Map.of("LIMBER_DISCORD_API_URL", "https://discord.com/api/v10"))
                        .api())
                .isEqualTo(DiscordConfig.PUBLIC_API);
        assertThat(discord(Map.of("LIMBER_DISCORD_GATEWAY_URL", "wss://gateway.discord.gg"))
                        .gateway())
                .contains(URI.create("wss://gateway.discord.gg"));
    }

    @Test
    void all_faults_come_together() {
        assertThat(faulty(Map.of(
                                "LIMBER_DISCORD_TOKEN", "a b",
                                "LIMBER_DISCORD_API_URL", "x",
                                "LIMBER_DISCORD_GATEWAY_URL", "x",
                                "LIMBER_DISCORD_SHARDS", "x",
                                "LIMBER_DISCORD_MESSAGE_CONTENT", "x",
                                "LIMBER_TELEGRAM_PACE", "x"))
                        .faults())
                .hasSize(6);
    }

    @Test
    void a_token_and_its_file_together_are_a_fault_and_nothing_else() {
        assertThat(faulty(Map.of(
                        "LIMBER_DISCORD_TOKEN", TOKEN,
                        "LIMBER_DISCORD_TOKEN_FILE", "token",
                        "LIMBER_DISCORD_SHARDS", "2/16")))
                .isEqualTo(new ConfigResult.Faulty(
                        List.of(new ConfigFault(
                                "LIMBER_DISCORD_TOKEN",
                                "is set, and LIMBER_DISCORD_TOKEN_FILE as well",
                                "Keep one of them.")),
                        List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1:x"})
    void settings_of_discord_without_a_token_get_a_warning(String telegram) {
        assertThat(loaded(Map.of(
                                "LIMBER_TELEGRAM_TOKEN", telegram,
                                "LIMBER_DISCORD_API_URL", "http://127.0.0.1:8082",
                                "LIMBER_DISCORD_MESSAGE_CONTENT", "true"))
                        .warnings())
                .containsExactlyInAnyOrder(
                        "LIMBER_DISCORD_API_URL is left aside, because there is no LIMBER_DISCORD_TOKEN.",
                        "LIMBER_DISCORD_MESSAGE_CONTENT is left aside, because there is no LIMBER_DISCORD_TOKEN.");
    }

    @Test
    void what_is_read_does_not_show_its_secrets() {
        assertThat(loaded(withToken(Map.of())).toString())
                .contains("discord.com")
                .doesNotContain(TOKEN);
    }

    private DiscordConfig discord(Map<String, String> environment) {
        ConfigResult.Loaded loaded = loaded(withToken(environment));
        assertThat(loaded.warnings()).isEmpty();
        return loaded.config().discord().orElseThrow();
    }

    private static Map<String, String> withToken(Map<String, String> environment) {
        var all = new HashMap<String, String>(Map.of("LIMBER_DISCORD_TOKEN", TOKEN));
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
