package dev.limber.illustrator.gif;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Writes an animation that loops for ever: one palette for all frames, and of each only what changed. */
public final class Gif {
    private static final int KEEP = 1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Palette palette;
    private final int width;
    private final int height;
    private final int bits;
    private final Map<BufferedImage, byte[]> indexed = new HashMap<>();

    private Gif(Palette palette, int width, int height) {
        this.palette = palette;
        this.width = width;
        this.height = height;
        bits = Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(palette.size()));
    }

    /**
     * The bytes of a GIF. An image that is shown more than once is worked on once.
     *
     * @param colours at most, counting one for "unchanged"
     */
    public static byte[] encode(List<Frame> frames, int colours) {
        Collection<BufferedImage> images = distinct(frames);
        BufferedImage first = frames.getFirst().image();
        var gif = new Gif(Palette.of(images, colours - 1), first.getWidth(), first.getHeight());
        images.forEach(image -> gif.indexed.put(image, gif.palette.indexed(image)));
        gif.header();
        byte[] before = new byte[0];
        for (Frame frame : merged(frames)) {
            byte[] now = gif.indexed.getOrDefault(frame.image(), before);
            gif.frame(before, now, frame.hundredths());
            before = now;
        }
        gif.out.write(0x3B);
        return gif.out.toByteArray();
    }

    private static Collection<BufferedImage> distinct(List<Frame> frames) {
        Collection<BufferedImage> images = new LinkedHashSet<>();
        frames.forEach(frame -> images.add(frame.image()));
        return images;
    }

    private static List<Frame> merged(List<Frame> frames) {
        List<Frame> merged = new ArrayList<>();
        for (Frame frame : frames) {
            if (!merged.isEmpty() && merged.getLast().image().equals(frame.image())) {
                Frame last = merged.removeLast();
                merged.add(new Frame(last.image(), last.hundredths() + frame.hundredths()));
            } else {
                merged.add(frame);
            }
        }
        return merged;
    }

    private void header() {
        text("GIF89a");
        number(width);
        number(height);
        out.write(0xF0 | (bits - 1));
        out.write(0);
        out.write(0);
        for (int i = 0; i < 1 << bits; i++) {
            int colour = i < palette.size() ? palette.colour(i) : 0;
            out.write((colour >> 16) & 255);
            out.write((colour >> 8) & 255);
            out.write(colour & 255);
        }
        out.write(0x21);
        out.write(0xFF);
        out.write(11);
        text("NETSCAPE2.0");
        out.write(3);
        out.write(1);
        number(0);
        out.write(0);
    }

    private void frame(byte[] before, byte[] now, int hundredths) {
        int left = width;
        int top = height;
        int right = -1;
        int bottom = -1;
        for (int i = 0; i < now.length; i++) {
            if (before.length == 0 || before[i] != now[i]) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width);
                top = Math.min(top, i / width);
                bottom = Math.max(bottom, i / width);
            }
        }
        if (right < 0) {
            left = right = top = bottom = 0;
        }
        control(hundredths);
        out.write(0x2C);
        number(left);
        number(top);
        number(right - left + 1);
        number(bottom - top + 1);
        out.write(0);
        Lzw.write(changed(before, now, left, top, right, bottom), bits, out);
    }

    private void control(int hundredths) {
        out.write(0x21);
        out.write(0xF9);
        out.write(4);
        out.write((KEEP << 2) | 1);
        number(hundredths);
        out.write(palette.size());
        out.write(0);
    }

    /** What is unchanged gets the transparent number, which packs best. */
    private byte[] changed(byte[] before, byte[] now, int left, int top, int right, int bottom) {
        var pixels = new byte[(right - left + 1) * (bottom - top + 1)];
        int next = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                int i = y * width + x;
                boolean same = before.length > 0 && before[i] == now[i];
                pixels[next++] = same ? (byte) palette.size() : now[i];
            }
        }
        return pixels;
    }

    private void text(String ascii) {
        out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private void number(int value) {
        out.write(value & 255);
        out.write((value >> 8) & 255);
    }
}
