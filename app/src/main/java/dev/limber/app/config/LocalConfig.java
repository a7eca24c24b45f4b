package dev.limber.app.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Those at this machine's own screen.
 *
 * @param language as set, else the machine's, where it has one
 * @param loginName as the machine knows it
 * @param documents the folder for files that the person asked for
 * @param pagePort where the chat page is wanted, 0 for anywhere
 * @param conversations the folder for what was said in that page
 */
public record LocalConfig(
        Optional<Locale> language, Optional<String> loginName, Path documents, int pagePort, Path conversations) {}
