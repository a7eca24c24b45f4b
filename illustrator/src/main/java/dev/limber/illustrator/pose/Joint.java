package dev.limber.illustrator.pose;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The places on a body that have a name; the trunk's from the pelvis up. */
public enum Joint {
    PELVIS,
    WAIST,
    LOWER_BACK,
    MIDDLE_BACK,
    CHEST,
    NECK,
    HEAD,
    SHOULDER_LEFT,
    SHOULDER_RIGHT,
    ELBOW_LEFT,
    ELBOW_RIGHT,
    WRIST_LEFT,
    WRIST_RIGHT,
    HAND_LEFT,
    HAND_RIGHT,
    FINGERS_LEFT,
    FINGERS_RIGHT,
    HIP_LEFT,
    HIP_RIGHT,
    KNEE_LEFT,
    KNEE_RIGHT,
    ANKLE_LEFT,
    ANKLE_RIGHT,
    HEEL_LEFT,
    HEEL_RIGHT,
    TOE_LEFT,
    TOE_RIGHT;

    /** As authors write it: {@code knee.left}. */
    public String word() {
        String name = name().toLowerCase(Locale.ROOT);
        return name.endsWith("_left") || name.endsWith("_right")
                ? name.replace("_left", ".left").replace("_right", ".right")
                : name.replace('_', '-');
    }

    public static Optional<Joint> find(String word) {
        return Arrays.stream(values())
                .filter(joint -> joint.word().equals(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Joint::word).toList();
    }

    public static Joint shoulder(Side side) {
        return side == Side.LEFT ? SHOULDER_LEFT : SHOULDER_RIGHT;
    }

    public static Joint elbow(Side side) {
        return side == Side.LEFT ? ELBOW_LEFT : ELBOW_RIGHT;
    }

    public static Joint wrist(Side side) {
        return side == Side.LEFT ? WRIST_LEFT : WRIST_RIGHT;
    }

    public static Joint hand(Side side) {
        return side == Side.LEFT ? HAND_LEFT : HAND_RIGHT;
    }

    public static Joint fingers(Side side) {
        return side == Side.LEFT ? FINGERS_LEFT : FINGERS_RIGHT;
    }

    public static Joint hip(Side side) {
        return side == Side.LEFT ? HIP_LEFT : HIP_RIGHT;
    }

    public static Joint knee(Side side) {
        return side == Side.LEFT ? KNEE_LEFT : KNEE_RIGHT;
    }

    public static Joint ankle(Side side) {
        return side == Side.LEFT ? ANKLE_LEFT : ANKLE_RIGHT;
    }

    public static Joint heel(Side side) {
        return side == Side.LEFT ? HEEL_LEFT : HEEL_RIGHT;
    }

    public static Joint toe(Side side) {
        return side == Side.LEFT ? TOE_LEFT : TOE_RIGHT;
    }
}
