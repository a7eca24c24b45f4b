package dev.limber.app.config;

import java.nio.file.Path;
import java.util.Optional;

/** @param directory an author's own pack, beside the built-in one; it is a readable folder */
public record ContentConfig(Optional<Path> directory) {}
