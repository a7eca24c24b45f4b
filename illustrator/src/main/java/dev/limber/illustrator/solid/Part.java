package dev.limber.illustrator.solid;

/**
 * What a solid belongs to. Lines are drawn where one part passes in front of another.
 *
 * @param name such as {@code arm.left}
 * @param crisp whether a line is drawn all round, also where the next part is at the same depth: fingers
 */
public record Part(Kind kind, String name, boolean crisp) {
    /** What it is, as far as lines and shadows care. */
    public enum Kind {
        FIGURE,
        THING,
        FLOOR
    }

    public static Part figure(String name) {
        return new Part(Kind.FIGURE, name, false);
    }

    public static Part finger(String name) {
        return new Part(Kind.FIGURE, name, true);
    }

    public static Part thing(String name) {
        return new Part(Kind.THING, name, false);
    }

    public static Part floor(String name) {
        return new Part(Kind.FLOOR, name, false);
    }
}
