package dev.limber.core.exercise;

/** The side of the body that is worked. */
public enum Side {
    LEFT,
    RIGHT;

    public Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }
}
