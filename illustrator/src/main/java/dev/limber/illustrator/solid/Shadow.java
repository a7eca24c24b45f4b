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
        Vec corner = onMap(camera, down, 0, 0);
        Vec perX = onMap(camera, down, 1, 0).minus(corner);
        Vec perY = onMap(camera, down, 0, 1).minus(corner);
        for (int y = 0; y < canvas.height; y++) {
            double left = corner.left() + perY.left() * y;
            double ahead = corner.ahead() + perY.ahead() * y;
            for (int x = 0; x < canvas.width; x++) {
                int index = y * canvas.width + x;
                if (isBelow(above, left + perX.left() * x, ahead + perX.ahead() * x)
                        && canvas.isFloorOrNothing(index)) {
                    canvas.colour[index] = Tones.mix(canvas.colour[index], COLOUR, STRENGTH);
                }
            }
        }
    }

    /** Where on the map the floor behind a pixel is; evenly spaced, so that a few tell all others. */
    private static Vec onMap(Camera camera, Camera down, int x, int y) {
        Vec start = camera.behind(x + 0.5, y + 0.5);
        Vec floor = start.minus(camera.near().times(start.up() / camera.near().up()));
        return new Vec(down.pixelX(floor), 0, down.pixelY(floor));
    }

    private static boolean isBelow(Canvas above, double x, double y) {
        if (x < 0 || y < 0 || x >= SIZE || y >= SIZE) {
            return false;
        }
        int row = (int) y;
        int column = (int) x;
        return above.depth[row * SIZE + column] > 0.2;
    }
}
