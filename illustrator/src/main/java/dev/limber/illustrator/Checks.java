package dev.limber.illustrator;

import dev.limber.illustrator.body.Figure;
import dev.limber.illustrator.body.Physique;
import dev.limber.illustrator.body.Skeleton;
import dev.limber.illustrator.drawing.Scene;
import dev.limber.illustrator.pose.Fault;
import dev.limber.illustrator.pose.Joint;
import dev.limber.illustrator.pose.Movement;
import dev.limber.illustrator.pose.Place;
import dev.limber.illustrator.pose.PoseFile;
import dev.limber.illustrator.solid.Solid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What no figure can do, though its numbers are each within bounds. */
final class Checks {
    static final double FARTHEST_MISS = 1;
    static final double DEEPEST = 2.5;

    private static final int STEPS = 20;
    private static final double FARTHEST_JUMP = 16;
    private static final double LEAST_MOVE = 3;

    private final Movement movement;
    private final List<Fault> faults;

    private Checks(Movement movement, List<Fault> faults) {
        this.movement = movement;
        this.faults = faults;
    }

    static List<Fault> check(PoseFile file) {
        List<Fault> faults = new ArrayList<>();
        for (Movement movement : file.panels()) {
            new Checks(movement, faults).check();
        }
        return faults;
    }

    private void check() {
        if (movement.hasFigure()) {
            List<Skeleton> way = new ArrayList<>();
            for (int i = 0; i <= STEPS; i++) {
                way.add(Skeleton.along(movement.lying(), movement.poses(), (double) i / STEPS));
            }
            reach(way);
            floor(way);
            jumps(way);
        }
        for (Physique physique : Physique.ALL) {
            var scene = new Scene(movement, physique);
            if (!scene.overlayIsInside()) {
                fault("arrows or letters of " + physique.id() + " leave the picture", "move them with right and up");
            }
            if (!scene.arrowsAreClearOfHeads()) {
                fault("an arrow of " + physique.id() + " crosses the head", "move it with right and up");
            }
        }
    }

    private void fault(String problem, String hint) {
        Place at = movement.place();
        faults.add(new Fault(at, problem, hint));
    }

    private void reach(List<Skeleton> way) {
        Map<Joint, Double> worst = new TreeMap<>();
        way.forEach(skeleton -> skeleton.misses().forEach((joint, cm) -> worst.merge(joint, cm, Math::max)));
        worst.forEach((joint, cm) -> {
            if (cm > FARTHEST_MISS) {
                fault(joint.word() + " misses its place by " + cm(cm), "bring the place nearer, or move the trunk");
            }
        });
    }

    private void floor(List<Skeleton> way) {
        for (Physique physique : Physique.ALL) {
            Map<String, Double> lowest = new TreeMap<>();
            for (Skeleton skeleton : way) {
                for (Solid solid : Figure.solids(physique, skeleton)) {
                    lowest.merge(solid.part().name(), solid.lowest(), Math::min);
                }
            }
            lowest.forEach((part, cm) -> {
                if (cm < -DEEPEST) {
                    fault(part + " of " + physique.id() + " is " + cm(-cm) + " inside the floor", "raise it");
                }
            });
        }
    }

    private void jumps(List<Skeleton> way) {
        double farthest = 0;
        for (Joint joint : Joint.values()) {
            for (int i = 1; i < way.size(); i++) {
                double step = way.get(i).place(joint).distance(way.get(i - 1).place(joint));
                if (step > FARTHEST_JUMP) {
                    fault(joint.word() + " jumps by " + cm(step), "add a pose between");
                    break;
                }
            }
            farthest = Math.max(
                    farthest, way.getFirst().place(joint).distance(way.getLast().place(joint)));
        }
        if (farthest < LEAST_MOVE && movement.poses().size() > 1) {
            fault("nothing moves", "the last pose should differ from the first");
        }
    }

    private static String cm(double value) {
        return String.format(Locale.ROOT, "%.1f cm", value);
    }
}
