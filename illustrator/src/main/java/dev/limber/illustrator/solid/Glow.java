package dev.limber.illustrator.solid;

import dev.limber.illustrator.geometry.Camera;
import dev.limber.illustrator.geometry.Vec;
import java.util.List;
import java.util.Set;

/**
 * Where a stretch is felt: along a line on the body, coloured in steps that get paler with the distance.
 *
 * @param line at least one place
 * @param radius how far it reaches, in cm
 * @param parts the names of the parts that it may colour
 */
public record Glow(List<Vec> line, double radius, Set<String> parts) {
    public static final int STEPS = 3;

    public Glow {
        line = List.copyOf(line);
        parts = Set.copyOf(parts);
    }

    Glow seenBy(Camera camera) {
        return new Glow(line.stream().map(camera::see).toList(), radius, parts);
    }

    /** From 0, outside, to {@link #STEPS}, in the middle. */
    int step(double right, double up, double near, double strength) {
        double value = (1 - Math.sqrt(squareOfDistance(right, up, near)) / radius) * strength * 1.8;
        if (value > 0.92) {
            return 3;
        }
        return value > 0.5 ? 2 : value > 0.16 ? 1 : 0;
    }

    private double squareOfDistance(double right, double up, double near) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < Math.max(1, line.size() - 1); i++) {
            Vec from = line.get(i);
            Vec way = line.get(Math.min(i + 1, line.size() - 1)).minus(from);
            double dr = right - from.left();
            double du = up - from.up();
            double dn = near - from.ahead();
            double length = way.dot(way);
            double along =
                    length < 1e-9 ? 0 : Math.clamp((dr * way.left() + du * way.up() + dn * way.ahead()) / length, 0, 1);
            double r = dr - way.left() * along;
            double u = du - way.up() * along;
            double n = dn - way.ahead() * along;
            best = Math.min(best, r * r + u * u + n * n);
        }
        return best;
    }
}
