package dev.limber.illustrator.drawing;

import dev.limber.illustrator.body.Physique;
import dev.limber.illustrator.pose.Movement;
import dev.limber.illustrator.pose.View;
import java.awt.image.BufferedImage;

/** The end of a movement seen from many places. */
final class CameraSheet {
    private static final int[] ORBITS = {-120, -80, -40, 0, 40, 80, 120, 180};
    private static final int[] LIFTS = {8, 25, 45, 70};
    private static final int CELL_WIDTH = 240;
    private static final int CELL_HEIGHT = 180;

    private CameraSheet() {}

    static BufferedImage draw(Movement movement, Physique physique) {
        var sheet =
                new BufferedImage(CELL_WIDTH * ORBITS.length, CELL_HEIGHT * LIFTS.length, BufferedImage.TYPE_INT_RGB);
        try (var pen = new Pen(sheet)) {
            for (int row = 0; row < LIFTS.length; row++) {
                for (int column = 0; column < ORBITS.length; column++) {
                    var view = new View(ORBITS[column], LIFTS[row]);
                    var scene = Scene.coarse(movement.from(view), physique);
                    BufferedImage picture = scene.finished(scene.bare(1), 1, true, false, false);
                    int x = column * CELL_WIDTH;
                    int y = row * CELL_HEIGHT;
                    pen.picture(picture, x, y, CELL_WIDTH, CELL_HEIGHT);
                    pen.text(ORBITS[column] + "/" + LIFTS[row], x + 10.0, y + CELL_HEIGHT - 10.0);
                }
            }
        }
        return sheet;
    }
}
