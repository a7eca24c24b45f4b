package dev.limber.illustrator.solid;

import dev.limber.illustrator.geometry.Camera;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Pixels that each know what is nearest there: its depth, part, colour. Solids may come in any order. Not thread-safe.
 */
public final class Canvas {
    static final float NOTHING = -1e9f;

    final int width;
    final int height;
    final float[] depth;
    final int[] colour;
    final short[] part;
    final byte[] glow;
    final List<Part> parts;

    /** How much the surface faces the light, of pixels that were drawn and not yet shaded. */
    final float[] facing;

    final boolean[] fresh;

    public Canvas(int width, int height, int background) {
        this.width = width;
        this.height = height;
        depth = new float[width * height];
        colour = new int[width * height];
        part = new short[width * height];
        glow = new byte[width * height];
        parts = new ArrayList<>();
        facing = new float[width * height];
        fresh = new boolean[width * height];
        Arrays.fill(depth, NOTHING);
        Arrays.fill(colour, background);
        Arrays.fill(part, (short) -1);
    }

    private Canvas(Canvas other) {
        width = other.width;
        height = other.height;
        depth = other.depth.clone();
        colour = other.colour.clone();
        part = other.part.clone();
        glow = other.glow.clone();
        parts = new ArrayList<>(other.parts);
        facing = new float[width * height];
        fresh = new boolean[width * height];
    }

    /** To draw on what does not change. */
    public Canvas copy() {
        return new Canvas(this);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Draws solids as {@code camera} sees them. */
    public void draw(List<Solid> solids, Camera camera, Light light) {
        for (Solid solid : solids) {
            new Tracer(this, camera, number(solid.part())).trace(solid);
        }
        shade(camera, light);
    }

    /** Only what is seen in the end: most of what is drawn is covered again by the next solid. */
    private void shade(Camera camera, Light light) {
        List<Shading> shadings =
                parts.stream().map(one -> new Shading(light, camera, one)).toList();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int index = y * width + x;
                if (fresh[index]) {
                    fresh[index] = false;
                    shadings.get(part[index]).shade(this, index, x, y);
                }
            }
        }
    }

    private short number(Part one) {
        int known = parts.indexOf(one);
        if (known < 0) {
            parts.add(one);
            known = parts.size() - 1;
        }
        return (short) known;
    }

    /** The name of the part of a figure that is seen at a pixel. */
    public Optional<String> figurePart(int x, int y) {
        int seen = part[y * width + x];
        return seen >= 0 && parts.get(seen).kind() == Part.Kind.FIGURE
                ? Optional.of(parts.get(seen).name())
                : Optional.empty();
    }

    /** Whether that part is seen at a pixel. */
    public boolean shows(int x, int y, String name) {
        int seen = part[y * width + x];
        return seen >= 0 && parts.get(seen).name().equals(name);
    }

    /** How many pixels glow at least in that step. */
    public int glowing(int step) {
        int count = 0;
        for (byte each : glow) {
            count += each >= step ? 1 : 0;
        }
        return count;
    }

    boolean isFloorOrNothing(int index) {
        return part[index] < 0 || parts.get(part[index]).kind() == Part.Kind.FLOOR;
    }

    /** The picture, {@code shrink} times smaller on each side, its pixels averaged. */
    public BufferedImage image(int shrink) {
        int w = width / shrink;
        int h = height / shrink;
        var image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                pixels[y * w + x] = average(x * shrink, y * shrink, shrink);
            }
        }
        return image;
    }

    private int average(int x, int y, int size) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int dy = 0; dy < size; dy++) {
            for (int dx = 0; dx < size; dx++) {
                int one = colour[(y + dy) * width + x + dx];
                red += (one >> 16) & 255;
                green += (one >> 8) & 255;
                blue += one & 255;
            }
        }
        int count = size * size;
        int half = count / 2;
        return (((red + half) / count) << 16) | (((green + half) / count) << 8) | ((blue + half) / count);
    }
}
