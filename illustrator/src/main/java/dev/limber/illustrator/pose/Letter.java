package dev.limber.illustrator.pose;

/**
 * Tells left from right in the picture.
 *
 * @param joint what it stands at
 * @param right by how many pixels it is moved
 * @param up by how many pixels it is moved
 */
public record Letter(Joint joint, double right, double up) {}
