package dev.limber.illustrator.solid;

import dev.limber.illustrator.geometry.Camera;
import dev.limber.illustrator.geometry.Vec;

/**
 * Puts solids of one part on a canvas: for each pixel, the surface nearest to whoever looks. In its arithmetic the
 * picture's right, up and near are the axes; {@code r}, {@code u} and {@code n} are cm along them.
 */
final class Tracer {
    private final Canvas canvas;
    private final Camera camera;
    private final short number;

    Tracer(Canvas canvas, Camera camera, short number) {
        this.canvas = canvas;
        this.camera = camera;
        this.number = number;
    }

    void trace(Solid solid) {
        switch (solid) {
            case Solid.Ellipsoid ball -> trace(ball);
            case Solid.Tapered limb -> trace(limb);
            case Solid.Roll roll -> new RollTracer(this, camera, roll).trace();
            case Solid.Board board -> new BoardTracer(this, camera, board).trace();
        }
    }

    /** Calls back for all pixels in a rectangle given in cm. */
    void eachPixel(double left, double right, double bottom, double top, PixelWork work) {
        int x0 = clamp(camera.x() + left * camera.scale() - 1, canvas.width);
        int x1 = clamp(camera.x() + right * camera.scale() + 1, canvas.width);
        int y0 = clamp(camera.y() - top * camera.scale() - 1, canvas.height);
        int y1 = clamp(camera.y() - bottom * camera.scale() + 1, canvas.height);
        double cm = 1 / camera.scale();
        for (int y = y0; y <= y1; y++) {
            double u = (camera.y() - y - 0.5) * cm;
            int row = y * canvas.width;
            for (int x = x0; x <= x1; x++) {
                work.at(row + x, (x + 0.5 - camera.x()) * cm, u);
            }
        }
    }

    @FunctionalInterface
    interface PixelWork {
        void at(int index, double r, double u);
    }

    private static int clamp(double value, int size) {
        return (int) Math.clamp(value, 0, size - 1.0);
    }

    boolean hidden(int index, double n) {
        return n <= canvas.depth[index];
    }

    /** @param facing how much the surface faces the light; of no meaning on the floor */
    void put(int index, double n, int colour, double facing) {
        canvas.depth[index] = (float) n;
        canvas.part[index] = number;
        canvas.colour[index] = colour;
        canvas.facing[index] = (float) facing;
        canvas.fresh[index] = true;
    }

    private void trace(Solid.Ellipsoid ball) {
        Vec centre = camera.see(ball.centre());
        Vec left = camera.see(ball.axes().left());
        Vec up = camera.see(ball.axes().up());
        Vec ahead = camera.see(ball.axes().ahead());
        double rl = ball.radii().left();
        double ru = ball.radii().up();
        double ra = ball.radii().ahead();
        double wide = Math.sqrt(square(left.left() * rl) + square(up.left() * ru) + square(ahead.left() * ra));
        double high = Math.sqrt(square(left.up() * rl) + square(up.up() * ru) + square(ahead.up() * ra));
        // A step towards whoever looks, measured in radii.
        double nl = left.ahead() / rl;
        double nu = up.ahead() / ru;
        double na = ahead.ahead() / ra;
        double a = nl * nl + nu * nu + na * na;
        eachPixel(centre.left() - wide, centre.left() + wide, centre.up() - high, centre.up() + high, (index, r, u) -> {
            double dr = r - centre.left();
            double du = u - centre.up();
            double l = (left.left() * dr + left.up() * du) / rl;
            double p = (up.left() * dr + up.up() * du) / ru;
            double q = (ahead.left() * dr + ahead.up() * du) / ra;
            double b = l * nl + p * nu + q * na;
            double root = b * b - a * (l * l + p * p + q * q - 1);
            if (root < 0) {
                return;
            }
            double near = (Math.sqrt(root) - b) / a;
            double n = centre.ahead() + near;
            if (hidden(index, n)) {
                return;
            }
            l += near * nl;
            p += near * nu;
            q += near * na;
            double along = ball.slice() ? p * 0.12 : p;
            Vec normal = left.times(l / rl).plus(up.times(along / ru)).plus(ahead.times(q / ra));
            put(index, n, ball.coat().colour(l, p, q), normal.unit().dot(Light.FROM));
        });
    }

    /**
     * Below a pixel, the swept ball at {@code t} of its way reaches up to n(t) = n0 + t dn + sqrt(A t² + B t + C); the
     * surface is where that is largest.
     */
    private void trace(Solid.Tapered limb) {
        Vec from = camera.see(limb.from());
        Vec to = camera.see(limb.to());
        Vec way = to.minus(from);
        double radius = limb.fromRadius();
        double growth = limb.toRadius() - radius;
        double most = Math.max(radius, limb.toRadius());
        double a = growth * growth - way.left() * way.left() - way.up() * way.up();
        double k = way.dot(way) - growth * growth;
        boolean endOn = a > -0.05 || k <= 1e-6;
        eachPixel(
                Math.min(from.left(), to.left()) - most,
                Math.max(from.left(), to.left()) + most,
                Math.min(from.up(), to.up()) - most,
                Math.max(from.up(), to.up()) + most,
                (index, r, u) -> {
                    double dr = r - from.left();
                    double du = u - from.up();
                    double b = 2 * (radius * growth + dr * way.left() + du * way.up());
                    double c = radius * radius - dr * dr - du * du;
                    double t = endOn ? bestOf(a, b, c, way.ahead()) : top(a, b, c, way.ahead(), k);
                    double under = a * t * t + b * t + c;
                    if (Double.isNaN(t) || under < 0) {
                        return;
                    }
                    double n = from.ahead() + t * way.ahead() + Math.sqrt(under);
                    if (hidden(index, n)) {
                        return;
                    }
                    double size = radius + t * growth;
                    double facing = ((dr - t * way.left()) * Light.FROM.left()
                                    + (du - t * way.up()) * Light.FROM.up()
                                    + Math.sqrt(under) * Light.FROM.ahead())
                            / size;
                    put(index, n, limb.coat().colour(t, 0, 0), facing);
                });
    }

    private static double top(double a, double b, double c, double dn, double k) {
        double root = b * b - 4 * a * c;
        return root < 0 ? Double.NaN : Math.clamp((-b - dn * Math.sqrt(root / k)) / (2 * a), 0, 1);
    }

    private static double bestOf(double a, double b, double c, double dn) {
        double best = Double.NaN;
        double highest = -Double.MAX_VALUE;
        for (int i = 0; i <= 8; i++) {
            double t = i / 8.0;
            double under = a * t * t + b * t + c;
            if (under >= 0 && t * dn + Math.sqrt(under) > highest) {
                highest = t * dn + Math.sqrt(under);
                best = t;
            }
        }
        return best;
    }

    private static double square(double value) {
        return value * value;
    }
}
