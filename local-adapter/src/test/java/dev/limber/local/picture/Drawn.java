package dev.limber.local.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntBinaryOperator;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Pictures for tests. */
public final class Drawn {
    private Drawn() {}

    /** @param colour of x and y, as 0xAARRGGBB */
    static Still still(int width, int height, IntBinaryOperator colour) {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = colour.applyAsInt(i % width, i / width);
        }
        return new Still(width, height, pixels);
    }

    /** @param format png or gif */
    public static byte[] file(int width, int height, String format, IntBinaryOperator colour) {
        BufferedImage image = image(width, height, format.equals("gif"));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colour.applyAsInt(x, y));
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            write(image, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static void write(BufferedImage image, String format, ByteArrayOutputStream file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), inOrder(writer));
        }
    }

    /** Of tiny files whose rows are interlaced, the JDK does not write or read all. */
    static ImageWriteParam inOrder(ImageWriter writer) {
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(ImageWriteParam.MODE_DISABLED);
        return how;
    }

    /** @param few whether there are but four colours, of which one is transparent */
    static BufferedImage image(int width, int height, boolean few) {
        if (!few) {
            return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        }
        int[] colours = {0, 0xffff0000, 0xff0000ff, 0xff336699};
        return new BufferedImage(
                width,
                height,
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, colours.length, colours, 0, true, 0, DataBuffer.TYPE_BYTE));
    }

    /** The beginning of a PNG file that says it is so large. */
    static byte[] bomb(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 6, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(header.array());
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'})
                .putInt(13)
                .put(header.array())
                .putInt((int) sum.getValue())
                .array();
    }
}
