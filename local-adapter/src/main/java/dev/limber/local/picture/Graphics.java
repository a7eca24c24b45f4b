package dev.limber.local.picture;

/** How a terminal can be given pictures. */
public enum Graphics {
    NONE,

    /** Pixels as letters, in few colours: an invention of the VT240. */
    SIXEL,

    /** PNG files between control codes: the protocol of the terminal kitty, which others have taken over. */
    KITTY
}
