package dev.limber.telegram.incoming;

import dev.limber.telegram.api.BotToken;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where Telegram sends updates to.
 *
 * @param url what Telegram calls: that of a proxy with TLS
 * @param secret what Telegram shows with every call, 1 to 256 characters of {@code [A-Za-z0-9_-]}
 * @param bind where to listen for what the proxy passes on
 * @param stays whether it stays registered when this ends, because other instances behind the same URL go on
 */
public record WebhookConfig(URI url, String secret, InetSocketAddress bind, boolean stays) {
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    public WebhookConfig {
        if (!isSecret(secret)) {
            throw new IllegalArgumentException("not a webhook secret");
        }
    }

    public WebhookConfig(URI url, String secret, InetSocketAddress bind) {
        this(url, secret, bind, false);
    }

    public WebhookConfig staying() {
        return new WebhookConfig(url, secret, bind, true);
    }

    public static boolean isSecret(String text) {
        return SECRET.matcher(text).matches();
    }

    /** A secret that all instances with the same token have, and nobody else. */
    public static String secretFrom(BotToken token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("webhook".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "WebhookConfig[host=" + url.getHost() + ", bind=" + bind + "]";
    }
}
