package dev.limber.app.config;

import java.nio.file.Path;
import java.util.logging.Level;

/** @param file where the log goes while a person chats on the screen that it would go to otherwise */
public record LogConfig(Level level, Path file) {}
