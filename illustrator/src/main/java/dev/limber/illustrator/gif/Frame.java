package dev.limber.illustrator.gif;

import java.awt.image.BufferedImage;

/**
 * A picture of a GIF, and how long it stays.
 *
 * @param image all of one GIF have the same size
 */
public record Frame(BufferedImage image, int hundredths) {}
