package dev.limber.illustrator.pose;

/** Which way up the figure is before the pelvis is tilted. */
public enum Lying {
    UPRIGHT,
    ON_BACK,
    ON_FRONT
}
