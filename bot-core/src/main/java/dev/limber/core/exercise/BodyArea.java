package dev.limber.core.exercise;

/** The part of the body that an exercise is for. */
public enum BodyArea {
    UPPER_BACK,
    MID_BACK,
    LOWER_BACK,
    SIDE,
    CHEST,
    ABDOMINALS,
    GLUTES,
    HAMSTRINGS;

    /** As content writes it, such as {@code upper-back}; its name stands under {@code area.<id>}. */
    public String id() {
        return Fields.wordFor(this);
    }
}
