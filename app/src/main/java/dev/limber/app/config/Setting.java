package dev.limber.app.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be set. */
public enum Setting {
    HOME(
            Place.ENVIRONMENT,
            false,
            "`$XDG_DATA_HOME/limber`, else `~/.local/share/limber`",
            "The folder for all that is kept: data, log, `limber.yaml`. Created readable by its owner only."),
    DATABASE_URL(
            Place.BOTH,
            true,
            "`sqlite:limber.db` in `LIMBER_HOME`",
            "Where the data is: `sqlite:` and a file, a relative one in `LIMBER_HOME`; or"
                    + " `postgresql://user:password@host/database`."),
    CONTENT_DIR(
            Place.BOTH,
            false,
            "none",
            "A folder with a content pack of your own, which adds to the built-in one and overrides it."),
    LANGUAGE(
            Place.BOTH,
            false,
            "`en`",
            "The language until a person chooses one, where their client does not tell: a tag such as `de`."),
    TIME_ZONE(
            Place.BOTH,
            false,
            "the machine's",
            "The time zone until a person chooses one: a name such as `Europe/Berlin`."),
    LOG_LEVEL(
            Place.BOTH, false, "`info`", "How much goes to the log: `off`, `error`, `warn`, `info`, `debug`, `trace`."),
    PAGE_PORT(
            Place.BOTH,
            false,
            "`8080`",
            "The port of the [chat page](../README.md#in-the-browser) on this machine, or the next one that is free; `0` for any."),
    TELEGRAM_TOKEN(
            Place.BOTH,
            true,
            "no chat in Telegram",
            "What [@BotFather](telegram.md) gave for your bot; with it Limber serves Telegram."),
    TELEGRAM_API_URL(
            Place.BOTH,
            false,
            "`https://api.telegram.org`",
            "Where the Bot API is: scheme, host and port, such as those of a local Bot API server."),
    TELEGRAM_WEBHOOK_URL(
            Place.BOTH,
            false,
            "updates are fetched",
            "What Telegram calls with updates: the `https` URL of a proxy in front of `LIMBER_WEBHOOK_BIND`."),
    TELEGRAM_WEBHOOK_SECRET(
            Place.BOTH,
            true,
            "made from the token",
            "What Telegram shows with each such call: 1 to 256 letters, digits, `_` and `-`."),
    TELEGRAM_PACE(
            Place.BOTH,
            false,
            "`28`",
            "How many scheduled messages go out in a second, over all chats; Telegram allows 30."),
    WEBHOOK_BIND(
            Place.BOTH,
            false,
            "`127.0.0.1:8443`",
            "Where to listen for what the proxy passes on: `host:port`, or `:port` for all addresses."),
    DISCORD_TOKEN(
            Place.BOTH,
            true,
            "no chat in Discord",
            "What [Discord's developer portal](discord.md) gave for your bot; with it Limber serves Discord."),
    DISCORD_API_URL(
            Place.BOTH,
            false,
            "`https://discord.com/api/v10/`",
            "Where the REST API is, such as that of a test server; only together with the next one."),
    DISCORD_GATEWAY_URL(
            Place.BOTH,
            false,
            "what the API says",
            "Where events come from: a `ws` or `wss` URL; only together with the one before."),
    DISCORD_SHARDS(
            Place.BOTH,
            false,
            "`auto`",
            "Which shards this process takes: `auto` for all, `0-3/16` for the first four of 16, `2/16` for one."),
    DISCORD_MESSAGE_CONTENT(
            Place.BOTH,
            false,
            "`false`",
            "Whether to read all that is written where the bot is, an intent that the portal must allow: `true` or `false`."),
    OPS_BIND(
            Place.BOTH,
            false,
            "`127.0.0.1:9090`",
            "Where `limber serve` tells of its [health and metrics](operations.md): `host:port`, `:port` for all addresses, or `off`."),
    JAVA_OPTIONS(Place.LAUNCHER, false, "none", "More options for the Java machine, such as `-Xmx512m`."),
    START_CACHE(
            Place.LAUNCHER,
            false,
            "`auto`",
            "What makes later starts quick: `auto` makes it in the background, `now` before starting, `off` never.");

    private static final String PREFIX = "LIMBER_";
    private static final String FILE_SUFFIX = "_FILE";

    /** Where a setting is read from. */
    public enum Place {
        /** Environment variables only. */
        ENVIRONMENT,
        /** Environment variables over {@code limber.yaml}. */
        BOTH,
        /** An environment variable that the start script reads, not this program. */
        LAUNCHER
    }

    private final Place place;
    private final boolean secret;
    private final String standard;
    private final String meaning;

    Setting(Place place, boolean secret, String standard, String meaning) {
        this.place = place;
        this.secret = secret;
        this.standard = standard;
        this.meaning = meaning;
    }

    /** The environment variable: {@code LIMBER_TIME_ZONE}. */
    public String variable() {
        return PREFIX + name();
    }

    /** The environment variable that names a file with the value; for secrets only. */
    public Optional<String> fileVariable() {
        return secret ? Optional.of(variable() + FILE_SUFFIX) : Optional.empty();
    }

    /** The key in {@code limber.yaml}: {@code time-zone}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Place place() {
        return place;
    }

    /** Whether its value may never be shown. */
    public boolean secret() {
        return secret;
    }

    /** What holds without it, in Markdown. */
    public String standard() {
        return standard;
    }

    /** One sentence, in Markdown. */
    public String meaning() {
        return meaning;
    }

    static Optional<Setting> findByKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.place == Place.BOTH && setting.key().equals(key))
                .findFirst();
    }

    static boolean isOurs(String variable) {
        return variable.startsWith(PREFIX);
    }
}
