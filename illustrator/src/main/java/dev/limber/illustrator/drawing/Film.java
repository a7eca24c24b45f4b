package dev.limber.illustrator.drawing;

import dev.limber.illustrator.body.Physique;
import dev.limber.illustrator.gif.Frame;
import dev.limber.illustrator.pose.Movement;
import dev.limber.illustrator.pose.PoseFile;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The frames of one picture and its still. The first frame is the still, so that a client that does not move pictures
 * shows all there is to know. What is drawn for one side serves for the other.
 */
public final class Film {
    private static final int STEPS = 10;
    private static final int STEP_HUNDREDTHS = 9;
    private static final int END_HUNDREDTHS = 120;
    private static final int START_HUNDREDTHS = 45;
    private static final int STRIP_HUNDREDTHS = 300;
    private static final int PANEL_HUNDREDTHS = 220;

    private final PoseFile file;
    private final List<Scene> scenes;
    private final Map<Integer, BufferedImage> bare = new HashMap<>();

    public Film(PoseFile file, Physique physique) {
        this.file = file;
        scenes = file.panels().stream().map(panel -> new Scene(panel, physique)).toList();
    }

    /** What is shown where nothing moves. */
    public BufferedImage still(boolean mirrored) {
        return file.isStrip() ? strip() : finished(STEPS, true, true, mirrored);
    }

    /** About three seconds, to be shown again and again. */
    public List<Frame> frames(boolean mirrored) {
        return file.isStrip() ? panels() : movement(mirrored);
    }

    /** The end with all that explains it, quickly back, and slowly there again. */
    private List<Frame> movement(boolean mirrored) {
        List<Frame> frames = new ArrayList<>();
        frames.add(new Frame(still(mirrored), END_HUNDREDTHS));
        for (int step = STEPS - 2; step > 0; step -= 2) {
            frames.add(new Frame(finished(step, false, false, mirrored), STEP_HUNDREDTHS));
        }
        frames.add(new Frame(finished(0, true, false, mirrored), START_HUNDREDTHS));
        for (int step = 1; step < STEPS; step++) {
            frames.add(new Frame(finished(step, true, false, mirrored), STEP_HUNDREDTHS));
        }
        return frames;
    }

    private BufferedImage finished(int step, boolean arrows, boolean outline, boolean mirrored) {
        double share = eased((double) step / STEPS);
        BufferedImage image =
                bare.computeIfAbsent(step, ignored -> scenes.getFirst().bare(share));
        return scenes.getFirst().finished(image, share, arrows, outline, mirrored);
    }

    /** Slow at both ends. */
    static double eased(double share) {
        return share * share * (3 - 2 * share);
    }

    private List<BufferedImage> panelImages() {
        List<BufferedImage> images = new ArrayList<>();
        for (Scene scene : scenes) {
            BufferedImage panel = scene.finished(scene.bare(1), 1, true, true, false);
            try (var pen = new Pen(panel)) {
                pen.letter((char) ('1' + images.size()), 22, 22);
            }
            images.add(panel);
        }
        return images;
    }

    private BufferedImage strip() {
        var strip = new BufferedImage(Scene.WIDTH, Scene.HEIGHT, BufferedImage.TYPE_INT_RGB);
        int width = Scene.WIDTH / 2;
        int height = Scene.HEIGHT / 2;
        try (var pen = new Pen(strip)) {
            pen.paper();
            int index = 0;
            for (Scene scene : scenes) {
                int x = index % 2 * width;
                int y = index / 2 * height;
                pen.picture(scene.finished(scene.bare(1), 1, true, true, false), x, y, width, height);
                pen.letter((char) ('1' + index), x + 16.0, y + 16.0);
                index++;
            }
            pen.line(width, 8, width, Scene.HEIGHT - 8.0);
            pen.line(8, height, Scene.WIDTH - 8.0, height);
        }
        return strip;
    }

    private List<Frame> panels() {
        List<Frame> frames = new ArrayList<>(List.of(new Frame(strip(), STRIP_HUNDREDTHS)));
        panelImages().forEach(panel -> frames.add(new Frame(panel, PANEL_HUNDREDTHS)));
        return frames;
    }

    /** The end of a movement from many places, to choose a view from; below each, its orbit and lift. */
    public static BufferedImage cameraSheet(Movement movement, Physique physique) {
        return CameraSheet.draw(movement, physique);
    }
}
