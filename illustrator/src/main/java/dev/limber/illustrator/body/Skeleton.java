package dev.limber.illustrator.body;

import dev.limber.illustrator.geometry.Frame;
import dev.limber.illustrator.geometry.Vec;
import dev.limber.illustrator.pose.Joint;
import dev.limber.illustrator.pose.Lying;
import dev.limber.illustrator.pose.Pose;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where every joint is, and how it is turned. Immutable once it is solved. */
public final class Skeleton {
    private final Map<Joint, Vec> places = new EnumMap<>(Joint.class);
    private final Map<Joint, Frame> frames = new EnumMap<>(Joint.class);
    private final Map<Joint, Hand> hands = new EnumMap<>(Joint.class);
    private final Map<Joint, Double> misses = new EnumMap<>(Joint.class);

    Skeleton() {}

    /**
     * The skeleton on its way through poses.
     *
     * @param share from 0, the first pose, to 1, the last one
     */
    public static Skeleton along(Lying lying, List<Pose> poses, double share) {
        double place = Math.clamp(share, 0, 1) * (poses.size() - 1);
        int before = Math.min((int) Math.floor(place), Math.max(0, poses.size() - 2));
        double rest = place - before;
        if (rest < 1e-9) {
            return Solver.solve(lying, poses.get(before));
        }
        return rest > 1 - 1e-9
                ? Solver.solve(lying, poses.get(before + 1))
                : Solver.between(lying, poses.get(before), poses.get(before + 1), rest);
    }

    void put(Joint joint, Vec place, Frame frame) {
        places.put(joint, place);
        frames.put(joint, frame);
    }

    void put(Joint wrist, Hand hand) {
        hands.put(wrist, hand);
    }

    void miss(Joint joint, double cm) {
        misses.put(joint, cm);
    }

    public Vec place(Joint joint) {
        return known(places, joint);
    }

    public Frame frame(Joint joint) {
        return known(frames, joint);
    }

    /** The place that lies there as the joint sees it: in cm to its left, upwards, forwards. */
    public Vec at(Joint joint, double left, double up, double ahead) {
        return place(joint).plus(frame(joint).apply(left, up, ahead));
    }

    Hand hand(Joint wrist) {
        return known(hands, wrist);
    }

    /** By how many cm hands and feet stay away from where they should be; those that do. */
    public Map<Joint, Double> misses() {
        return Map.copyOf(misses);
    }

    private static <T> T known(Map<Joint, T> all, Joint joint) {
        T value = all.get(joint);
        if (value == null) {
            throw new IllegalStateException(joint + " is not solved yet");
        }
        return value;
    }
}
