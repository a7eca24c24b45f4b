package dev.limber.core.chat;

/** How much a button stands out. */
public enum ButtonStyle {
    PRIMARY,
    NORMAL,
    DANGER
}
