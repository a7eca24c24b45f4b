package dev.limber.illustrator.body;

/** Lengths in cm, for a figure of 170 cm, in the usual proportions of adults. */
public final class Bones {
    public static final double UPPER_ARM = 30;
    public static final double FOREARM = 25;
    public static final double THIGH = 42;
    public static final double SHANK = 41;

    static final double PELVIS = 7;
    static final double LOWER_BACK = 13.5;
    static final double MIDDLE_BACK = 13.5;
    static final double CHEST = 15;
    static final double NECK = 7;
    static final double SKULL = 8.2;
    static final double HIP = 8.8;
    static final double SHOULDER = 17;
    static final double SHOULDER_DROP = 3.2;
    static final double PALM = 8.6;
    static final double HAND = 16.4;
    static final double FOOT = 17;
    static final double HEEL = 4.5;
    static final double ANKLE_HEIGHT = 6.5;

    private Bones() {}
}
