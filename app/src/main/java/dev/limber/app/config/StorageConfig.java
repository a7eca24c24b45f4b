package dev.limber.app.config;

import java.nio.file.Path;

/** @param file the SQLite database; its folder exists */
public record StorageConfig(Path file) {}
