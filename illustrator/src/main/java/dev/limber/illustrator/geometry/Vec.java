package dev.limber.illustrator.geometry;

/**
 * A place or a direction in the room, in cm.
 *
 * @param left towards the left hand of a figure that stands upright
 * @param up away from the floor, which is at 0
 * @param ahead the way in which a figure that stands upright looks
 */
public record Vec(double left, double up, double ahead) {
    public static final Vec ZERO = new Vec(0, 0, 0);
    public static final Vec LEFT = new Vec(1, 0, 0);
    public static final Vec UP = new Vec(0, 1, 0);
    public static final Vec DOWN = new Vec(0, -1, 0);
    public static final Vec AHEAD = new Vec(0, 0, 1);

    private static final double NOTHING = 1e-9;

    public Vec plus(Vec other) {
        return new Vec(left + other.left, up + other.up, ahead + other.ahead);
    }

    public Vec minus(Vec other) {
        return new Vec(left - other.left, up - other.up, ahead - other.ahead);
    }

    public Vec times(double factor) {
        return new Vec(left * factor, up * factor, ahead * factor);
    }

    public double dot(Vec other) {
        return left * other.left + up * other.up + ahead * other.ahead;
    }

    public Vec cross(Vec other) {
        return new Vec(
                up * other.ahead - ahead * other.up,
                ahead * other.left - left * other.ahead,
                left * other.up - up * other.left);
    }

    public double length() {
        return Math.sqrt(dot(this));
    }

    public double distance(Vec other) {
        return minus(other).length();
    }

    /** This direction with length 1; up where it has none. */
    public Vec unit() {
        double length = length();
        return length < NOTHING ? UP : times(1 / length);
    }

    /** The place that far on the straight way to {@code other}. */
    public Vec towards(Vec other, double share) {
        return plus(other.minus(this).times(share));
    }

    /** The unit direction that far on the shortest turn from this one to {@code other}, both of length 1. */
    public Vec turnedTowards(Vec other, double share) {
        double angle = StrictMath.atan2(cross(other).length(), dot(other));
        if (angle < 1e-6) {
            return this;
        }
        double sine = StrictMath.sin(angle);
        if (sine < 1e-6) {
            Vec axis = acrossFrom(Math.abs(left) < 0.9 ? LEFT : AHEAD);
            return Frame.about(axis, Math.toDegrees(angle) * share).apply(this);
        }
        return times(StrictMath.sin(angle * (1 - share)) / sine)
                .plus(other.times(StrictMath.sin(angle * share) / sine));
    }

    /** The unit direction at right angles to this one that is nearest to {@code wish}; any, where they are parallel. */
    public Vec acrossFrom(Vec wish) {
        Vec axis = unit();
        Vec rest = wish.minus(axis.times(wish.dot(axis)));
        if (rest.length() > 1e-4) {
            return rest.unit();
        }
        Vec other = Math.abs(axis.left) < 0.9 ? LEFT : AHEAD;
        return other.minus(axis.times(other.dot(axis))).unit();
    }
}
