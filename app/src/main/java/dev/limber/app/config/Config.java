package dev.limber.app.config;

import dev.limber.core.coach.Defaults;
import dev.limber.discord.DiscordConfig;
import dev.limber.storage.StorageConfig;
import dev.limber.telegram.TelegramConfig;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All settings, checked.
 *
 * @param home the data folder; it exists
 * @param core what holds until a person chooses
 * @param telegram where there is a token for it
 * @param discord likewise
 */
public record Config(
        Path home,
        Defaults core,
        StorageConfig storage,
        ContentConfig content,
        LocalConfig local,
        LogConfig log,
        OpsConfig ops,
        Optional<TelegramConfig> telegram,
        Optional<DiscordConfig> discord) {
    /** Whether there is a platform to be served. */
    public boolean serves() {
        return telegram.isPresent() || discord.isPresent();
    }
}
