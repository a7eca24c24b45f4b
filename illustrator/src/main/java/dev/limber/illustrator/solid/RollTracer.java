package dev.limber.illustrator.solid;

import dev.limber.illustrator.geometry.Camera;
import dev.limber.illustrator.geometry.Frame;
import dev.limber.illustrator.geometry.Vec;

/** Puts a cylinder with flat ends on a canvas. */
final class RollTracer {
    private final Tracer tracer;
    private final Camera camera;
    private final Solid.Roll roll;
    private final Frame axes;
    private final double half;

    RollTracer(Tracer tracer, Camera camera, Solid.Roll roll) {
        this.tracer = tracer;
        this.camera = camera;
        this.roll = roll;
        Vec way = roll.to().minus(roll.from());
        half = way.length() / 2;
        axes = Frame.standing(way, Vec.UP);
    }

    void trace() {
        Vec from = camera.see(roll.from());
        Vec to = camera.see(roll.to());
        Vec middle = roll.from().towards(roll.to(), 0.5);
        Vec towards = axes.inverse(camera.near());
        tracer.eachPixel(
                Math.min(from.left(), to.left()) - roll.radius(),
                Math.max(from.left(), to.left()) + roll.radius(),
                Math.min(from.up(), to.up()) - roll.radius(),
                Math.max(from.up(), to.up()) + roll.radius(),
                (index, r, u) -> {
                    Vec start = axes.inverse(
                            camera.right().times(r).plus(camera.up().times(u)).minus(middle));
                    hit(index, start, towards);
                });
    }

    /** In the roll's own axes, its up along it: the last way out on the line of sight is what is seen. */
    private void hit(int index, Vec start, Vec way) {
        double a = way.left() * way.left() + way.ahead() * way.ahead();
        double b = start.left() * way.left() + start.ahead() * way.ahead();
        double c = start.left() * start.left() + start.ahead() * start.ahead() - roll.radius() * roll.radius();
        double out = Double.MAX_VALUE;
        double in = -Double.MAX_VALUE;
        if (a > 1e-9) {
            double root = b * b - a * c;
            if (root < 0) {
                return;
            }
            out = (Math.sqrt(root) - b) / a;
            in = (-Math.sqrt(root) - b) / a;
        } else if (c > 0) {
            return;
        }
        boolean end = false;
        if (Math.abs(way.up()) > 1e-9) {
            double one = (half - start.up()) / way.up();
            double other = (-half - start.up()) / way.up();
            end = Math.max(one, other) < out;
            out = Math.min(out, Math.max(one, other));
            in = Math.max(in, Math.min(one, other));
        } else if (Math.abs(start.up()) > half) {
            return;
        }
        if (in <= out && !tracer.hidden(index, out)) {
            put(index, out, start.plus(way.times(out)), end);
        }
    }

    private void put(int index, double n, Vec place, boolean end) {
        Vec own = end ? new Vec(0, Math.signum(place.up()), 0) : new Vec(place.left(), 0, place.ahead()).unit();
        double facing = camera.see(axes.apply(own)).dot(Light.FROM);
        double along = (place.up() / half + 1) / 2;
        int colour = end
                ? roll.coat().colour(along, place.left() / roll.radius(), place.ahead() / roll.radius())
                : roll.coat().colour(along, 0, 0);
        tracer.put(index, n, colour, end ? 1 : facing);
    }
}
