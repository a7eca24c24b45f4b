package dev.limber.core.chat;

/** The weight of a line of text; adapters map it to what their platform has. */
public enum TextStyle {
    TITLE,
    BODY,
    /** An aside: smaller or paler where the platform can. */
    QUIET
}
