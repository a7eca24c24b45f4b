package dev.limber.illustrator.solid;

/** Arithmetic with colours, each as 0xRRGGBB. */
public final class Tones {
    private Tones() {}

    /** That share of the way from one colour to another. */
    public static int mix(int one, int other, double share) {
        int red = channel(one >> 16, other >> 16, share);
        int green = channel(one >> 8, other >> 8, share);
        int blue = channel(one, other, share);
        return (red << 16) | (green << 8) | blue;
    }

    private static int channel(int one, int other, double share) {
        int from = one & 255;
        int to = other & 255;
        return (int) Math.floor(from + (to - from) * share + 0.5);
    }
}
