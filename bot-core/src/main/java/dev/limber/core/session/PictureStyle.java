package dev.limber.core.session;

/** How exercises are shown. */
public enum PictureStyle {
    MOVING,
    STILL,
    OFF
}
