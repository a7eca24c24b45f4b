package dev.limber.core.exercise;

/** Where facts come from. */
public record Source(SourceId id, String author, String title) {}
