package dev.limber.core.exercise;

/**
 * Where facts come from.
 *
 * @param published whether it is a publication, rather than the authors' own choice
 */
public record Source(SourceId id, String author, String title, boolean published) {}
