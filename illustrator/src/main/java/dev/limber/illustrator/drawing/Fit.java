package dev.limber.illustrator.drawing;

import dev.limber.illustrator.body.Figure;
import dev.limber.illustrator.body.Physique;
import dev.limber.illustrator.body.Skeleton;
import dev.limber.illustrator.geometry.Camera;
import dev.limber.illustrator.geometry.Vec;
import dev.limber.illustrator.pose.Movement;
import dev.limber.illustrator.solid.Part;
import dev.limber.illustrator.solid.Solid;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds the distance and the middle at which all of a movement is inside the picture, arrows and letters included. */
final class Fit {
    private static final double MARGIN = 20;
    private static final double EDGE = 7;
    private static final double LARGEST = 3.1;
    private static final double ARROW_REACH = 12;
    private static final int ROUNDS = 5;

    private final Movement movement;
    private final List<Skeleton> way;
    private final Camera direction;
    private double left = Double.MAX_VALUE;
    private double right = -Double.MAX_VALUE;
    private double bottom = Double.MAX_VALUE;
    private double top = -Double.MAX_VALUE;

    private Fit(Movement movement, Physique physique, List<Skeleton> way) {
        this.movement = movement;
        this.way = way;
        direction = Camera.at(movement.view().orbit(), movement.view().lift());
        List<Solid> solids = new ArrayList<>();
        way.forEach(skeleton -> {
            solids.addAll(Figure.solids(physique, skeleton));
            solids.addAll(Things.held(movement.things(), skeleton));
        });
        Things.standing(movement.things()).stream()
                .filter(solid -> solid.part().kind() != Part.Kind.FLOOR)
                .forEach(solids::add);
        solids.forEach(this::include);
    }

    static Camera camera(Movement movement, Physique physique, List<Skeleton> way) {
        return new Fit(movement, physique, way).camera();
    }

    private void include(Solid solid) {
        switch (solid) {
            case Solid.Ellipsoid ball ->
                include(
                        ball.centre(),
                        Math.max(
                                ball.radii().left(),
                                Math.max(ball.radii().up(), ball.radii().ahead())));
            case Solid.Tapered limb -> {
                include(limb.from(), limb.fromRadius());
                include(limb.to(), limb.toRadius());
            }
            case Solid.Roll roll -> {
                include(roll.from(), roll.radius());
                include(roll.to(), roll.radius());
            }
            case Solid.Board board -> {
                for (int corner = 0; corner < 4; corner++) {
                    double l = (corner & 1) == 0 ? 1 : -1;
                    double a = (corner & 2) == 0 ? 1 : -1;
                    include(
                            board.centre()
                                    .plus(new Vec(
                                            l * board.half().left(),
                                            0,
                                            a * board.half().ahead())),
                            2);
                }
            }
        }
    }

    private void include(Vec place, double radius) {
        Vec seen = direction.see(place);
        left = Math.min(left, seen.left() - radius);
        right = Math.max(right, seen.left() + radius);
        bottom = Math.min(bottom, seen.up() - radius);
        top = Math.max(top, seen.up() + radius);
    }

    /** Margins grow until what lies over the picture is inside as well. */
    private Camera camera() {
        double[] margins = {MARGIN, MARGIN, MARGIN, MARGIN};
        Camera camera = placed(margins);
        for (int round = 0; round < ROUNDS; round++) {
            Rectangle2D over = overlay(movement, camera, way);
            margins[0] += Math.max(0, EDGE - over.getMinX());
            margins[1] += Math.max(0, over.getMaxX() - Scene.WIDTH + EDGE);
            margins[2] += Math.max(0, EDGE - over.getMinY());
            margins[3] += Math.max(0, over.getMaxY() - Scene.HEIGHT + EDGE);
            camera = placed(margins);
        }
        return camera;
    }

    private Camera placed(double[] margins) {
        double scale = Math.min(
                LARGEST,
                Math.min(
                        (Scene.WIDTH - margins[0] - margins[1]) / (right - left),
                        (Scene.HEIGHT - margins[2] - margins[3]) / (top - bottom)));
        return direction.placed(
                scale,
                (margins[0] + Scene.WIDTH - margins[1]) / 2 - (left + right) / 2 * scale,
                (margins[2] + Scene.HEIGHT - margins[3]) / 2 + (bottom + top) / 2 * scale);
    }

    /** Where arrows and letters reach, in pixels; the middle of the picture where there are none. */
    static Rectangle2D overlay(Movement movement, Camera camera, List<Skeleton> way) {
        Rectangle2D all = new Rectangle2D.Double(Scene.WIDTH / 2.0, Scene.HEIGHT / 2.0, 1, 1);
        var paths = new ArrowPath(camera, way);
        for (var arrow : movement.arrows()) {
            for (Point2D point : paths.of(arrow)) {
                all = all.createUnion(about(point.getX(), point.getY(), ARROW_REACH));
            }
        }
        for (var letter : movement.letters()) {
            for (Skeleton skeleton : way) {
                Point2D place = Scene.place(letter, skeleton, camera);
                all = all.createUnion(about(place.getX(), place.getY(), Pen.LETTER_RADIUS + 1));
            }
        }
        return all;
    }

    private static Rectangle2D about(double x, double y, double reach) {
        return new Rectangle2D.Double(x - reach, y - reach, reach * 2, reach * 2);
    }
}
