package dev.limber.illustrator.solid;

import dev.limber.illustrator.geometry.Camera;
import dev.limber.illustrator.geometry.Vec;
import java.util.List;

/** Darkens the floor below what stands or lies on it, so that one sees what touches it. */
public final class Shadow {
    private static final int COLOUR = 0x332D60;
    private static final double STRENGTH = 0.2;

    /** The map of what is seen from straight above: pixels on a side, and for a cm. */
    private static final int SIZE = 480;

    private static final double SCALE = 1.5;

    private Shadow() {}

    /** @param solids all that casts a shadow */
    public static void cast(Canvas canvas, List<Solid> solids, Camera camera) {
        if (camera.near().up() < 0.03) {
            return;
        }
        var above = new Canvas(SIZE, SIZE, 0);
        Camera down = Camera.at(0, 90).placed(SCALE, SIZE / 2.0, SIZE / 2.0);
        above.draw(
                solids.stream()
                        .filter(solid -> solid.part().kind() != Part.Kind.FLOOR)
                        .toList(),
                down,
                Light.plain());
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                int index = y * canvas.width + x;
                if (canvas.isFloorOrNothing(index) && isBelow(above, down, onFloor(camera, x, y))) {
                    canvas.colour[index] = Tones.mix(canvas.colour[index], COLOUR, STRENGTH);
                }
            }
        }
    }

    private static Vec onFloor(Camera camera, int x, int y) {
        Vec start = camera.behind(x + 0.5, y + 0.5);
        return start.minus(camera.near().times(start.up() / camera.near().up()));
    }

    private static boolean isBelow(Canvas above, Camera down, Vec place) {
        int x = (int) Math.floor(down.pixelX(place));
        int y = (int) Math.floor(down.pixelY(place));
        return x >= 0 && y >= 0 && x < SIZE && y < SIZE && above.depth[y * SIZE + x] > 0.2;
    }
}
