package dev.limber.app.config;

import dev.limber.storage.StorageConfig;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the URL of a PostgreSQL database apart, so that what logs in stands apart from what may be shown. */
final class PostgresUrl {
    private static final String HOST = "(?:\\[[0-9A-Fa-f:.]+]|[^\\s/?#@,:\\[\\]]+)(?::[0-9]{1,5})?";
    private static final Pattern URL = Pattern.compile("//(?:(?<user>[^\\s/?#:]*)(?::(?<password>[^\\s/?#]*))?@)?"
            + "(?<hosts>" + HOST + "(?:," + HOST + ")*)/(?<database>[^\\s/?#]+)(?:\\?(?<parameters>[^\\s#]*))?");
    private static final Pattern PARAMETER = Pattern.compile("([^&=]+)=([^&]*)");

    /** How other programs' parameters are called by the driver. */
    private static final Map<String, String> DRIVERS_NAMES = Map.of(
            "connect_timeout", "connectTimeout",
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding");

    private final StringJoiner kept = new StringJoiner("&", "?", "").setEmptyValue("");
    private Optional<String> user;
    private Optional<String> password;

    private PostgresUrl(Matcher url) {
        user = decoded(url.group("user"));
        password = decoded(url.group("password"));
        Matcher parameters =
                PARAMETER.matcher(Optional.ofNullable(url.group("parameters")).orElse(""));
        while (parameters.find()) {
            String value = parameters.group(2);
            switch (parameters.group(1)) {
                case "user" -> user = decoded(value);
                case "password" -> password = decoded(value);
                case String name -> kept.add(DRIVERS_NAMES.getOrDefault(name, name) + "=" + value);
            }
        }
    }

    /**
     * @param rest of the URL, after the scheme
     * @return empty where it does not say which database is meant
     */
    static Optional<StorageConfig.Postgres> read(String rest) {
        Matcher url = URL.matcher(rest);
        if (!url.matches()) {
            return Optional.empty();
        }
        try {
            var read = new PostgresUrl(url);
            String place = "jdbc:postgresql://" + url.group("hosts") + "/" + url.group("database");
            return Optional.of(new StorageConfig.Postgres(place + read.kept, read.user, read.password));
        } catch (IllegalArgumentException badEscape) {
            return Optional.empty();
        }
    }

    /** A plus stays what it is: it is a space in forms only. */
    private static Optional<String> decoded(@Nullable String part) {
        return Optional.ofNullable(part)
                .map(text -> URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8))
                .filter(text -> !text.isEmpty());
    }
}
