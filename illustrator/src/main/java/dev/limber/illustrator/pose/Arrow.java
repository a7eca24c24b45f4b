package dev.limber.illustrator.pose;

import dev.limber.illustrator.geometry.Vec;
import java.util.List;

/**
 * Shows the way of a movement.
 *
 * @param joint whose way it follows, or about which it circles
 * @param through places in the room that it passes instead; empty where it keeps to a joint
 * @param radius of the circle, in cm; 0 for an arrow that follows
 * @param turnFrom where the circle begins, in degrees; 0 is ahead, 90 to the figure's left
 * @param turnTo where it ends
 * @param right by how many pixels it is moved
 * @param up by how many pixels it is moved
 * @param from which share of the way on
 * @param to which share of the way
 */
public record Arrow(
        Joint joint,
        List<Vec> through,
        double radius,
        double turnFrom,
        double turnTo,
        double right,
        double up,
        double from,
        double to) {
    public Arrow {
        through = List.copyOf(through);
    }
}
