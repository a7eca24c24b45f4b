package dev.limber.telegram;

import dev.limber.core.chat.Beginning;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.PictureSource;
import dev.limber.core.runtime.Limber;
import dev.limber.core.runtime.RuntimeConfig;
import dev.limber.telegram.api.BotToken;
import dev.limber.telegram.incoming.WebhookConfig;
import dev.limber.telegram.standin.BotApi;
import dev.limber.telegram.standin.Person;
import dev.limber.telegram.standin.Room;
import dev.limber.telegram.standin.Settings;
import dev.limber.testkit.Echo;
import dev.limber.testkit.InMemoryStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A bot with a small mind, between a stand-in of Telegram and a store in memory. */
final class Rig implements AutoCloseable {
    static final TelegramConfig.Timing QUICK =
            new TelegramConfig.Timing(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(100));

    /** How long it waits before it repeats an answer whose fate is unknown. */
    static final Duration DOUBT = Duration.ofMillis(200);

    final BotApi api;
    final InMemoryStore store;
    final AtomicInteger pictureReads = new AtomicInteger();
    Limber limber;
    TelegramBot bot;

    private Rig(Settings settings) {
        api = BotApi.start(settings);
        store = new InMemoryStore();
        limber = limber();
        bot = bot(Optional.empty());
    }

    /** Everything is running. */
    static Rig open() {
        return open(Settings.defaults());
    }

    static Rig open(Settings settings) {
        var rig = new Rig(settings);
        rig.start();
        return rig;
    }

    /** Nothing is running yet. */
    static Rig prepared() {
        return new Rig(Settings.defaults());
    }

    Beginning start() {
        limber.start(List.of(bot));
        return bot.begin(limber);
    }

    /** What comes after a crash, with what is stored and what waits at Telegram. */
    void restart() {
        stop();
        limber = limber();
        bot = bot(Optional.empty());
        start();
    }

    /** Like {@link #restart}, with a webhook from now on. */
    Beginning restartWith(WebhookConfig webhook) {
        stop();
        limber = limber();
        bot = bot(Optional.of(webhook));
        return start();
    }

    private Limber limber() {
        RuntimeConfig standard = RuntimeConfig.standard();
        var delivering = new RuntimeConfig.Delivering(
                DOUBT,
                Duration.ofMillis(10),
                Duration.ofMillis(100),
                standard.delivering().mostInMemory(),
                standard.delivering().page());
        return new Limber(store, new Echo().mind(), InstantSource.system(), standard.withDelivering(delivering));
    }

    private TelegramBot bot(Optional<WebhookConfig> webhook) {
        return new TelegramBot(
                config(api.url(), api.token(), webhook), store.adapterMemory(), pictures(), InstantSource.system());
    }

    static TelegramConfig config(String url, String token, Optional<WebhookConfig> webhook) {
        return new TelegramConfig(new BotToken(token), URI.create(url), webhook, 28, QUICK);
    }

    private PictureSource pictures() {
        return (Block.Picture picture) -> {
            pictureReads.incrementAndGet();
            return picture.path().startsWith("gone")
                    ? Optional.empty()
                    : Optional.of(picture.path().getBytes(StandardCharsets.UTF_8));
        };
    }

    Person ann() {
        return api.person("Ann", "en");
    }

    /** Says something in private, and waits for that many messages there. */
    Room privately(Person person, String text, int messages) {
        Room room = person.privately();
        person.says(room, text);
        room.awaitPosted(messages);
        return room;
    }

    private void stop() {
        bot.stopTaking();
        limber.close();
        bot.close();
    }

    @Override
    public void close() {
        stop();
        store.close();
        api.close();
    }
}
