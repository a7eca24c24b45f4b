package dev.limber.illustrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limber.illustrator.body.Bones;
import dev.limber.illustrator.body.Skeleton;
import dev.limber.illustrator.pose.Joint;
import dev.limber.illustrator.pose.Movement;
import dev.limber.illustrator.pose.PoseFile;
import dev.limber.illustrator.pose.Side;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every figure at every moment. */
class GeometryTest {
    private static final int STEPS = 30;

    static Stream<PoseFile> poses() {
        return BuiltInPoses.all();
    }

    private static List<Skeleton> way(Movement movement) {
        return movement.hasFigure()
                ? IntStream.rangeClosed(0, STEPS)
                        .mapToObj(i -> Skeleton.along(movement.lying(), movement.poses(), (double) i / STEPS))
                        .toList()
                : List.of();
    }

    @ParameterizedTest
    @MethodSource("poses")
    void bones_keep_their_length(PoseFile file) {
        for (Movement movement : file.panels()) {
            for (Skeleton skeleton : way(movement)) {
                for (Side side : Side.values()) {
                    bone(skeleton, Joint.shoulder(side), Joint.elbow(side), Bones.UPPER_ARM);
                    bone(skeleton, Joint.elbow(side), Joint.wrist(side), Bones.FOREARM);
                    bone(skeleton, Joint.hip(side), Joint.knee(side), Bones.THIGH);
                    bone(skeleton, Joint.knee(side), Joint.ankle(side), Bones.SHANK);
                }
            }
        }
    }

    private static void bone(Skeleton skeleton, Joint from, Joint to, double length) {
        assertThat(skeleton.place(from).distance(skeleton.place(to)))
                .as("%s to %s", from, to)
                .isCloseTo(length, within(0.01));
    }

    /** Targets reached, nothing in the floor, no jump, a move, arrows clear of the head, all inside the picture. */
    @ParameterizedTest
    @MethodSource("poses")
    void what_is_built_in_passes_what_authors_have_to_pass(PoseFile file) {
        assertThat(Checks.check(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lying-leg-over-twist, knee.left",
        "lying-leg-over-twist, knee.right",
        "seal, knee.left",
        "hamstring-stretch, knee.right",
        "towel-roll-overhead-reach, elbow.left",
        "towel-roll-overhead-reach, elbow.right",
        "towel-roll-overhead-reach-flat, elbow.left"
    })
    void what_is_straight_stays_straight(String pose, String joint) {
        for (Skeleton skeleton : way(BuiltInPoses.get(pose).movement())) {
            assertThat(bend(skeleton, Joint.find(joint).orElseThrow())).isLessThan(9);
        }
    }

    private static double bend(Skeleton skeleton, Joint middle) {
        Side side = middle.word().endsWith("left") ? Side.LEFT : Side.RIGHT;
        boolean arm = middle == Joint.elbow(side);
        var upper = skeleton.place(middle).minus(skeleton.place(arm ? Joint.shoulder(side) : Joint.hip(side)));
        var lower = skeleton.place(arm ? Joint.wrist(side) : Joint.ankle(side)).minus(skeleton.place(middle));
        return Math.toDegrees(Math.acos(Math.clamp(upper.unit().dot(lower.unit()), -1, 1)));
    }

    @Test
    void arms_that_swing_from_straight_to_straight_do_not_bend_on_the_way() {
        Movement movement = TestPoses.read("swing", """
                id: swing
                view: {from: left}
                poses:
                  start:
                    pelvis: {up: 90}
                    arms: {both: {in: chest, hand: {left: 17, up: -58.2, ahead: 0}, elbow-to: {ahead: -1}}}
                    legs: {both: {knee: 2}}
                  end:
                    arms: {both: {hand: {left: 17, up: 51, ahead: 9.5}, path: swing}}
                """).movement();

        for (Skeleton skeleton : way(movement)) {
            assertThat(bend(skeleton, Joint.ELBOW_LEFT)).isLessThan(6);
        }
    }

    @Test
    void in_the_lying_twist_shoulders_stay_down_and_the_hand_keeps_hold_of_the_leg() {
        for (String pose : List.of("lying-leg-over-twist", "lying-leg-over-twist-easier")) {
            double first = holding(way(BuiltInPoses.get(pose).movement()).getFirst());
            for (Skeleton skeleton : way(BuiltInPoses.get(pose).movement())) {
                assertThat(skeleton.place(Joint.SHOULDER_LEFT).up()).isBetween(6.0, 17.0);
                assertThat(skeleton.place(Joint.SHOULDER_RIGHT).up()).isBetween(6.0, 17.0);
                assertThat(holding(skeleton)).isCloseTo(first, within(1.5));
            }
        }
    }

    private static double holding(Skeleton skeleton) {
        return skeleton.place(Joint.WRIST_RIGHT).distance(skeleton.place(Joint.KNEE_LEFT));
    }

    @Test
    void the_cactus_begins_with_both_arms_to_the_ceiling_and_ends_with_the_upper_arms_on_the_floor() {
        List<Skeleton> way = way(BuiltInPoses.get("towel-roll-cactus").movement());
        for (Side side : Side.values()) {
            Skeleton start = way.getFirst();
            Skeleton end = way.getLast();
            assertThat(start.place(Joint.wrist(side)).up()
                            - start.place(Joint.shoulder(side)).up())
                    .isGreaterThan(50);
            assertThat(end.place(Joint.elbow(side)).up()).isLessThan(7);
            assertThat(bend(end, Joint.elbow(side))).isBetween(80.0, 100.0);
            // The forearm rises from the elbow and leans towards the head, so that it does not look like a press.
            var forearm = end.place(Joint.wrist(side)).minus(end.place(Joint.elbow(side)));
            assertThat(forearm.up()).isGreaterThan(12);
            assertThat(forearm.ahead()).isLessThan(-12);
        }
    }
}
