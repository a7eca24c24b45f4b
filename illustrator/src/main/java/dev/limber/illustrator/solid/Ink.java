package dev.limber.illustrator.solid;

import java.util.ArrayList;
import java.util.List;

/** Dark lines round what stands in front of something else, as if drawn with a pen. */
public final class Ink {
    private static final int COLOUR = 0x262436;

    /** Jumps in depth, in cm, from which on a line is drawn. */
    private static final double JUMP_WITHIN_PART = 6.5;

    private static final double JUMP_BETWEEN_PARTS = 2.4;

    private final Canvas canvas;
    private final int reach;
    private final List<int[]> around = new ArrayList<>();

    private Ink(Canvas canvas, double radius) {
        this.canvas = canvas;
        reach = (int) Math.floor(radius);
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                if ((dx != 0 || dy != 0) && dx * dx + dy * dy <= radius * radius) {
                    around.add(new int[] {dx, dy});
                }
            }
        }
    }

    /** @param radius of the pen, in pixels of the canvas */
    public static void draw(Canvas canvas, double radius) {
        var ink = new Ink(canvas, radius);
        int[] inked = canvas.colour.clone();
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                ink.at(x, y, inked);
            }
        }
        System.arraycopy(inked, 0, canvas.colour, 0, inked.length);
    }

    private void at(int x, int y, int[] inked) {
        int index = y * canvas.width + x;
        if (canvas.part[index] < 0 || isPlain(index) || canvas.isFloorOrNothing(index)) {
            return;
        }
        Part own = canvas.parts.get(canvas.part[index]);
        double strength = 0;
        for (int[] step : around) {
            int otherX = x + step[0];
            int otherY = y + step[1];
            if (otherX >= 0 && otherY >= 0 && otherX < canvas.width && otherY < canvas.height) {
                strength = Math.max(strength, between(index, own, otherY * canvas.width + otherX));
            }
        }
        if (strength > 0) {
            inked[index] = Tones.mix(canvas.colour[index], COLOUR, strength);
        }
    }

    /** Most pixels are amid a part, where it hardly slopes: a step aside nothing is different. */
    private boolean isPlain(int index) {
        int row = canvas.width + 1;
        if (reach > 1 || index < row || index >= canvas.part.length - row) {
            return false;
        }
        return isLike(index, index - 1)
                && isLike(index, index + 1)
                && isLike(index, index - canvas.width)
                && isLike(index, index + canvas.width)
                && isLike(index, index - canvas.width - 1)
                && isLike(index, index - canvas.width + 1)
                && isLike(index, index + canvas.width - 1)
                && isLike(index, index + canvas.width + 1);
    }

    private boolean isLike(int index, int other) {
        return canvas.part[other] == canvas.part[index]
                && canvas.depth[index] - canvas.depth[other] <= JUMP_WITHIN_PART;
    }

    private double between(int index, Part own, int other) {
        double full = own.kind() == Part.Kind.FIGURE ? 0.68 : 0.5;
        double jump = canvas.depth[index] - canvas.depth[other];
        if (canvas.part[other] == canvas.part[index]) {
            return jump > JUMP_WITHIN_PART ? full : 0;
        }
        if (canvas.part[other] < 0) {
            return full;
        }
        Part next = canvas.parts.get(canvas.part[other]);
        if (next.kind() != own.kind()) {
            return jump > -0.4 ? full : 0;
        }
        if (jump > JUMP_BETWEEN_PARTS) {
            return full;
        }
        return own.crisp() && next.crisp() && jump >= 0 ? 0.42 : 0;
    }
}
