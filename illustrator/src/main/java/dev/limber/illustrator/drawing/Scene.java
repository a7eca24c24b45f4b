package dev.limber.illustrator.drawing;

import dev.limber.illustrator.body.Figure;
import dev.limber.illustrator.body.Glows;
import dev.limber.illustrator.body.Physique;
import dev.limber.illustrator.body.Skeleton;
import dev.limber.illustrator.geometry.Camera;
import dev.limber.illustrator.geometry.Vec;
import dev.limber.illustrator.pose.Joint;
import dev.limber.illustrator.pose.Letter;
import dev.limber.illustrator.pose.Movement;
import dev.limber.illustrator.pose.Side;
import dev.limber.illustrator.solid.Canvas;
import dev.limber.illustrator.solid.Ink;
import dev.limber.illustrator.solid.Light;
import dev.limber.illustrator.solid.Shadow;
import dev.limber.illustrator.solid.Solid;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** One movement of one figure before one camera. Not thread-safe. */
public final class Scene {
    public static final int WIDTH = 480;
    public static final int HEIGHT = 360;

    private static final int FINER = 2;
    private static final int WAY = 16;
    private static final double PEN = 0.95;

    private final Movement movement;
    private final Physique physique;
    private final List<Skeleton> way;
    private final Camera camera;
    private final Set<String> far = new HashSet<>();
    private final List<Solid> standing;
    private final int finer;
    private Optional<Canvas> empty = Optional.empty();

    public Scene(Movement movement, Physique physique) {
        this(movement, physique, FINER);
    }

    private Scene(Movement movement, Physique physique, int finer) {
        this.movement = movement;
        this.physique = physique;
        this.finer = finer;
        way = way(movement);
        camera = Fit.camera(movement, physique, way);
        standing = Things.standing(movement.things());
        if (movement.hasFigure() && movement.view().lift() < 40) {
            double leftNear = way.getFirst().frame(Joint.CHEST).left().dot(camera.near());
            if (Math.abs(leftNear) > 0.45) {
                String side = (leftNear > 0 ? Side.RIGHT : Side.LEFT).word();
                List.of("arm.", "leg.", "foot.", "palm.", "thumb.", "finger0.", "finger1.", "finger2.", "finger3.")
                        .forEach(part -> far.add(part + side));
            }
        }
    }

    /** With edges that are not smooth, and so drawn several times as fast: to be shown small, or to be measured. */
    public static Scene coarse(Movement movement, Physique physique) {
        return new Scene(movement, physique, 1);
    }

    /** Skeletons from the start of a movement to its end, close together. */
    static List<Skeleton> way(Movement movement) {
        if (!movement.hasFigure()) {
            return List.of();
        }
        if (movement.poses().size() == 1) {
            return List.of(Skeleton.along(movement.lying(), movement.poses(), 0));
        }
        return IntStream.rangeClosed(0, WAY)
                .mapToObj(i -> Skeleton.along(movement.lying(), movement.poses(), (double) i / WAY))
                .toList();
    }

    public Camera camera() {
        return camera;
    }

    /** What the camera sees at that share of the movement, without anything laid over it. */
    public BufferedImage bare(double share) {
        return canvas(share).image(finer);
    }

    /** The same with all that is known about each pixel. */
    public Canvas canvas(double share) {
        Canvas canvas = withoutFigure().copy();
        Camera fine = camera.enlarged(finer);
        List<Solid> solids = new ArrayList<>(standing);
        if (movement.hasFigure()) {
            Skeleton skeleton = Skeleton.along(movement.lying(), movement.poses(), share);
            List<Solid> moving = new ArrayList<>(Things.held(movement.things(), skeleton));
            moving.addAll(Figure.solids(physique, skeleton));
            // In steps, so that few colours are enough.
            double strength = Math.round(share * 6) / 6.0;
            var light = new Light(
                    far,
                    Glows.of(movement.stretch(), physique, skeleton),
                    strength,
                    physique.colours().glow());
            canvas.draw(moving, fine, light);
            solids.addAll(moving);
        }
        Shadow.cast(canvas, solids, fine);
        Ink.draw(canvas, Math.max(1, PEN * finer));
        return canvas;
    }

    /** Drawn once, and only for whoever wants a picture: much is asked of a scene that needs none. */
    private Canvas withoutFigure() {
        if (empty.isEmpty()) {
            var canvas = new Canvas(WIDTH * finer, HEIGHT * finer, Colours.PAPER);
            canvas.draw(standing, camera.enlarged(finer), Light.plain());
            empty = Optional.of(canvas);
        }
        return empty.orElseThrow();
    }

    /**
     * A picture with what is laid over it.
     *
     * @param bare as {@link #bare} draws it; it stays as it is
     * @param share of the movement that it shows
     * @param mirrored for the other side: the picture turned round, its letters exchanged
     */
    public BufferedImage finished(BufferedImage bare, double share, boolean arrows, boolean outline, boolean mirrored) {
        BufferedImage picture = copy(bare, mirrored);
        try (var pen = new Pen(picture)) {
            if (outline && movement.outline() && movement.poses().size() > 1) {
                new Outline(movement, physique, camera).pieces().forEach(piece -> pen.dashed(flipped(piece, mirrored)));
            }
            if (arrows) {
                arrows().forEach(line -> pen.arrow(flipped(line, mirrored)));
            }
            if (movement.hasFigure()) {
                Skeleton skeleton = Skeleton.along(movement.lying(), movement.poses(), share);
                movement.letters().forEach(letter -> letter(pen, letter, skeleton, mirrored));
            }
        }
        return picture;
    }

    /** Where its arrows run, in pixels. */
    public List<List<Point2D>> arrows() {
        var paths = new ArrowPath(camera, way);
        return movement.arrows().stream().map(paths::of).toList();
    }

    /** Whether no arrow comes near a head on its way. */
    public boolean arrowsAreClearOfHeads() {
        var paths = new ArrowPath(camera, way);
        return movement.arrows().stream().allMatch(arrow -> paths.isClearOfHeads(paths.of(arrow)));
    }

    /** Whether arrows and letters are inside the picture. */
    public boolean overlayIsInside() {
        return new java.awt.geom.Rectangle2D.Double(0, 0, WIDTH, HEIGHT).contains(Fit.overlay(movement, camera, way));
    }

    private void letter(Pen pen, Letter letter, Skeleton skeleton, boolean mirrored) {
        boolean left = letter.joint().word().endsWith("left") != mirrored;
        Point2D place = place(letter, skeleton, camera);
        pen.letter(left ? 'L' : 'R', mirrored ? WIDTH - place.getX() : place.getX(), place.getY());
    }

    static Point2D place(Letter letter, Skeleton skeleton, Camera camera) {
        Vec joint = skeleton.place(letter.joint());
        return new Point2D.Double(camera.pixelX(joint) + letter.right(), camera.pixelY(joint) - letter.up());
    }

    private static List<Point2D> flipped(List<Point2D> line, boolean mirrored) {
        if (!mirrored) {
            return line;
        }
        List<Point2D> flipped = new ArrayList<>();
        line.forEach(point -> flipped.add(new Point2D.Double(WIDTH - point.getX(), point.getY())));
        return flipped;
    }

    private static BufferedImage copy(BufferedImage image, boolean mirrored) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var turn = mirrored ? new AffineTransform(-1, 0, 0, 1, image.getWidth(), 0) : new AffineTransform();
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(image, copy);
    }
}
