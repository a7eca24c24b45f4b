package dev.limber.app.config;

import java.nio.file.Path;

/**
 * All settings, checked.
 *
 * @param home the data folder; it exists
 */
public record Config(Path home, CoreConfig core, StorageConfig storage, ContentConfig content, LogConfig log) {}
