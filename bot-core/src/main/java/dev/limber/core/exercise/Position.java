package dev.limber.core.exercise;

/** How the body is placed. */
public enum Position {
    STANDING,
    SEATED,
    KNEELING,
    LYING_ON_BACK,
    LYING_ON_FRONT;

    /** Whether one must get down to the floor, and up again. */
    public boolean onFloor() {
        return switch (this) {
            case STANDING, SEATED -> false;
            case KNEELING, LYING_ON_BACK, LYING_ON_FRONT -> true;
        };
    }
}
