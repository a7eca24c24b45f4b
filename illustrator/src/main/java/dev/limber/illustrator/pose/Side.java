package dev.limber.illustrator.pose;

import java.util.Locale;

/** A side of the figure's body. */
public enum Side {
    LEFT(1),
    RIGHT(-1);

    private final double sign;

    Side(double sign) {
        this.sign = sign;
    }

    /** 1 where the figure's left is, else -1. */
    public double sign() {
        return sign;
    }

    public Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }

    /** As authors write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
