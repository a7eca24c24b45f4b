package dev.limber.illustrator.solid;

import dev.limber.illustrator.geometry.Camera;
import dev.limber.illustrator.geometry.Vec;

/** Puts a block on a canvas: mats, seats, table tops. */
final class BoardTracer {
    private static final int LAYERS = 12;

    private final Tracer tracer;
    private final Camera camera;
    private final Solid.Board board;

    BoardTracer(Tracer tracer, Camera camera, Solid.Board board) {
        this.tracer = tracer;
        this.camera = camera;
        this.board = board;
    }

    void trace() {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = Double.MAX_VALUE;
        double top = -Double.MAX_VALUE;
        for (int corner = 0; corner < 8; corner++) {
            Vec half = board.half();
            Vec seen = camera.see(board.centre()
                    .plus(new Vec(
                            (corner & 1) == 0 ? half.left() : -half.left(),
                            (corner & 2) == 0 ? half.up() : -half.up(),
                            (corner & 4) == 0 ? half.ahead() : -half.ahead())));
            left = Math.min(left, seen.left());
            right = Math.max(right, seen.left());
            bottom = Math.min(bottom, seen.up());
            top = Math.max(top, seen.up());
        }
        tracer.eachPixel(left, right, bottom, top, this::hit);
    }

    /** Cut into layers, from the top down: the first one that the line of sight meets within the rounded outline. */
    private void hit(int index, double r, double u) {
        Vec start = camera.right().times(r).plus(camera.up().times(u)).minus(board.centre());
        Vec way = camera.near();
        if (way.up() < 0.02) {
            hitLevel(index, start);
            return;
        }
        for (int layer = 0; layer <= LAYERS; layer++) {
            double height = board.half().up() * (1 - 2.0 * layer / LAYERS);
            double n = (height - start.up()) / way.up();
            double left = start.left() + way.left() * n;
            double ahead = start.ahead() + way.ahead() * n;
            if (isInside(left, ahead)) {
                if (!tracer.hidden(index, n)) {
                    put(index, n, new Vec(left, height, ahead), layer == 0);
                }
                return;
            }
        }
    }

    /** Seen level, only the sides are there. */
    private void hitLevel(int index, Vec start) {
        if (Math.abs(start.up()) > board.half().up()) {
            return;
        }
        double out = Double.MAX_VALUE;
        double in = -Double.MAX_VALUE;
        double[][] axes = {
            {start.left(), camera.near().left(), board.half().left()},
            {start.ahead(), camera.near().ahead(), board.half().ahead()}
        };
        for (double[] axis : axes) {
            if (Math.abs(axis[1]) < 1e-9) {
                if (Math.abs(axis[0]) > axis[2]) {
                    return;
                }
                continue;
            }
            double one = (axis[2] - axis[0]) / axis[1];
            double other = (-axis[2] - axis[0]) / axis[1];
            out = Math.min(out, Math.max(one, other));
            in = Math.max(in, Math.min(one, other));
        }
        if (in <= out && !tracer.hidden(index, out)) {
            put(index, out, start.plus(camera.near().times(out)), false);
        }
    }

    private boolean isInside(double left, double ahead) {
        double beyondLeft = Math.abs(left) - board.half().left();
        double beyondAhead = Math.abs(ahead) - board.half().ahead();
        double corner = board.corner();
        if (beyondLeft > 0 || beyondAhead > 0) {
            return false;
        }
        if (beyondLeft <= -corner || beyondAhead <= -corner) {
            return true;
        }
        double l = beyondLeft + corner;
        double a = beyondAhead + corner;
        return l * l + a * a <= corner * corner;
    }

    private void put(int index, double n, Vec place, boolean top) {
        Vec half = board.half();
        double height = top ? 1 : Math.min(place.up() / half.up(), 0.99);
        int colour = board.coat().colour(place.left() / half.left(), height, place.ahead() / half.ahead());
        tracer.put(index, n, colour, top ? 1 : -1);
    }
}
