package dev.limber.illustrator.body;

import dev.limber.illustrator.geometry.Frame;
import dev.limber.illustrator.geometry.Vec;
import dev.limber.illustrator.pose.Joint;
import dev.limber.illustrator.pose.Pose;
import dev.limber.illustrator.pose.Side;

/** An arm with its hand. */
final class ArmSolver extends LimbSolver {
    ArmSolver(Skeleton skeleton, Pose pose, Side side) {
        super(skeleton, pose, side, "arm");
    }

    @Override
    Vec root() {
        double forward = number("forward");
        return skeleton.at(
                Joint.CHEST,
                side.sign() * (Bones.SHOULDER - Math.abs(forward) * 0.35),
                number("shrug") - Bones.SHOULDER_DROP,
                forward);
    }

    @Override
    Joint trunk() {
        return Joint.CHEST;
    }

    @Override
    Joint rootJoint() {
        return Joint.shoulder(side);
    }

    @Override
    Joint middle() {
        return Joint.elbow(side);
    }

    @Override
    Joint end() {
        return Joint.wrist(side);
    }

    @Override
    double upper() {
        return Bones.UPPER_ARM;
    }

    @Override
    double lower() {
        return Bones.FOREARM;
    }

    @Override
    void finish(TwoBones arm) {
        put(arm, asGiven(arm));
    }

    @Override
    void finishBetween(TwoBones arm, Skeleton from, Skeleton to, double share) {
        Joint wrist = Joint.wrist(side);
        Frame chest = skeleton.frame(Joint.CHEST);
        Hand start = seenFrom(from.frame(Joint.CHEST), from.hand(wrist));
        Hand goal = seenFrom(to.frame(Joint.CHEST), to.hand(wrist));
        Hand between = start.blend(goal, share);
        boolean rests = word("rest", "").equals("floor")
                && from.hand(wrist).palm().dot(to.hand(wrist).palm()) > 0.99;
        put(
                arm,
                rests
                        ? from.hand(wrist).blend(to.hand(wrist), share)
                        : new Hand(
                                chest.apply(between.fingers()),
                                chest.apply(between.palm()),
                                between.curl(),
                                between.clasped()));
    }

    private static Hand seenFrom(Frame chest, Hand hand) {
        return new Hand(chest.inverse(hand.fingers()), chest.inverse(hand.palm()), hand.curl(), hand.clasped());
    }

    private Hand asGiven(TwoBones arm) {
        String shape = word("fingers", "soft");
        double curl = switch (shape) {
            case "flat" -> 0.03;
            case "grip" -> 0.85;
            default -> 0.2;
        };
        boolean clasped = shape.equals("clasp");
        if (word("rest", "").equals("floor")) {
            Vec forwards = Frame.about(Vec.UP, side.sign() * number("point")).ahead();
            return new Hand(forwards, Vec.DOWN, curl, clasped);
        }
        Vec forearm = arm.end().minus(arm.middle()).unit();
        Vec palm = forearm.acrossFrom(palm(arm));
        double wrist = Math.toRadians(number("wrist"));
        double cos = StrictMath.cos(wrist);
        double sin = StrictMath.sin(wrist);
        return new Hand(
                forearm.times(cos).plus(palm.times(sin)), palm.times(cos).minus(forearm.times(sin)), curl, clasped);
    }

    private Vec palm(TwoBones arm) {
        Frame chest = skeleton.frame(Joint.CHEST);
        return switch (word("palm", "")) {
            case "inwards" -> chest.left().times(-side.sign());
            case "outwards" -> chest.left().times(side.sign());
            case "feet" -> chest.up().times(-1);
            case "head" -> chest.up();
            case "ahead" -> chest.ahead();
            case "back" -> chest.ahead().times(-1);
            case "floor" -> Vec.DOWN;
            case "ceiling" -> Vec.UP;
            default -> arm.lowerFrame().left().times(-side.sign());
        };
    }

    private void put(TwoBones arm, Hand hand) {
        Joint wrist = Joint.wrist(side);
        skeleton.put(wrist, hand);
        Frame frame = Frame.standing(hand.fingers().times(-1), hand.palm().times(-1));
        skeleton.put(Joint.hand(side), arm.end().plus(hand.fingers().times(Bones.PALM * 0.55)), frame);
        double reach = hand.clasped() ? Bones.PALM + 2 : Bones.HAND * (1 - 0.35 * hand.curl());
        skeleton.put(Joint.fingers(side), arm.end().plus(hand.fingers().times(reach)), frame);
    }
}
