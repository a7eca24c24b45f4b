package dev.limber.core.exercise;

/**
 * What shows an exercise, or a part of it, to whoever can see it, and what tells it to whoever cannot.
 *
 * @param pose the pose file's name; pictures are indexed by it
 * @param altText the key of the text in its place
 */
public record Depiction(String pose, String altText) {}
