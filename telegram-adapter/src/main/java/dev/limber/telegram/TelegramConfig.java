package dev.limber.telegram;

import dev.limber.telegram.api.BotToken;
import dev.limber.telegram.incoming.WebhookConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How to be a bot.
 *
 * @param server scheme, host and port of the Bot API
 * @param webhook without it updates are polled
 * @param perSecond how many scheduled messages may go out in a second
 * @param timing how long things may take
 */
public record TelegramConfig(
        BotToken token, URI server, Optional<WebhookConfig> webhook, double perSecond, Timing timing) {
    public static final URI PUBLIC_SERVER = URI.create("https://api.telegram.org");

    /** A little less than the thirty that Telegram allows. */
    public static final double PER_SECOND = 28;

    public TelegramConfig {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("the pace must be positive");
        }
    }

    /** With a webhook that stays registered when this instance ends. */
    public TelegramConfig withStayingWebhook() {
        return new TelegramConfig(token, server, webhook.map(WebhookConfig::staying), perSecond, timing);
    }

    /**
     * @param patience for one answer of the server
     * @param longPoll how long the server may wait for updates
     * @param watch how often it is looked whether updates still come in
     */
    public record Timing(Duration patience, Duration longPoll, Duration watch) {
        public static Timing standard() {
            return new Timing(Duration.ofSeconds(20), Duration.ofSeconds(50), Duration.ofSeconds(5));
        }
    }
}
