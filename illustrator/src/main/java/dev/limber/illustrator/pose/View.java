package dev.limber.illustrator.pose;

/**
 * Where the camera stands.
 *
 * @param orbit degrees: 0 before the figure, 90 at its left side, 180 behind it
 * @param lift degrees above the floor, to 90
 */
public record View(double orbit, double lift) {}
