package dev.limber.illustrator.drawing;

/** What is the same in all pictures; each as 0xRRGGBB. */
final class Colours {
    static final int PAPER = 0xFBF8F2;
    static final int ARROW = 0x1F45C9;
    static final int HALO = 0xFFFFFF;
    static final int LETTER = 0x262436;
    static final int OUTLINE = 0x6B6789;
    static final int MAT = 0xD2CAEC;
    static final int MAT_EDGE = 0xAEA2D6;
    static final int WOOD = 0xD6A373;
    static final int CUSHION = 0xF1B4C3;
    static final int TOWEL = 0xA9DFC0;
    static final int TOWEL_DARK = 0x3F8F70;

    private Colours() {}
}
