package dev.limber.app.config;

import dev.limber.telegram.TelegramConfig;
import dev.limber.telegram.api.BotToken;
import dev.limber.telegram.incoming.WebhookConfig;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads how to be a bot in Telegram. */
final class TelegramSettings {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final InetSocketAddress BIND =
            BindAddress.find("127.0.0.1:8443").orElseThrow();

    /** Where Telegram itself calls webhooks. */
    private static final Set<Integer> PORTS = Set.of(-1, 443, 80, 88, 8443);

    private static final List<Setting> OF_WEBHOOK = List.of(Setting.TELEGRAM_WEBHOOK_SECRET, Setting.WEBHOOK_BIND);

    private final PlatformReading reading;

    TelegramSettings(PlatformReading reading) {
        this.reading = reading;
    }

    /** Empty where there is no token that can be used. */
    Optional<TelegramConfig> read() {
        PlatformReading.Token<BotToken> token = token();
        URI server = server();
        Optional<URI> url = webhookUrl(server);
        Optional<String> secret = secret();
        InetSocketAddress bind = bind();
        double pace = pace();
        warnOfIdle(token.missing());
        return token.value()
                .map(known -> new TelegramConfig(
                        known,
                        server,
                        url.map(called -> new WebhookConfig(
                                called, secret.orElseGet(() -> WebhookConfig.secretFrom(known)), bind)),
                        pace,
                        TelegramConfig.Timing.standard()));
    }

    private PlatformReading.Token<BotToken> token() {
        return reading.token(
                Setting.TELEGRAM_TOKEN,
                text -> Optional.of(text).filter(BotToken::isToken).map(BotToken::new),
                "is not the token of a bot",
                "Copy the whole of what @BotFather gave you: digits, a colon, then letters, digits, '_' and '-'.");
    }

    private URI server() {
        return reading.address(
                        Setting.TELEGRAM_API_URL,
                        WebAddress::server,
                        "Write scheme, host and port alone, such as http://localhost:8081, or leave it out.")
                .orElse(TelegramConfig.PUBLIC_SERVER);
    }

    private Optional<URI> webhookUrl(URI server) {
        Optional<URI> url = reading.address(
                Setting.TELEGRAM_WEBHOOK_URL,
                WebAddress::page,
                "Write one such as https://limber.example.org/telegram, or leave it out.");
        if (server.equals(TelegramConfig.PUBLIC_SERVER)) {
            url.ifPresent(this::warnOfUncallable);
        }
        return url;
    }

    private void warnOfUncallable(URI url) {
        if (url.getScheme().equalsIgnoreCase("http")) {
            reading.warn(
                    Setting.TELEGRAM_WEBHOOK_URL, "Telegram calls https only; http is for a local Bot API server.");
        } else if (!PORTS.contains(url.getPort())) {
            reading.warn(Setting.TELEGRAM_WEBHOOK_URL, "Telegram calls the ports 443, 80, 88 and 8443 only.");
        }
    }

    private Optional<String> secret() {
        return reading.read(
                Setting.TELEGRAM_WEBHOOK_SECRET,
                text -> Optional.of(text).filter(WebhookConfig::isSecret),
                "is not a secret that Telegram takes",
                "Write 1 to 256 letters, digits, '_' and '-', or leave it out.");
    }

    private InetSocketAddress bind() {
        return reading.read(
                        Setting.WEBHOOK_BIND,
                        BindAddress::find,
                        "is not an address of this machine with a port",
                        "Write one such as 127.0.0.1:8443, [::1]:8443, or :8443 for all addresses.")
                .orElse(BIND);
    }

    private double pace() {
        return reading.read(
                        Setting.TELEGRAM_PACE,
                        TelegramSettings::positive,
                        "is not a number above 0",
                        "Write how many messages a second may go out, such as 28 or 0.5.")
                .orElse(TelegramConfig.PER_SECOND);
    }

    private static Optional<Double> positive(String text) {
        return Optional.of(text)
                .filter(number -> NUMBER.matcher(number).matches())
                .map(Double::valueOf)
                .filter(number -> number > 0);
    }

    private void warnOfIdle(boolean withoutToken) {
        if (withoutToken) {
            reading.leaveAside(_ -> true, Setting.TELEGRAM_TOKEN);
        } else if (!reading.isSet(Setting.TELEGRAM_WEBHOOK_URL)) {
            reading.leaveAside(OF_WEBHOOK::contains, Setting.TELEGRAM_WEBHOOK_URL);
        }
    }
}
