package dev.limber.app.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What there is to do.
 *
 * @param directory an author's own pack, beside the built-in one; it is a readable folder
 * @param pictures the folder for what is drawn of that pack's pose files
 */
public record ContentConfig(Optional<Path> directory, Path pictures) {}
