package dev.limber.app.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The person at this machine's own screen.
 *
 * @param language as set, else the machine's, where it has one
 * @param loginName as the machine knows it
 * @param documents the folder for files that the person asked for
 */
public record LocalConfig(Optional<Locale> language, Optional<String> loginName, Path documents) {}
