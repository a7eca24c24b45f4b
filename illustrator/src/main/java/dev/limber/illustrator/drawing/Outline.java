package dev.limber.illustrator.drawing;

import dev.limber.illustrator.body.Figure;
import dev.limber.illustrator.body.Physique;
import dev.limber.illustrator.body.Skeleton;
import dev.limber.illustrator.geometry.Camera;
import dev.limber.illustrator.pose.Movement;
import dev.limber.illustrator.solid.Canvas;
import dev.limber.illustrator.solid.Light;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** Where the movement began: pieces of the figure's edge, only as far from where it ended that they tell something. */
final class Outline {
    private static final int DISTANCE = 9;
    private static final double SHORTEST = 34;

    private final Movement movement;
    private final Physique physique;
    private final Camera camera;

    Outline(Movement movement, Physique physique, Camera camera) {
        this.movement = movement;
        this.physique = physique;
        this.camera = camera;
    }

    List<List<Point2D>> pieces() {
        boolean[] start = silhouette(0);
        boolean[] end = near(silhouette(1));
        List<List<Point2D>> pieces = new ArrayList<>();
        for (List<Point2D> line : Contour.of(start, Scene.WIDTH, Scene.HEIGHT)) {
            split(line, end, pieces);
        }
        return pieces;
    }

    private boolean[] silhouette(double share) {
        var canvas = new Canvas(Scene.WIDTH, Scene.HEIGHT, 0);
        Skeleton skeleton = Skeleton.along(movement.lying(), movement.poses(), share);
        canvas.draw(Figure.solids(physique, skeleton), camera, Light.plain());
        var inside = new boolean[Scene.WIDTH * Scene.HEIGHT];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = canvas.isFigure(i % Scene.WIDTH, i / Scene.WIDTH);
        }
        return inside;
    }

    /** All pixels that are inside, or close. */
    private static boolean[] near(boolean[] inside) {
        boolean[] wide = spread(inside, 1, Scene.WIDTH);
        return spread(wide, Scene.WIDTH, Scene.HEIGHT);
    }

    private static boolean[] spread(boolean[] inside, int stride, int along) {
        var wide = new boolean[inside.length];
        for (int i = 0; i < inside.length; i++) {
            if (inside[i]) {
                int place = i / stride % along;
                int from = Math.max(0, place - DISTANCE) - place;
                int to = Math.min(along - 1, place + DISTANCE) - place;
                for (int step = from; step <= to; step++) {
                    wide[i + step * stride] = true;
                }
            }
        }
        return wide;
    }

    private static void split(List<Point2D> line, boolean[] end, List<List<Point2D>> pieces) {
        List<Point2D> piece = new ArrayList<>();
        int offset = firstHidden(line, end);
        for (int i = 0; i <= line.size(); i++) {
            Point2D point = line.get((i + offset) % line.size());
            if (i < line.size() && !hidden(point, end)) {
                piece.add(point);
            } else {
                if (ArrowPath.length(piece) > SHORTEST) {
                    pieces.add(List.copyOf(piece));
                }
                piece.clear();
            }
        }
    }

    private static int firstHidden(List<Point2D> line, boolean[] end) {
        for (int i = 0; i < line.size(); i++) {
            if (hidden(line.get(i), end)) {
                return i;
            }
        }
        return 0;
    }

    private static boolean hidden(Point2D point, boolean[] end) {
        int x = (int) Math.clamp(point.getX(), 0, Scene.WIDTH - 1.0);
        int y = (int) Math.clamp(point.getY(), 0, Scene.HEIGHT - 1.0);
        return end[y * Scene.WIDTH + x];
    }
}
