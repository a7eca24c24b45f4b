package dev.limber.illustrator.gif;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Writes a still with a small palette. */
public final class Png {
    private Png() {}

    /** @param colours at most */
    public static byte[] encode(BufferedImage image, int colours) throws IOException {
        Palette palette = Palette.of(List.of(image), colours);
        int size = palette.size();
        var red = new byte[size];
        var green = new byte[size];
        var blue = new byte[size];
        for (int i = 0; i < size; i++) {
            red[i] = (byte) (palette.colour(i) >> 16);
            green[i] = (byte) (palette.colour(i) >> 8);
            blue[i] = (byte) palette.colour(i);
        }
        var indexed = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, size, red, green, blue));
        indexed.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), palette.indexed(image));
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(indexed, "png", out)) {
            throw new IOException("this Java cannot write PNG");
        }
        return out.toByteArray();
    }
}
