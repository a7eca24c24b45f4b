package dev.limber.illustrator.body;

import dev.limber.illustrator.geometry.Vec;
import dev.limber.illustrator.pose.Joint;
import dev.limber.illustrator.pose.Side;
import dev.limber.illustrator.pose.Zone;
import dev.limber.illustrator.solid.Glow;
import java.util.List;
import java.util.Set;

/** Where on a body a stretch is felt. */
public final class Glows {
    private static final Set<String> TRUNK = Set.of(Figure.TRUNK);

    private final Physique physique;
    private final Skeleton skeleton;

    private Glows(Physique physique, Skeleton skeleton) {
        this.physique = physique;
        this.skeleton = skeleton;
    }

    public static List<Glow> of(Set<Zone> zones, Physique physique, Skeleton skeleton) {
        var glows = new Glows(physique, skeleton);
        return zones.stream().sorted().map(glows::glow).toList();
    }

    private Glow glow(Zone zone) {
        return switch (zone) {
            case NECK ->
                new Glow(
                        List.of(at(Joint.NECK, 0, 0, -4), at(Joint.CHEST, 0, 0, -5)),
                        11,
                        Set.of(Figure.TRUNK, HeadShape.NAME));
            case UPPER_BACK ->
                new Glow(
                        List.of(at(Joint.CHEST, -7, -8, -9), at(Joint.CHEST, 7, -8, -9), at(Joint.CHEST, 0, -13, -9)),
                        13,
                        TRUNK);
            case MIDDLE_BACK ->
                new Glow(List.of(at(Joint.MIDDLE_BACK, -9, -1, -8), at(Joint.MIDDLE_BACK, 9, -1, -8)), 13, TRUNK);
            case LOWER_BACK ->
                new Glow(List.of(at(Joint.LOWER_BACK, -9, -7, -8), at(Joint.LOWER_BACK, 9, -7, -8)), 12.5, TRUNK);
            case CHEST -> new Glow(List.of(at(Joint.CHEST, -9, -7, 9), at(Joint.CHEST, 9, -7, 9)), 12, TRUNK);
            case SHOULDERS ->
                new Glow(
                        List.of(at(Joint.SHOULDER_LEFT, 0, 1, 5), at(Joint.SHOULDER_RIGHT, 0, 1, 5)),
                        9,
                        Set.of(Figure.TRUNK, "arm.left", "arm.right"));
            case BELLY ->
                new Glow(
                        List.of(
                                at(Joint.WAIST, 0, 6, 10),
                                at(Joint.LOWER_BACK, 0, 2, 10),
                                at(Joint.MIDDLE_BACK, 0, 0, 10)),
                        11,
                        TRUNK);
            case LEFT_SIDE -> side(Side.LEFT);
            case RIGHT_SIDE -> side(Side.RIGHT);
            case LEFT_BUTTOCK -> buttock(Side.LEFT);
            case RIGHT_BUTTOCK -> buttock(Side.RIGHT);
            case LEFT_HAMSTRING -> hamstring(Side.LEFT);
            case RIGHT_HAMSTRING -> hamstring(Side.RIGHT);
        };
    }

    private Glow side(Side side) {
        double sign = side.sign();
        return new Glow(
                List.of(
                        at(Joint.LOWER_BACK, sign * 13, 0, -2),
                        at(Joint.MIDDLE_BACK, sign * 14, 2, -2),
                        at(Joint.CHEST, sign * 15, -7, -3)),
                10.5,
                Set.of(Figure.TRUNK, "arm." + side.word()));
    }

    private Glow buttock(Side side) {
        double sign = side.sign();
        return new Glow(
                List.of(at(Joint.hip(side), sign * 6, 0, -7), at(Joint.hip(side), sign * 7, 4, -2)),
                12,
                Set.of(Figure.TRUNK, "leg." + side.word()));
    }

    private Glow hamstring(Side side) {
        Joint knee = Joint.knee(side);
        return new Glow(List.of(at(knee, 0, 31, -6.5), at(knee, 0, 9, -5)), 10, Set.of("leg." + side.word()));
    }

    /** Where the flesh ends rather than where the slim one's would. */
    private Vec at(Joint joint, double left, double up, double ahead) {
        return skeleton.at(joint, left * physique.width(), up, ahead * physique.depth());
    }
}
