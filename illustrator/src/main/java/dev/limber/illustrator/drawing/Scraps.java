package dev.limber.illustrator.drawing;

import dev.limber.illustrator.solid.Canvas;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what is left over of a figure behind another one and shows nothing that could be told by itself: neither much of
 * an arm, a leg, the head or the trunk, nor much of the figure at all.
 */
final class Scraps {
    private static final double MUCH_OF_A_LIMB = 0.4;
    private static final int MUCH_OF_A_FIGURE = 2500;

    private final Canvas figure;
    private final boolean[] left;
    private final Map<String, Integer> whole = new HashMap<>();

    /**
     * @param figure as large as the picture
     * @param inside where it is
     * @param covered what cannot be seen of it
     */
    Scraps(Canvas figure, boolean[] inside, boolean[] covered) {
        this.figure = figure;
        left = new boolean[inside.length];
        for (int i = 0; i < inside.length; i++) {
            left[i] = inside[i] && !covered[i];
            if (inside[i]) {
                whole.merge(limb(i), 1, Integer::sum);
            }
        }
    }

    /** The pixels of all scraps. */
    boolean[] find() {
        var scraps = new boolean[left.length];
        for (int i = 0; i < left.length; i++) {
            if (left[i]) {
                List<Integer> piece = take(i);
                if (isScrap(piece)) {
                    piece.forEach(pixel -> scraps[pixel] = true);
                }
            }
        }
        return scraps;
    }

    /** All that hangs together with a pixel; it is looked at only once. */
    private List<Integer> take(int first) {
        List<Integer> piece = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        reach(first, open);
        while (!open.isEmpty()) {
            int pixel = open.pop();
            piece.add(pixel);
            int x = pixel % Scene.WIDTH;
            if (x > 0) {
                reach(pixel - 1, open);
            }
            if (x < Scene.WIDTH - 1) {
                reach(pixel + 1, open);
            }
            reach(pixel - Scene.WIDTH, open);
            reach(pixel + Scene.WIDTH, open);
        }
        return piece;
    }

    private void reach(int pixel, Deque<Integer> open) {
        if (pixel >= 0 && pixel < left.length && left[pixel]) {
            left[pixel] = false;
            open.push(pixel);
        }
    }

    private boolean isScrap(List<Integer> piece) {
        Map<String, Integer> seen = new HashMap<>();
        piece.forEach(pixel -> seen.merge(limb(pixel), 1, Integer::sum));
        return piece.size() < MUCH_OF_A_FIGURE
                && seen.entrySet().stream()
                        .allMatch(each -> each.getValue() < MUCH_OF_A_LIMB * whole.getOrDefault(each.getKey(), 0));
    }

    /** Hands belong to their arms, feet to their legs. */
    private String limb(int pixel) {
        String part =
                figure.figurePart(pixel % Scene.WIDTH, pixel / Scene.WIDTH).orElse("");
        int side = part.indexOf('.');
        if (side < 0) {
            return part;
        }
        boolean leg = part.startsWith("leg") || part.startsWith("foot");
        return (leg ? "leg" : "arm") + part.substring(side);
    }
}
