package dev.limber.illustrator.pose;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a stretch can be felt. */
public enum Zone {
    NECK,
    UPPER_BACK,
    MIDDLE_BACK,
    LOWER_BACK,
    CHEST,
    SHOULDERS,
    BELLY,
    LEFT_SIDE,
    RIGHT_SIDE,
    LEFT_BUTTOCK,
    RIGHT_BUTTOCK,
    LEFT_HAMSTRING,
    RIGHT_HAMSTRING;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Zone::word).toList();
    }
}
