package dev.limber.app.config;

import dev.limber.discord.DiscordConfig;
import dev.limber.discord.DiscordConfig.Shards;
import dev.limber.discord.api.BotToken;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how to be a bot in Discord. */
final class DiscordSettings {
    private static final Pattern SHARDS = Pattern.compile("([0-9]{1,6})(?:-([0-9]{1,6}))?/([0-9]{1,6})");
    private static final Pattern PUBLIC_HOST = Pattern.compile("(.*\\.)?discord\\.(com|gg)");

    private final PlatformReading reading;

    DiscordSettings(PlatformReading reading) {
        this.reading = reading;
    }

    /** Empty where there is no token that can be used. */
    Optional<DiscordConfig> read() {
        PlatformReading.Token<BotToken> token = token();
        Optional<URI> api = api();
        Optional<URI> gateway = gateway();
        Shards shards = shards();
        boolean messageContent = messageContent();
        if (token.missing()) {
            reading.leaveAside(_ -> true, Setting.DISCORD_TOKEN);
        } else {
            keepApart(api, gateway);
        }
        return token.value()
                .map(known -> new DiscordConfig(
                        known,
                        api.orElse(DiscordConfig.PUBLIC_API),
                        gateway,
                        shards,
                        messageContent,
                        DiscordConfig.Timing.standard()));
    }

    private PlatformReading.Token<BotToken> token() {
        return reading.token(
                Setting.DISCORD_TOKEN,
                text -> Optional.of(text).filter(BotToken::isToken).map(BotToken::new),
                "is not the token of a bot",
                "Copy the whole of what Discord's developer portal gave you: letters, digits and signs without blanks.");
    }

    private Optional<URI> api() {
        return reading.address(
                Setting.DISCORD_API_URL,
                text -> WebAddress.folder(text, DiscordConfig.PUBLIC_API.getRawPath()),
                "Write one such as http://localhost:8082/api/v10/, or leave it out.");
    }

    private Optional<URI> gateway() {
        return reading.address(
                Setting.DISCORD_GATEWAY_URL,
                WebAddress::socket,
                "Write one such as ws://localhost:8083, or leave it out.");
    }

    /** The live service must never be told what a test server said, nor the other way round. */
    private void keepApart(Optional<URI> api, Optional<URI> gateway) {
        boolean apiElsewhere = api.filter(url -> !isPublic(url)).isPresent();
        boolean gatewayElsewhere = gateway.filter(url -> !isPublic(url)).isPresent();
        if (apiElsewhere && (gateway.isPresent() ? !gatewayElsewhere : !reading.isSet(Setting.DISCORD_GATEWAY_URL))) {
            mixed(Setting.DISCORD_API_URL, Setting.DISCORD_GATEWAY_URL);
        }
        if (gatewayElsewhere && (api.isPresent() ? !apiElsewhere : !reading.isSet(Setting.DISCORD_API_URL))) {
            mixed(Setting.DISCORD_GATEWAY_URL, Setting.DISCORD_API_URL);
        }
    }

    private static boolean isPublic(URI url) {
        return PUBLIC_HOST.matcher(url.getHost()).matches();
    }

    private void mixed(Setting elsewhere, Setting other) {
        reading.fault(
                elsewhere,
                "leads to another server, while " + other.variable() + " is still that of Discord itself",
                "Set both, or leave both out.");
    }

    private Shards shards() {
        return reading.read(
                        Setting.DISCORD_SHARDS,
                        DiscordSettings::shards,
                        "does not say which shards",
                        "Write auto, or the first and the last counted from 0 and how many there are in all, such as"
                                + " 0-3/16, or 2/16 for one alone.")
                .orElseGet(Shards.Auto::new);
    }

    private static Optional<Shards> shards(String text) {
        if (text.equalsIgnoreCase("auto")) {
            return Optional.of(new Shards.Auto());
        }
        Matcher parts = SHARDS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(parts.group(1));
        int last = parts.group(2) == null ? first : Integer.parseInt(parts.group(2));
        int total = Integer.parseInt(parts.group(3));
        return first <= last && last < total ? Optional.of(new Shards.Range(first, last, total)) : Optional.empty();
    }

    private boolean messageContent() {
        return reading.read(
                        Setting.DISCORD_MESSAGE_CONTENT,
                        DiscordSettings::yesOrNo,
                        "is neither true nor false",
                        "Write true or false, or leave it out.")
                .orElse(false);
    }

    private static Optional<Boolean> yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
