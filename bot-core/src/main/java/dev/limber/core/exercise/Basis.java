package dev.limber.core.exercise;

/** What a statement in the content rests on. */
public sealed interface Basis {
    /** A source says so: the exercise's own, or another one. */
    record From(SourceId source) implements Basis {}

    /** The authors' choice, where the sources are silent. */
    record Editorial() implements Basis {}
}
