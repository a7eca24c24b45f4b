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
    private static final int SCRAP_EDGE = 4;
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
        Canvas first = figure(0);
        boolean[] start = silhouette(first);
        boolean[] end = spread(silhouette(figure(1)), DISTANCE);
        boolean[] hidden = union(end, spread(new Scraps(first, start, end).find(), SCRAP_EDGE));
        List<List<Point2D>> pieces = new ArrayList<>();
        for (List<Point2D> line : Contour.of(start, Scene.WIDTH, Scene.HEIGHT)) {
            split(line, hidden, pieces);
        }
        return pieces;
    }

    private Canvas figure(double share) {
        var canvas = new Canvas(Scene.WIDTH, Scene.HEIGHT, 0);
        Skeleton skeleton = Skeleton.along(movement.lying(), movement.poses(), share);
        canvas.draw(Figure.solids(physique, skeleton), camera, Light.plain());
        return canvas;
    }

    private static boolean[] silhouette(Canvas figure) {
        var inside = new boolean[Scene.WIDTH * Scene.HEIGHT];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = figure.figurePart(i % Scene.WIDTH, i / Scene.WIDTH).isPresent();
        }
        return inside;
    }

    private static boolean[] union(boolean[] one, boolean[] other) {
        var both = new boolean[one.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = one[i] || other[i];
        }
        return both;
    }

    /** All pixels that are inside, or no farther than that. */
    private static boolean[] spread(boolean[] inside, int distance) {
        boolean[] wide = spread(inside, distance, 1, Scene.WIDTH);
        return spread(wide, distance, Scene.WIDTH, Scene.HEIGHT);
    }

    private static boolean[] spread(boolean[] inside, int distance, int stride, int along) {
        var wide = new boolean[inside.length];
        for (int i = 0; i < inside.length; i++) {
            if (inside[i]) {
                int place = i / stride % along;
                int from = Math.max(0, place - distance) - place;
                int to = Math.min(along - 1, place + distance) - place;
                for (int step = from; step <= to; step++) {
                    wide[i + step * stride] = true;
                }
            }
        }
        return wide;
    }

    private static void split(List<Point2D> line, boolean[] hidden, List<List<Point2D>> pieces) {
        List<Point2D> piece = new ArrayList<>();
        int offset = firstHidden(line, hidden);
        for (int i = 0; i <= line.size(); i++) {
            Point2D point = line.get((i + offset) % line.size());
            if (i < line.size() && !isHidden(point, hidden)) {
                piece.add(point);
            } else {
                if (ArrowPath.length(piece) > SHORTEST) {
                    pieces.add(List.copyOf(piece));
                }
                piece.clear();
            }
        }
    }

    private static int firstHidden(List<Point2D> line, boolean[] hidden) {
        for (int i = 0; i < line.size(); i++) {
            if (isHidden(line.get(i), hidden)) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isHidden(Point2D point, boolean[] hidden) {
        int x = (int) Math.clamp(point.getX(), 0, Scene.WIDTH - 1.0);
        int y = (int) Math.clamp(point.getY(), 0, Scene.HEIGHT - 1.0);
        return hidden[y * Scene.WIDTH + x];
    }
}
