package dev.limber.illustrator.geometry;

/**
 * Looks at the room from far away, so that parallel lines stay parallel. Seen from it, {@code right} and {@code up} span
 * the picture, and {@code near} points to whoever looks.
 *
 * @param scale pixels for a cm
 * @param x the pixel, from the left, of the room's middle
 * @param y the pixel, from the top, of the room's middle
 */
public record Camera(Vec right, Vec up, Vec near, double scale, double x, double y) {
    /**
     * @param orbit degrees: 0 sees the figure's front, 90 its left side
     * @param lift degrees: 0 is level, 90 from straight above
     */
    public static Camera at(double orbit, double lift) {
        double around = Math.toRadians(orbit);
        double above = Math.toRadians(lift);
        Vec near = new Vec(
                StrictMath.sin(around) * StrictMath.cos(above),
                StrictMath.sin(above),
                StrictMath.cos(around) * StrictMath.cos(above));
        Vec right = new Vec(StrictMath.cos(around), 0, -StrictMath.sin(around));
        return new Camera(right, near.cross(right), near, 1, 0, 0);
    }

    public Camera placed(double newScale, double newX, double newY) {
        return new Camera(right, up, near, newScale, newX, newY);
    }

    /** For a picture that is {@code factor} times as large. */
    public Camera enlarged(double factor) {
        return new Camera(right, up, near, scale * factor, x * factor, y * factor);
    }

    /** In cm: rightwards, upwards, and towards whoever looks. */
    public Vec see(Vec place) {
        return new Vec(place.dot(right), place.dot(up), place.dot(near));
    }

    public double pixelX(Vec place) {
        return x + place.dot(right) * scale;
    }

    public double pixelY(Vec place) {
        return y - place.dot(up) * scale;
    }

    /** The place in the room, in the plane through its middle, behind a pixel. */
    public Vec behind(double pixelX, double pixelY) {
        return right.times((pixelX - x) / scale).plus(up.times((y - pixelY) / scale));
    }
}
