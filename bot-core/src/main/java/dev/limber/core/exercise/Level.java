package dev.limber.core.exercise;

/** How demanding a variant is, compared with the exercise as its source describes it. */
public enum Level {
    EASIER,
    STANDARD,
    HARDER
}
