package dev.limber.app.config;

import dev.limber.telegram.TelegramConfig;
import dev.limber.telegram.api.BotToken;
import dev.limber.telegram.incoming.WebhookConfig;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads how to be a bot in Telegram. No message holds a value: a token may have got into any of these by mistake. */
final class TelegramSettings {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final InetSocketAddress BIND =
            BindAddress.find("127.0.0.1:8443").orElseThrow();

    /** Where Telegram itself calls webhooks. */
    private static final Set<Integer> PORTS = Set.of(-1, 443, 80, 88, 8443);

    private static final List<Setting> OF_WEBHOOK = List.of(Setting.TELEGRAM_WEBHOOK_SECRET, Setting.WEBHOOK_BIND);

    private final Sources sources;
    private final List<ConfigFault> faults;
    private final List<String> warnings;
    private final Map<Setting, Value> set = new EnumMap<>(Setting.class);

    TelegramSettings(Sources sources, List<ConfigFault> faults, List<String> warnings) {
        this.sources = sources;
        this.faults = faults;
        this.warnings = warnings;
    }

    /** Empty where there is no token that can be used. */
    Optional<TelegramConfig> read() {
        int faultsBefore = faults.size();
        Optional<BotToken> token = token();
        boolean without = token.isEmpty() && faults.size() == faultsBefore;
        URI server = server();
        Optional<URI> url = webhookUrl(server);
        Optional<String> secret = secret();
        InetSocketAddress bind = bind();
        double pace = pace();
        warnOfIdle(without, url.isEmpty() && !set.containsKey(Setting.TELEGRAM_WEBHOOK_URL));
        return token.map(known -> new TelegramConfig(
                known,
                server,
                url.map(called ->
                        new WebhookConfig(called, secret.orElseGet(() -> WebhookConfig.secretFrom(known)), bind)),
                pace,
                TelegramConfig.Timing.standard()));
    }

    private Optional<BotToken> token() {
        return read(
                Setting.TELEGRAM_TOKEN,
                text -> Optional.of(text).filter(BotToken::isToken).map(BotToken::new),
                "is not the token of a bot",
                "Copy the whole of what @BotFather gave you: digits, a colon, then letters, digits, '_' and '-'.");
    }

    private URI server() {
        return address(
                        Setting.TELEGRAM_API_URL,
                        WebAddress::server,
                        "Write scheme, host and port alone, such as http://localhost:8081, or leave it out.")
                .orElse(TelegramConfig.PUBLIC_SERVER);
    }

    private Optional<URI> webhookUrl(URI server) {
        Optional<URI> url = address(
                Setting.TELEGRAM_WEBHOOK_URL,
                WebAddress::page,
                "Write one such as https://limber.example.org/telegram, or leave it out.");
        if (server.equals(TelegramConfig.PUBLIC_SERVER)) {
            url.ifPresent(this::warnOfUncallable);
        }
        return url;
    }

    private void warnOfUncallable(URI url) {
        String place = Optional.ofNullable(set.get(Setting.TELEGRAM_WEBHOOK_URL))
                .map(Value::place)
                .orElse(Setting.TELEGRAM_WEBHOOK_URL.variable());
        if (url.getScheme().equalsIgnoreCase("http")) {
            warnings.add(place + ": Telegram calls https only; http is for a local Bot API server.");
        } else if (!PORTS.contains(url.getPort())) {
            warnings.add(place + ": Telegram calls the ports 443, 80, 88 and 8443 only.");
        }
    }

    private Optional<String> secret() {
        return read(
                Setting.TELEGRAM_WEBHOOK_SECRET,
                text -> Optional.of(text).filter(WebhookConfig::isSecret),
                "is not a secret that Telegram takes",
                "Write 1 to 256 letters, digits, '_' and '-', or leave it out.");
    }

    private InetSocketAddress bind() {
        return read(
                        Setting.WEBHOOK_BIND,
                        BindAddress::find,
                        "is not an address of this machine with a port",
                        "Write one such as 127.0.0.1:8443, [::1]:8443, or :8443 for all addresses.")
                .orElse(BIND);
    }

    private double pace() {
        return read(
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

    private <T> Optional<T> read(Setting setting, Function<String, Optional<T>> reader, String problem, String hint) {
        Optional<Value> value = find(setting);
        Optional<T> found = value.map(Value::text).flatMap(reader);
        if (found.isEmpty()) {
            value.ifPresent(wrong -> faults.add(new ConfigFault(wrong.place(), problem, hint)));
        }
        return found;
    }

    private Optional<URI> address(Setting setting, Function<String, WebAddress.Read> reader, String hint) {
        return find(setting).flatMap(value -> switch (reader.apply(value.text())) {
            case WebAddress.Read.Fine(URI url) -> Optional.of(url);
            case WebAddress.Read.Wrong(String problem) -> {
                faults.add(new ConfigFault(value.place(), problem, hint));
                yield Optional.empty();
            }
        });
    }

    private Optional<Value> find(Setting setting) {
        Optional<Value> value = sources.find(setting);
        value.ifPresent(found -> set.put(setting, found));
        return value;
    }

    private void warnOfIdle(boolean withoutToken, boolean withoutWebhook) {
        set.forEach((setting, value) -> {
            if (withoutToken) {
                warnings.add(value.place() + " is left aside, because there is no LIMBER_TELEGRAM_TOKEN.");
            } else if (withoutWebhook && OF_WEBHOOK.contains(setting)) {
                warnings.add(value.place() + " is left aside, because there is no LIMBER_TELEGRAM_WEBHOOK_URL.");
            }
        });
    }
}
