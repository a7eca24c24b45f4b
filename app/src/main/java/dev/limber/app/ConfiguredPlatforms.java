package dev.limber.app;

import dev.limber.app.config.Config;
import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.PictureSource;
import dev.limber.discord.DiscordBot;
import dev.limber.storage.StorageConfig;
import dev.limber.telegram.TelegramBot;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The platforms that there are settings for: whatever is added to Limber has its line here. */
final class ConfiguredPlatforms {
    private ConfiguredPlatforms() {}

    static List<ConfiguredPlatform> of(
            Config config, AdapterMemory memory, PictureSource pictures, InstantSource clock) {
        var platforms = new ArrayList<ConfiguredPlatform>();
        // Others on the same database go on where this instance ends.
        boolean shared = config.storage() instanceof StorageConfig.Postgres;
        config.telegram()
                .map(telegram -> shared ? telegram.withStayingWebhook() : telegram)
                .ifPresent(telegram -> platforms.add(new ConfiguredPlatform(
                        TelegramBot.PLATFORM,
                        "Telegram",
                        telegram.webhook().isPresent(),
                        () -> new TelegramBot(telegram, memory, pictures, clock))));
        config.discord()
                .ifPresent(discord -> platforms.add(new ConfiguredPlatform(
                        DiscordBot.PLATFORM,
                        "Discord",
                        false,
                        () -> new DiscordBot(discord, memory, pictures, clock))));
        return platforms;
    }
}
