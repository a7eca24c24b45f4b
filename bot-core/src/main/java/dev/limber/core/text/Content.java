package dev.limber.core.text;

import dev.limber.core.exercise.Catalog;

/**
 * A whole, consistent set of content.
 *
 * @param version hex SHA-256 over all files that it was read from
 */
public record Content(String version, Catalog catalog, Phrasebook phrasebook, Utterances utterances) {}
