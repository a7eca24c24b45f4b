package dev.limber.app.config;

import dev.limber.core.coach.Defaults;
import dev.limber.storage.StorageConfig;
import java.nio.file.Path;

/**
 * All settings, checked.
 *
 * @param home the data folder; it exists
 * @param core what holds until a person chooses
 */
public record Config(
        Path home, Defaults core, StorageConfig storage, ContentConfig content, LocalConfig local, LogConfig log) {}
