package dev.limber.illustrator.gif;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The few colours that stand for all of some pictures: median cut, then moved to the middle of what they stand for. */
public final class Palette {
    private static final int ROUNDS = 3;

    private final int[] colours;
    private final Map<Integer, Integer> nearest = new HashMap<>();

    private Palette(int[] colours) {
        this.colours = colours;
    }

    /** A colour and how much it counts; large plain areas count less than their size, or they would take all. */
    private record Weighed(int red, int green, int blue, double weight) {
        int channel(int which) {
            return which == 0 ? red : which == 1 ? green : blue;
        }

        int colour() {
            return (red << 16) | (green << 8) | blue;
        }
    }

    public static Palette of(Collection<BufferedImage> images, int most) {
        var counts = new TreeMap<Integer, Integer>();
        images.forEach(image -> count(pixels(image), counts));
        List<Weighed> all = new ArrayList<>();
        counts.forEach((colour, count) -> all.add(new Weighed(
                ((colour >> 16) & 255), ((colour >> 8) & 255), colour & 255, Math.ceil(StrictMath.pow(count, 0.6)))));
        int[] colours = cut(all, most).stream().mapToInt(Palette::mean).toArray();
        for (int round = 0; round < ROUNDS; round++) {
            colours = recentred(all, colours);
        }
        return new Palette(colours);
    }

    /** Neighbours are mostly alike, so that runs of them are counted at once. */
    private static void count(int[] pixels, Map<Integer, Integer> counts) {
        int run = 0;
        for (int i = 0; i < pixels.length; i++) {
            run++;
            if (i + 1 == pixels.length || pixels[i + 1] != pixels[i]) {
                counts.merge(pixels[i] & 0xFFFFFF, run, Integer::sum);
                run = 0;
            }
        }
    }

    static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static List<List<Weighed>> cut(List<Weighed> all, int most) {
        List<List<Weighed>> boxes = new ArrayList<>(List.of(all));
        while (boxes.size() < most) {
            List<Weighed> widest = boxes.stream()
                    .max(Comparator.comparingDouble(Palette::score))
                    .orElseThrow();
            if (score(widest) <= 0) {
                break;
            }
            int channel = widestChannel(widest);
            List<Weighed> sorted = widest.stream()
                    .sorted(Comparator.comparingInt((Weighed one) -> one.channel(channel))
                            .thenComparingInt(Weighed::colour))
                    .toList();
            int middle = middle(sorted);
            boxes.remove(widest);
            boxes.add(sorted.subList(0, middle));
            boxes.add(sorted.subList(middle, sorted.size()));
        }
        return boxes;
    }

    private static int middle(List<Weighed> sorted) {
        double total = sorted.stream().mapToDouble(Weighed::weight).sum();
        double sum = 0;
        for (int i = 0; i < sorted.size() - 1; i++) {
            sum += sorted.get(i).weight();
            if (sum * 2 >= total) {
                return i + 1;
            }
        }
        return Math.max(1, sorted.size() - 1);
    }

    private static double score(List<Weighed> box) {
        if (box.size() < 2) {
            return -1;
        }
        double weight = box.stream().mapToDouble(Weighed::weight).sum();
        return range(box, widestChannel(box)) * Math.sqrt(weight);
    }

    private static int widestChannel(List<Weighed> box) {
        int widest = 0;
        for (int channel = 1; channel < 3; channel++) {
            widest = range(box, channel) > range(box, widest) ? channel : widest;
        }
        return widest;
    }

    private static int range(List<Weighed> box, int channel) {
        int least = 255;
        int most = 0;
        for (Weighed one : box) {
            least = Math.min(least, one.channel(channel));
            most = Math.max(most, one.channel(channel));
        }
        return most - least;
    }

    private static int mean(List<Weighed> box) {
        double red = 0;
        double green = 0;
        double blue = 0;
        double weight = 0;
        for (Weighed one : box) {
            red += one.red * one.weight;
            green += one.green * one.weight;
            blue += one.blue * one.weight;
            weight += one.weight;
        }
        return (round(red / weight) << 16) | (round(green / weight) << 8) | round(blue / weight);
    }

    private static int round(double value) {
        return (int) Math.floor(value + 0.5);
    }

    private static int[] recentred(List<Weighed> all, int[] colours) {
        List<List<Weighed>> groups = new ArrayList<>();
        for (int i = 0; i < colours.length; i++) {
            groups.add(new ArrayList<>());
        }
        all.forEach(one -> groups.get(nearest(one.colour(), colours)).add(one));
        int[] moved = colours.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] = groups.get(i).isEmpty() ? moved[i] : mean(groups.get(i));
        }
        return moved;
    }

    private static int nearest(int colour, int[] colours) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int red = ((colour >> 16) & 255) - ((colours[i] >> 16) & 255);
            int green = ((colour >> 8) & 255) - ((colours[i] >> 8) & 255);
            int blue = (colour & 255) - (colours[i] & 255);
            int distance = 3 * red * red + 5 * green * green + 2 * blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    public int size() {
        return colours.length;
    }

    /** As 0xRRGGBB. */
    public int colour(int index) {
        return colours[index];
    }

    /** For each pixel, the number of its colour. */
    public byte[] indexed(BufferedImage image) {
        int[] pixels = pixels(image);
        var indices = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            if (i > 0 && pixels[i] == pixels[i - 1]) {
                indices[i] = indices[i - 1];
                continue;
            }
            int index = nearest.computeIfAbsent(pixels[i] & 0xFFFFFF, colour -> nearest(colour, colours));
            indices[i] = (byte) index;
        }
        return indices;
    }
}
