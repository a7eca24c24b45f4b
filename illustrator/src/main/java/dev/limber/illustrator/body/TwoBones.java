package dev.limber.illustrator.body;

import dev.limber.illustrator.geometry.Frame;
import dev.limber.illustrator.geometry.Vec;

/**
 * An arm or a leg, solved.
 *
 * @param front of the lower bone: where the back of the hand or the kneecap would look
 * @param missed by how many cm the end stays away from where it should be
 */
record TwoBones(Vec root, Vec middle, Vec end, Vec front, double missed) {
    private static final double SLACK = 0.02;

    /**
     * Reaches for a place.
     *
     * @param pole the direction in which elbow or knee moves out
     * @param arm whether it bends forwards like an arm, rather than backwards like a leg
     */
    static TwoBones reach(Vec root, Vec target, Vec pole, double upper, double lower, boolean arm) {
        Vec way = target.minus(root);
        double wanted = way.length();
        double reach = Math.clamp(wanted, Math.abs(upper - lower) + 0.5, upper + lower - SLACK);
        Vec direction = way.unit();
        Vec out = direction.acrossFrom(pole);
        double cos = Math.clamp((upper * upper + reach * reach - lower * lower) / (2 * upper * reach), -1, 1);
        Vec middle = root.plus(direction.times(upper * cos)).plus(out.times(upper * Math.sqrt(1 - cos * cos)));
        Vec end = root.plus(direction.times(reach));
        Vec front = end.minus(middle).unit().acrossFrom(arm ? out.times(-1) : out);
        return new TwoBones(root, middle, end, front, Math.max(0, Math.abs(wanted - reach) - SLACK));
    }

    /**
     * Follows angles.
     *
     * @param upperTurn how the upper bone is turned, which hangs down in it
     * @param bend of elbow or knee, in degrees
     */
    static TwoBones bent(Vec root, Frame upperTurn, double bend, double upper, double lower, boolean arm) {
        Vec middle = root.plus(upperTurn.apply(0, -upper, 0));
        Frame turned = upperTurn.then(Frame.about(Vec.LEFT, arm ? -bend : bend));
        return new TwoBones(root, middle, middle.plus(turned.apply(0, -lower, 0)), turned.ahead(), 0);
    }

    /** Where elbow or knee stands out to. */
    Vec pole(boolean arm) {
        Vec direction = end.minus(root).unit();
        Vec out = middle.minus(root);
        Vec rest = out.minus(direction.times(out.dot(direction)));
        return rest.length() > 0.5 ? rest.unit() : direction.acrossFrom(arm ? front.times(-1) : front);
    }

    Frame upperFrame(boolean arm) {
        // The front of a bent lower bone may lie along the upper one; where the joint stands out to does not.
        Vec out = pole(arm);
        return Frame.standing(root.minus(middle), arm ? out.times(-1) : out);
    }

    Frame lowerFrame() {
        return Frame.standing(middle.minus(end), front);
    }
}
