package dev.limber.illustrator.body;

import dev.limber.illustrator.geometry.Frame;
import dev.limber.illustrator.geometry.Vec;
import dev.limber.illustrator.pose.Joint;
import dev.limber.illustrator.pose.Pose;
import dev.limber.illustrator.pose.Side;

/** What arms and legs have in common: given by angles or by a place, and led from one pose to the next. */
abstract class LimbSolver {
    final Skeleton skeleton;
    final Pose pose;
    final Side side;
    private final String path;
    private final boolean arm;

    LimbSolver(Skeleton skeleton, Pose pose, Side side, String kind) {
        this.skeleton = skeleton;
        this.pose = pose;
        this.side = side;
        path = kind + "." + side.word() + ".";
        arm = kind.equals("arm");
    }

    abstract Vec root();

    /** What the limb hangs from. */
    abstract Joint trunk();

    abstract Joint middle();

    abstract Joint end();

    abstract double upper();

    abstract double lower();

    /** Hands and feet. */
    abstract void finish(TwoBones limb);

    abstract void finishBetween(TwoBones limb, Skeleton from, Skeleton to, double share);

    double number(String name) {
        return pose.number(path + name);
    }

    String word(String name, String usual) {
        return pose.word(path + name, usual);
    }

    static String word(Pose of, LimbSolver limb, String name, String usual) {
        return of.word(limb.path + name, usual);
    }

    final void solve() {
        TwoBones limb = asGiven();
        put(limb);
        finish(limb);
    }

    private TwoBones asGiven() {
        return word("given", "angles").equals("place") ? placed() : angled();
    }

    private TwoBones placed() {
        String in = word("in", "room");
        Vec offset = new Vec(number("at.left"), number("at.up"), number("at.ahead"));
        Vec pole = new Vec(number("bend-to.left"), number("bend-to.up"), number("bend-to.ahead"));
        if (in.equals("room")) {
            return TwoBones.reach(root(), offset, pole, upper(), lower(), arm);
        }
        Joint anchor = Joint.find(in).orElseThrow();
        // A hand on a knee goes with the leg, but its elbow is told as the body sees it.
        Frame poleFrame = skeleton.frame(trunk());
        Vec target = skeleton.place(anchor).plus(skeleton.frame(anchor).apply(offset));
        return TwoBones.reach(root(), target, poleFrame.apply(pole), upper(), lower(), arm);
    }

    private TwoBones angled() {
        double raise = Math.toRadians(number("raise"));
        double plane = Math.toRadians(number("plane"));
        double spread = StrictMath.tan(Math.toRadians(number("spread")));
        Vec direction = new Vec(
                        side.sign() * (StrictMath.sin(raise) * StrictMath.sin(plane) + spread),
                        -StrictMath.cos(raise),
                        StrictMath.sin(raise) * StrictMath.cos(plane))
                .unit();
        Frame upperTurn = skeleton.frame(trunk())
                .then(Frame.from(Vec.DOWN, direction))
                .then(Frame.about(Vec.UP, side.sign() * number("turn")));
        return TwoBones.bent(root(), upperTurn, number("bend"), upper(), lower(), arm);
    }

    /**
     * Between two poses. A limb that is given in the same way in both goes with its numbers; else, or where it is asked
     * to swing, it turns about its root while its reach changes evenly: so what is straight at both ends stays straight.
     */
    final void between(Pose one, Skeleton from, Pose next, Skeleton to, double share) {
        boolean sameWay = word(one, this, "given", "angles").equals(word(next, this, "given", "angles"))
                && word(one, this, "in", "room").equals(word(next, this, "in", "room"));
        boolean swings = word(next, this, "path", "line").equals("swing");
        TwoBones limb = sameWay && !swings ? asGiven() : swinging(from, to, share);
        put(limb);
        finishBetween(limb, from, to, share);
    }

    private TwoBones swinging(Skeleton from, Skeleton to, double share) {
        Vec start = own(from);
        Vec goal = own(to);
        double reach = start.length() + (goal.length() - start.length()) * share;
        Vec direction = start.unit().turnedTowards(goal.unit(), share);
        Vec pole = pole(from).turnedTowards(pole(to), share);
        Frame trunk = skeleton.frame(trunk());
        Vec target = root().plus(trunk.apply(direction.times(reach)));
        return TwoBones.reach(root(), target, trunk.apply(pole), upper(), lower(), arm);
    }

    private Vec own(Skeleton of) {
        return of.frame(trunk()).inverse(of.place(end()).minus(of.place(rootJoint())));
    }

    private Vec pole(Skeleton of) {
        var limb = new TwoBones(
                of.place(rootJoint()),
                of.place(middle()),
                of.place(end()),
                of.frame(end()).ahead(),
                0);
        return of.frame(trunk()).inverse(limb.pole(arm));
    }

    abstract Joint rootJoint();

    private void put(TwoBones limb) {
        skeleton.put(rootJoint(), limb.root(), skeleton.frame(trunk()));
        skeleton.put(middle(), limb.middle(), limb.upperFrame(arm));
        skeleton.put(end(), limb.end(), limb.lowerFrame());
        if (limb.missed() > 0) {
            skeleton.miss(end(), limb.missed());
        }
    }
}
