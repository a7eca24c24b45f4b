package dev.limber.illustrator.body;

import dev.limber.illustrator.geometry.Frame;
import dev.limber.illustrator.geometry.Vec;
import dev.limber.illustrator.pose.Joint;
import dev.limber.illustrator.pose.Lying;
import dev.limber.illustrator.pose.Pose;
import dev.limber.illustrator.pose.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns the numbers of a pose into places: the trunk from the pelvis up, then the legs, then the arms. */
final class Solver {
    private static final List<Joint> SPINE = List.of(Joint.LOWER_BACK, Joint.MIDDLE_BACK, Joint.CHEST);
    private static final double[] SPINE_LENGTHS = {Bones.LOWER_BACK, Bones.MIDDLE_BACK, Bones.CHEST};
    private static final String[] SPINE_WORDS = {"lower", "middle", "upper"};

    private final Lying lying;
    private final Pose pose;
    private final Skeleton skeleton = new Skeleton();

    private Solver(Lying lying, Pose pose) {
        this.lying = lying;
        this.pose = pose;
    }

    static Skeleton solve(Lying lying, Pose pose) {
        var solver = new Solver(lying, pose);
        solver.trunk();
        for (Side side : Side.values()) {
            new LegSolver(solver.skeleton, pose, side).solve();
        }
        for (Side side : Side.values()) {
            new ArmSolver(solver.skeleton, pose, side).solve();
        }
        return solver.skeleton;
    }

    /** That share of the way from one pose to the next, each limb on the way that its poses ask for. */
    static Skeleton between(Lying lying, Pose one, Pose next, double share) {
        Skeleton from = solve(lying, one);
        Skeleton to = solve(lying, next);
        var solver = new Solver(lying, mixed(one, next, share));
        solver.trunk();
        for (Side side : Side.values()) {
            new LegSolver(solver.skeleton, solver.pose, side).between(one, from, next, to, share);
        }
        for (Side side : Side.values()) {
            new ArmSolver(solver.skeleton, solver.pose, side).between(one, from, next, to, share);
        }
        return solver.skeleton;
    }

    private static Pose mixed(Pose one, Pose next, double share) {
        Set<String> paths = new HashSet<>(one.numbers().keySet());
        paths.addAll(next.numbers().keySet());
        Map<String, Double> numbers = new HashMap<>();
        paths.forEach(path -> numbers.put(path, one.number(path) + (next.number(path) - one.number(path)) * share));
        return new Pose(next.name(), numbers, share < 0.5 ? one.words() : next.words());
    }

    private void trunk() {
        Frame base = switch (lying) {
            case UPRIGHT -> Frame.UPRIGHT;
            case ON_BACK -> Frame.about(Vec.LEFT, -90);
            case ON_FRONT -> Frame.about(Vec.LEFT, 90);
        };
        Vec place = new Vec(pose.number("pelvis.left"), pose.number("pelvis.up"), pose.number("pelvis.ahead"));
        Frame frame = base.then(
                Frame.bent(pose.number("pelvis.tilt"), pose.number("pelvis.side"), pose.number("pelvis.turn")));
        skeleton.put(Joint.PELVIS, place, frame);
        place = place.plus(frame.apply(0, Bones.PELVIS, 0));
        skeleton.put(Joint.WAIST, place, frame);
        for (int i = 0; i < SPINE.size(); i++) {
            String path = "spine." + SPINE_WORDS[i];
            frame = frame.then(
                    Frame.bent(pose.number(path + ".bend"), pose.number(path + ".side"), pose.number(path + ".twist")));
            place = place.plus(frame.apply(0, SPINE_LENGTHS[i], 0));
            skeleton.put(SPINE.get(i), place, frame);
        }
        head(place, frame);
    }

    /** The neck takes part in every turn of the head. */
    private void head(Vec chestTop, Frame chest) {
        double nod = pose.number("head.nod");
        double tilt = pose.number("head.tilt");
        double turn = pose.number("head.turn");
        Frame neck = chest.then(Frame.bent(nod * 0.45, tilt * 0.45, turn * 0.4));
        Vec place = chestTop.plus(neck.apply(0, Bones.NECK, 1.2));
        skeleton.put(Joint.NECK, place, neck);
        Frame head = neck.then(Frame.bent(nod * 0.55, tilt * 0.55, turn * 0.6));
        skeleton.put(Joint.HEAD, place.plus(head.apply(0, Bones.SKULL, 1.8)), head);
    }
}
