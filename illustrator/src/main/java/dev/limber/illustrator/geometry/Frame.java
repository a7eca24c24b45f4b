package dev.limber.illustrator.geometry;

/** How something is turned: where its own left, up and ahead point in the room; each of length 1, at right angles. */
public record Frame(Vec left, Vec up, Vec ahead) {
    public static final Frame UPRIGHT = new Frame(Vec.LEFT, Vec.UP, Vec.AHEAD);

    /** Turned by {@code degrees} about {@code axis}, right-handed. */
    public static Frame about(Vec axis, double degrees) {
        double radians = Math.toRadians(degrees);
        double cos = StrictMath.cos(radians);
        double sin = StrictMath.sin(radians);
        return new Frame(turn(Vec.LEFT, axis, cos, sin), turn(Vec.UP, axis, cos, sin), turn(Vec.AHEAD, axis, cos, sin));
    }

    /** Bent forwards, leant to the figure's left and turned to the figure's left. */
    public static Frame bent(double forwards, double sideways, double turned) {
        return about(Vec.UP, turned).then(about(Vec.AHEAD, -sideways)).then(about(Vec.LEFT, forwards));
    }

    /** The smallest turn that takes one unit direction to another. */
    public static Frame from(Vec one, Vec another) {
        Vec axis = one.cross(another);
        if (axis.length() < 1e-9) {
            return one.dot(another) > 0 ? UPRIGHT : about(one.acrossFrom(Vec.LEFT), 180);
        }
        return about(axis.unit(), Math.toDegrees(StrictMath.atan2(axis.length(), one.dot(another))));
    }

    /** With that up, and ahead as near as may be to the wish. */
    public static Frame standing(Vec up, Vec aheadWish) {
        Vec unit = up.unit();
        Vec ahead = unit.acrossFrom(aheadWish);
        return new Frame(unit.cross(ahead), unit, ahead);
    }

    private static Vec turn(Vec what, Vec axis, double cos, double sin) {
        return what.times(cos).plus(axis.cross(what).times(sin)).plus(axis.times(axis.dot(what) * (1 - cos)));
    }

    /** Where something points in the room that points to {@code own} in this frame. */
    public Vec apply(Vec own) {
        return left.times(own.left()).plus(up.times(own.up())).plus(ahead.times(own.ahead()));
    }

    public Vec apply(double toLeft, double upwards, double forwards) {
        return apply(new Vec(toLeft, upwards, forwards));
    }

    /** Where something points in this frame that points to {@code inRoom} in the room. */
    public Vec inverse(Vec inRoom) {
        return new Vec(left.dot(inRoom), up.dot(inRoom), ahead.dot(inRoom));
    }

    /** This turn, and inside of it another one. */
    public Frame then(Frame inner) {
        return new Frame(apply(inner.left), apply(inner.up), apply(inner.ahead));
    }

    /** Between this frame and a near one. */
    public Frame blend(Frame other, double share) {
        return standing(up.towards(other.up, share), ahead.towards(other.ahead, share));
    }
}
