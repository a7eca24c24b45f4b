package dev.limber.illustrator.drawing;

import dev.limber.illustrator.body.Skeleton;
import dev.limber.illustrator.geometry.Camera;
import dev.limber.illustrator.geometry.Vec;
import dev.limber.illustrator.pose.Arrow;
import dev.limber.illustrator.pose.Joint;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** Where an arrow runs in the picture: along its way, moved aside where a head would be under it. */
final class ArrowPath {
    static final int POINTS = 60;

    private static final double HEAD_RADIUS = 11.5;
    private static final double CLEARANCE = 15;
    private static final double STEP = 6;
    private static final int CURVE_STEPS = 8;
    private static final int MOST_STEPS = 24;

    private final Camera camera;
    private final List<Skeleton> way;

    /** @param way skeletons from the start of the movement to its end; none where there is no figure */
    ArrowPath(Camera camera, List<Skeleton> way) {
        this.camera = camera;
        this.way = way;
    }

    List<Point2D> of(Arrow arrow) {
        List<Point2D> line = cut(line(arrow), arrow.from(), arrow.to());
        List<Point2D> moved = moved(line, arrow.right(), -arrow.up());
        if (isClearOfHeads(moved)) {
            return moved;
        }
        Point2D first = moved.getFirst();
        Point2D last = moved.getLast();
        double length = Math.max(1, first.distance(last));
        double x = -(last.getY() - first.getY()) / length;
        double y = (last.getX() - first.getX()) / length;
        for (int step = 1; step <= MOST_STEPS; step++) {
            for (int side = -1; side <= 1; side += 2) {
                List<Point2D> aside = moved(moved, x * step * STEP * side, y * step * STEP * side);
                if (isClearOfHeads(aside)) {
                    return aside;
                }
            }
        }
        return moved;
    }

    /** Whether it keeps its distance from where the head begins, passes and ends. */
    boolean isClearOfHeads(List<Point2D> line) {
        double radius = HEAD_RADIUS * camera.scale() + CLEARANCE;
        return way.stream()
                .map(skeleton -> pixel(skeleton.place(Joint.HEAD)))
                .allMatch(head -> line.stream().allMatch(point -> point.distance(head) > radius));
    }

    private List<Point2D> line(Arrow arrow) {
        if (!arrow.through().isEmpty()) {
            return curve(arrow.through().stream().map(this::pixel).toList());
        }
        if (arrow.radius() > 0) {
            return circle(arrow);
        }
        return way.stream()
                .map(skeleton -> pixel(skeleton.place(arrow.joint())))
                .toList();
    }

    /** A smooth line through all points. */
    private static List<Point2D> curve(List<Point2D> points) {
        List<Point2D> curve = new ArrayList<>();
        for (int i = 0; i + 1 < points.size(); i++) {
            Point2D before = points.get(Math.max(0, i - 1));
            Point2D from = points.get(i);
            Point2D to = points.get(i + 1);
            Point2D after = points.get(Math.min(points.size() - 1, i + 2));
            for (int step = 0; step < CURVE_STEPS; step++) {
                double t = (double) step / CURVE_STEPS;
                curve.add(new Point2D.Double(
                        curve(before.getX(), from.getX(), to.getX(), after.getX(), t),
                        curve(before.getY(), from.getY(), to.getY(), after.getY(), t)));
            }
        }
        curve.add(points.getLast());
        return curve;
    }

    private static double curve(double before, double from, double to, double after, double t) {
        return from
                + t * (to - before) / 2
                + t * t * (before - 2.5 * from + 2 * to - after / 2)
                + t * t * t * ((after - before) / 2 + 1.5 * (from - to));
    }

    private List<Point2D> circle(Arrow arrow) {
        Vec middle = way.getFirst().place(arrow.joint());
        List<Point2D> line = new ArrayList<>();
        for (int i = 0; i <= POINTS; i++) {
            double angle = Math.toRadians(arrow.turnFrom() + (arrow.turnTo() - arrow.turnFrom()) * i / POINTS);
            line.add(pixel(middle.plus(
                    new Vec(StrictMath.sin(angle) * arrow.radius(), 0, StrictMath.cos(angle) * arrow.radius()))));
        }
        return line;
    }

    private Point2D pixel(Vec place) {
        return new Point2D.Double(camera.pixelX(place), camera.pixelY(place));
    }

    private static List<Point2D> moved(List<Point2D> line, double x, double y) {
        List<Point2D> moved = new ArrayList<>();
        line.forEach(point -> moved.add(new Point2D.Double(point.getX() + x, point.getY() + y)));
        return moved;
    }

    static double length(List<Point2D> line) {
        double length = 0;
        for (int i = 1; i < line.size(); i++) {
            length += line.get(i).distance(line.get(i - 1));
        }
        return length;
    }

    /** Points at even distances on a part of a line. */
    private static List<Point2D> cut(List<Point2D> line, double from, double to) {
        double whole = length(line);
        List<Point2D> even = new ArrayList<>();
        for (int i = 0; i <= POINTS; i++) {
            even.add(along(line, whole * (from + (to - from) * i / POINTS)));
        }
        return even;
    }

    private static Point2D along(List<Point2D> line, double distance) {
        double left = distance;
        for (int i = 1; i < line.size(); i++) {
            Point2D from = line.get(i - 1);
            Point2D to = line.get(i);
            double step = from.distance(to);
            if (left <= step || i == line.size() - 1) {
                double share = step < 1e-9 ? 0 : Math.min(1, left / step);
                return new Point2D.Double(
                        from.getX() + (to.getX() - from.getX()) * share,
                        from.getY() + (to.getY() - from.getY()) * share);
            }
            left -= step;
        }
        return line.getLast();
    }
}
