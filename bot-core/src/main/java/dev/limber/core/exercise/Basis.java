package dev.limber.core.exercise;

/** What a statement in the content rests on. */
public enum Basis {
    /** The exercise's named source says so. */
    SOURCE,
    /** The authors' choice, where the source is silent. */
    EDITORIAL
}
