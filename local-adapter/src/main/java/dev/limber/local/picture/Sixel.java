package dev.limber.local.picture;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Writes pictures as sixels: bands of six rows of pixels, in each of which every colour is gone over once. */
final class Sixel {
    private static final int MOST_COLOURS = 64;
    private static final int BAND = 6;
    private static final char NO_PIXEL = '?';

    /** Shorter runs are as short when they are written out. */
    private static final int SHORTEST_RUN = 4;

    private static final int HALF_OPAQUE = 128;

    private final Still still;
    private final Palette palette;
    private final StringBuilder text = new StringBuilder();

    private Sixel(Still still) {
        this.still = still;
        IntStream shown = IntStream.range(0, still.width() * still.height())
                .map(i -> still.pixel(i % still.width(), i / still.width()))
                .filter(Sixel::isShown)
                .map(Sixel::colour);
        this.palette = new Palette(shown, MOST_COLOURS);
    }

    /** All that is to be written; the cursor is left in the last row that the picture covers. Nothing is written where it is transparent. */
    static String of(Still still) {
        return new Sixel(still).write();
    }

    private static boolean isShown(int pixel) {
        return pixel >>> 24 >= HALF_OPAQUE;
    }

    private static int colour(int pixel) {
        return pixel & 0xffffff;
    }

    private String write() {
        text.append("\u001bP0;1;0q\"1;1;").append(still.width()).append(';').append(still.height());
        List<Integer> colours = palette.colours();
        for (int i = 0; i < colours.size(); i++) {
            int colour = colours.get(i);
            text.append('#').append(i).append(";2");
            for (int shift = 16; shift >= 0; shift -= 8) {
                text.append(';').append(Math.round(((colour >>> shift) & 0xff) / 2.55));
            }
        }
        for (int top = 0; top < still.height(); top += BAND) {
            if (top > 0) {
                text.append('-');
            }
            writeBand(top);
        }
        return text.append("\u001b\\").toString();
    }

    private void writeBand(int top) {
        int[][] places = new int[Math.min(BAND, still.height() - top)][still.width()];
        BitSet used = new BitSet();
        for (int y = 0; y < places.length; y++) {
            for (int x = 0; x < still.width(); x++) {
                int pixel = still.pixel(x, top + y);
                // One more than the place, so that nothing is 0.
                places[y][x] = isShown(pixel) ? palette.place(colour(pixel)) + 1 : 0;
                used.set(places[y][x]);
            }
        }
        used.clear(0);
        used.stream().forEach(place -> writeColour(places, place));
    }

    private void writeColour(int[][] places, int place) {
        text.append('#').append(place - 1);
        char last = NO_PIXEL;
        int run = 0;
        for (int x = 0; x < still.width(); x++) {
            int bits = 0;
            for (int y = 0; y < places.length; y++) {
                bits |= places[y][x] == place ? 1 << y : 0;
            }
            char sixel = (char) (NO_PIXEL + bits);
            if (sixel != last) {
                writeRun(last, run);
                last = sixel;
                run = 0;
            }
            run++;
        }
        if (last != NO_PIXEL) {
            writeRun(last, run);
        }
        text.append('$');
    }

    private void writeRun(char sixel, int length) {
        if (length < SHORTEST_RUN) {
            text.repeat(sixel, length);
        } else {
            text.append('!').append(length).append(sixel);
        }
    }
}
