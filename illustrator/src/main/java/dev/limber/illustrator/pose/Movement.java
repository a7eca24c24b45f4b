package dev.limber.illustrator.pose;

import java.util.List;
import java.util.Set;

/**
 * A figure that goes from one pose to the next, and the things about it.
 *
 * @param place of its poses, for faults
 * @param stretch where it is felt
 * @param outline whether the still shows where the movement began
 * @param poses at least one, each spelled out; none where only things are shown
 */
public record Movement(
        Place place,
        Lying lying,
        View view,
        List<Thing> things,
        Set<Zone> stretch,
        List<Arrow> arrows,
        List<Letter> letters,
        boolean outline,
        List<Pose> poses) {
    public Movement {
        things = List.copyOf(things);
        stretch = Set.copyOf(stretch);
        arrows = List.copyOf(arrows);
        letters = List.copyOf(letters);
        poses = List.copyOf(poses);
    }

    public boolean hasFigure() {
        return !poses.isEmpty();
    }

    /** Seen from somewhere else. */
    public Movement from(View other) {
        return new Movement(place, lying, other, things, stretch, arrows, letters, outline, poses);
    }
}
