package dev.limber.app;

import dev.limber.app.config.Config;
import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.OnlinePlatform;
import dev.limber.discord.DiscordBot;
import dev.limber.telegram.TelegramBot;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Makes the platforms that there are settings for: whatever is added to Limber has its line here. */
final class ConfiguredPlatforms {
    private ConfiguredPlatforms() {}

    static List<OnlinePlatform> of(Config config, AdapterMemory memory, InstantSource clock) {
        var pictures = new PackPictures(config.content().directory());
        var platforms = new ArrayList<OnlinePlatform>();
        config.telegram().ifPresent(telegram -> platforms.add(new TelegramBot(telegram, memory, pictures, clock)));
        config.discord().ifPresent(discord -> platforms.add(new DiscordBot(discord, memory, pictures, clock)));
        return platforms;
    }
}
