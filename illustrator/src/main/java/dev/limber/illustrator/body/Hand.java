package dev.limber.illustrator.body;

import dev.limber.illustrator.geometry.Vec;

/**
 * How a hand is held.
 *
 * @param fingers where they point, of length 1
 * @param palm where the palm faces, of length 1, at right angles to the fingers
 * @param curl of the fingers, from 0, stretched, to 1, a fist
 * @param clasped whether it holds the other hand, fingers between fingers
 */
record Hand(Vec fingers, Vec palm, double curl, boolean clasped) {
    Hand blend(Hand other, double share) {
        Vec direction = fingers.turnedTowards(other.fingers, share);
        return new Hand(
                direction,
                direction.acrossFrom(palm.turnedTowards(other.palm, share)),
                curl + (other.curl - curl) * share,
                share < 0.5 ? clasped : other.clasped);
    }
}
