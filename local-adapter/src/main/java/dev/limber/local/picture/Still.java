package dev.limber.local.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture that does not move: rows of pixels as 0xAARRGGBB. */
final class Still {
    /** More would not fit into a small heap. */
    private static final int MOST_PIXELS = 4_000_000;

    private static final int ALPHA = 24;
    private static final int OPAQUE = 255;

    private final int width;
    private final int height;
    private final int[] pixels;

    Still(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels.clone();
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int pixel(int x, int y) {
        return pixels[y * width + x];
    }

    /**
     * The first picture of a file.
     *
     * @throws IOException where it is no PNG or GIF, is broken or has too many pixels
     */
    static Still read(byte[] file) throws IOException {
        ImageReader reader = reader(file);
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw new IOException(width + " × " + height + " pixels are too many");
            }
            BufferedImage image = reader.read(0);
            return new Still(width, height, image.getRGB(0, 0, width, height, new int[width * height], 0, width));
        } catch (RuntimeException broken) {
            throw new IOException("broken", broken);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(byte[] file) throws IOException {
        String format = file.length > 0 && file[0] == 'G' ? "gif" : "png";
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new IOException("this Java machine does not read " + format);
        }
        return readers.next();
    }

    /** The same picture within these bounds; never larger than it is. */
    Still within(int mostWidth, int mostHeight) {
        double scale = Math.min(mostWidth / (double) width, mostHeight / (double) height);
        if (scale >= 1) {
            return this;
        }
        int newWidth = Math.max(1, (int) Math.round(width * scale));
        int newHeight = Math.max(1, (int) Math.round(height * scale));
        int[] scaled = new int[newWidth * newHeight];
        double stepX = width / (double) newWidth;
        double stepY = height / (double) newHeight;
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                scaled[y * newWidth + x] = mean(x * stepX, y * stepY, (x + 1) * stepX, (y + 1) * stepY);
            }
        }
        return new Still(newWidth, newHeight, scaled);
    }

    /** The mean colour of an area, in which pixels count as much as they are covered and opaque. */
    private int mean(double left, double top, double right, double bottom) {
        double[] sums = new double[4];
        double area = 0;
        for (int y = (int) top; y < Math.min(height, bottom); y++) {
            double covered = Math.min(bottom, y + 1) - Math.max(top, y);
            for (int x = (int) left; x < Math.min(width, right); x++) {
                double share = covered * (Math.min(right, x + 1) - Math.max(left, x));
                int pixel = pixel(x, y);
                double weight = share * (pixel >>> ALPHA);
                area += share;
                sums[3] += weight;
                for (int i = 0; i < 3; i++) {
                    sums[i] += weight * ((pixel >>> (8 * i)) & 0xff);
                }
            }
        }
        int colour = (int) Math.min(OPAQUE, Math.round(sums[3] / area)) << ALPHA;
        for (int i = 0; i < 3 && sums[3] > 0; i++) {
            colour |= (int) Math.min(OPAQUE, Math.round(sums[i] / sums[3])) << (8 * i);
        }
        return colour;
    }

    /** The picture as a PNG file. */
    byte[] png() throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(file)) {
            ImageIO.write(image, "png", out);
        }
        return file.toByteArray();
    }
}
