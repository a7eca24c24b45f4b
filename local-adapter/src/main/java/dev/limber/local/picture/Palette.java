package dev.limber.local.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The few colours that stand for all of a picture: its own where they are few enough, else the means of boxes that its
 * colours are sorted into, of which the one with the most to gain is halved again and again.
 */
final class Palette {
    private final List<Integer> colours = new ArrayList<>();
    private final Map<Integer, Integer> places = new HashMap<>();

    /**
     * @param pixels as 0xRRGGBB, each as often as it occurs
     * @param most how many colours there may be
     */
    Palette(IntStream pixels, int most) {
        Map<Integer, Integer> counts = new HashMap<>();
        pixels.forEach(pixel -> counts.merge(pixel, 1, Integer::sum));
        List<Box> boxes = new ArrayList<>();
        boxes.add(Box.of(counts.entrySet().stream()
                .map(entry -> new Shade(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Shade::colour))
                .toList()));
        while (boxes.size() < most && halveOne(boxes)) {
            // One more with every round.
        }
        for (Box box : boxes) {
            box.shades.forEach(shade -> places.put(shade.colour, colours.size()));
            box.mean().ifPresent(colours::add);
        }
    }

    private static boolean halveOne(List<Box> boxes) {
        Box largest = Collections.max(boxes, Comparator.comparingLong(Box::gain));
        return largest.gain > 0 && boxes.remove(largest) && boxes.addAll(largest.halves());
    }

    /** As 0xRRGGBB. */
    List<Integer> colours() {
        return List.copyOf(colours);
    }

    /** @return the index of the colour that stands for one of the pixels that this was made of */
    int place(int pixel) {
        Integer place = places.get(pixel);
        if (place == null) {
            throw new IllegalArgumentException("not a colour of this picture: " + Integer.toHexString(pixel));
        }
        return place;
    }

    private record Shade(int colour, int count) {
        int part(int channel) {
            return (colour >>> (8 * channel)) & 0xff;
        }
    }

    /**
     * Shades that lie next to each other.
     *
     * @param channel in which they differ most
     * @param gain of halving it; 0 where there is one shade at most
     */
    private record Box(List<Shade> shades, int count, int channel, long gain) {
        static Box of(List<Shade> shades) {
            int count = shades.stream().mapToInt(Shade::count).sum();
            int widest = 0;
            int width = 0;
            for (int channel = 0; channel < 3 && !shades.isEmpty(); channel++) {
                int part = channel;
                IntSummaryStatistics parts =
                        shades.stream().mapToInt(shade -> shade.part(part)).summaryStatistics();
                if (parts.getMax() - parts.getMin() > width) {
                    widest = channel;
                    width = parts.getMax() - parts.getMin();
                }
            }
            return new Box(shades, count, widest, (long) width * count);
        }

        List<Box> halves() {
            List<Shade> sorted = shades.stream()
                    .sorted(Comparator.comparingInt(shade -> shade.part(channel)))
                    .toList();
            int half = 1;
            int before = sorted.getFirst().count;
            while (half < sorted.size() - 1 && before + sorted.get(half).count <= count / 2) {
                before += sorted.get(half).count;
                half++;
            }
            return List.of(of(sorted.subList(0, half)), of(sorted.subList(half, sorted.size())));
        }

        OptionalInt mean() {
            if (shades.isEmpty()) {
                return OptionalInt.empty();
            }
            int colour = 0;
            for (int part = 0; part < 3; part++) {
                long sum = 0;
                for (Shade shade : shades) {
                    sum += (long) shade.part(part) * shade.count;
                }
                colour |= (int) Math.round(sum / (double) count) << (8 * part);
            }
            return OptionalInt.of(colour);
        }
    }
}
