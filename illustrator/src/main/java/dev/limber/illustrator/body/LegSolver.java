package dev.limber.illustrator.body;

import dev.limber.illustrator.geometry.Frame;
import dev.limber.illustrator.geometry.Vec;
import dev.limber.illustrator.pose.Joint;
import dev.limber.illustrator.pose.Pose;
import dev.limber.illustrator.pose.Side;

/** A leg with its foot. */
final class LegSolver extends LimbSolver {
    LegSolver(Skeleton skeleton, Pose pose, Side side) {
        super(skeleton, pose, side, "leg");
    }

    @Override
    Vec root() {
        return skeleton.at(Joint.PELVIS, side.sign() * Bones.HIP, 0, 0);
    }

    @Override
    Joint trunk() {
        return Joint.PELVIS;
    }

    @Override
    Joint rootJoint() {
        return Joint.hip(side);
    }

    @Override
    Joint middle() {
        return Joint.knee(side);
    }

    @Override
    Joint end() {
        return Joint.ankle(side);
    }

    @Override
    double upper() {
        return Bones.THIGH;
    }

    @Override
    double lower() {
        return Bones.SHANK;
    }

    @Override
    void finish(TwoBones leg) {
        Vec shank = leg.end().minus(leg.middle()).unit();
        if (word("rest", "").equals("floor")) {
            foot(leg.end(), Frame.about(Vec.UP, side.sign() * number("toes")).ahead(), Vec.DOWN);
        } else {
            double point = Math.toRadians(number("point"));
            double cos = StrictMath.cos(point);
            double sin = StrictMath.sin(point);
            foot(
                    leg.end(),
                    leg.front().times(cos).plus(shank.times(sin)).unit(),
                    shank.times(cos).minus(leg.front().times(sin)).unit());
        }
    }

    @Override
    void finishBetween(TwoBones leg, Skeleton from, Skeleton to, double share) {
        finish(leg);
    }

    private void foot(Vec ankle, Vec toes, Vec sole) {
        Frame frame = Frame.standing(sole.times(-1), toes);
        Vec below = ankle.plus(sole.times(Bones.ANKLE_HEIGHT - 3.4));
        skeleton.put(Joint.heel(side), below.minus(toes.times(Bones.HEEL)), frame);
        skeleton.put(Joint.toe(side), below.plus(toes.times(Bones.FOOT)).plus(sole.times(0.9)), frame);
    }
}
