package dev.limber.discord;

import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Beginning;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.PictureSource;
import dev.limber.core.runtime.Limber;
import dev.limber.core.runtime.RuntimeConfig;
import dev.limber.discord.api.BotToken;
import dev.limber.discord.standin.Channel;
import dev.limber.discord.standin.DiscordApi;
import dev.limber.discord.standin.Person;
import dev.limber.discord.standin.Posted;
import dev.limber.testkit.Echo;
import dev.limber.testkit.InMemoryStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A bot with a small mind, between a stand-in of Discord and a store in memory. */
final class Rig implements AutoCloseable {
    static final DiscordConfig.Timing QUICK = new DiscordConfig.Timing(Duration.ofMillis(300));
    private Duration acknowledge = QUICK.acknowledge();

    /** How long it waits before it repeats an answer whose fate is unknown. */
    static final Duration DOUBT = Duration.ofMillis(200);

    private static final Duration CLOSE_WITHIN = Duration.ofMillis(500);

    final DiscordApi api;
    final InMemoryStore store;
    final Echo echo = new Echo();
    private final DiscordConfig.Shards shards;
    private final boolean messageContent;
    private final InstantSource clock;
    Limber limber;
    DiscordBot bot;

    private Rig(DiscordApi api, DiscordConfig.Shards shards, boolean messageContent, InstantSource clock) {
        this.api = api;
        this.clock = clock;
        this.shards = shards;
        this.messageContent = messageContent;
        store = new InMemoryStore();
        limber = limber();
        bot = bot();
    }

    /** Everything is running. */
    static Rig open() {
        return open(DiscordApi.start());
    }

    static Rig open(DiscordApi api) {
        return open(api, new DiscordConfig.Shards.Auto(), false);
    }

    static Rig open(DiscordApi api, DiscordConfig.Shards shards, boolean messageContent) {
        return started(new Rig(api, shards, messageContent, InstantSource.system()));
    }

    /** Everything is running, by this clock. */
    static Rig open(DiscordApi api, InstantSource clock) {
        return started(new Rig(api, new DiscordConfig.Shards.Auto(), false, clock));
    }

    /** Everything is running, and little time is left to each answer. */
    static Rig open(DiscordApi api, Duration acknowledge) {
        var rig = new Rig(api, new DiscordConfig.Shards.Auto(), false, InstantSource.system());
        rig.acknowledge = acknowledge;
        rig.bot = rig.bot();
        return started(rig);
    }

    private static Rig started(Rig rig) {
        rig.start();
        rig.awaitReady();
        return rig;
    }

    /** Nothing is running yet. */
    static Rig prepared(DiscordApi api, boolean messageContent) {
        return new Rig(api, new DiscordConfig.Shards.Auto(), messageContent, InstantSource.system());
    }

    Beginning start() {
        bot.publish(commands());
        limber.start(List.of(bot));
        return bot.begin(limber);
    }

    void awaitReady() {
        await().until(() -> bot.introduced().toCompletableFuture().isDone());
    }

    /** What comes after an end, with what is stored. */
    void restart() {
        stop();
        revive();
    }

    /** Ends with what is owed still stored, as a process does that is killed. */
    void stop() {
        bot.stopTaking();
        limber.close();
        bot.close();
    }

    void revive() {
        limber = limber();
        bot = bot();
        start();
        awaitReady();
    }

    private Limber limber() {
        RuntimeConfig standard = RuntimeConfig.standard();
        var delivering = new RuntimeConfig.Delivering(
                DOUBT,
                Duration.ofMillis(10),
                Duration.ofMillis(100),
                standard.delivering().mostInMemory(),
                standard.delivering().page());
        return new Limber(
                store, echo.mind(), clock, standard.withDelivering(delivering).withCloseWithin(CLOSE_WITHIN));
    }

    private DiscordBot bot() {
        return new DiscordBot(
                config(api, api.token(), shards, messageContent, acknowledge),
                store.adapterMemory(),
                pictures(),
                clock);
    }

    static DiscordConfig config(DiscordApi api, String token) {
        return config(api, token, new DiscordConfig.Shards.Auto(), false, QUICK.acknowledge());
    }

    static DiscordConfig config(
            DiscordApi api, String token, DiscordConfig.Shards shards, boolean messageContent, Duration acknowledge) {
        return new DiscordConfig(
                new BotToken(token),
                URI.create(api.url()),
                Optional.of(URI.create(api.gatewayUrl())),
                shards,
                messageContent,
                new DiscordConfig.Timing(acknowledge));
    }

    private static PictureSource pictures() {
        return (Block.Picture picture) -> picture.path().startsWith("gone")
                ? Optional.empty()
                : Optional.of(picture.path().getBytes(StandardCharsets.UTF_8));
    }

    Person ann() {
        return person("Ann", "en-US");
    }

    /** Somebody who has brought the app along, so that the bot may write to them. */
    Person person(String name, String locale) {
        Person person = api.person(name, locale);
        person.installsApp();
        return person;
    }

    static List<CommandSpec> commands() {
        return List.of(
                command("stretch", Optional.of("routine"), false),
                command("start", Optional.of("routine"), false),
                command("help", Optional.empty(), false),
                command("routine", Optional.of("routine"), false),
                command("slow", Optional.of("what"), false),
                command("nothing", Optional.empty(), false),
                command("mine", Optional.empty(), true));
    }

    private static CommandSpec command(String name, Optional<String> argument, boolean onlyPerson) {
        return new CommandSpec(
                name,
                Map.of(Locale.ENGLISH, name, Locale.GERMAN, name + "_de"),
                Map.of(Locale.ENGLISH, "What it does", Locale.GERMAN, "Was es tut"),
                argument.map(option -> new CommandSpec.Argument(
                        Map.of(Locale.ENGLISH, option), Map.of(Locale.ENGLISH, "What may follow"))),
                onlyPerson);
    }

    /** Says something in the direct chat, and waits for that many messages of the bot there. */
    Channel privately(Person person, String text, int messages) {
        Channel dm = person.dm();
        person.writes(dm, text);
        dm.awaitPosted(messages);
        return dm;
    }

    /** What a message in a server says, but for the line that tells whose it is. */
    static String words(Posted posted) {
        return posted.text().replaceFirst("^<@[0-9]+>\n", "");
    }

    @Override
    public void close() {
        stop();
        store.close();
        api.close();
    }
}
