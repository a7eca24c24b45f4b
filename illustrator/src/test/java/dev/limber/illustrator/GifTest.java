package dev.limber.illustrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.illustrator.gif.Frame;
import dev.limber.illustrator.gif.Gif;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;

class GifTest {
    /** Noise fills the table of codes, and more than once. */
    @Test
    void what_is_written_is_what_others_read() throws IOException {
        BufferedImage first = noise(1, 200, 160);
        BufferedImage second = noise(2, 200, 160);

        ImageReader reader = read(Gif.encode(List.of(new Frame(first, 10), new Frame(second, 20)), 64));

        assertThat(reader.getNumImages(true)).isEqualTo(2);
        assertSame(reader.read(0), first);
        assertSame(reader.read(1), second);
    }

    @Test
    void a_frame_holds_only_what_changed() throws IOException {
        BufferedImage first = noise(1, 200, 160);
        BufferedImage second = noise(1, 200, 160);
        second.setRGB(50, 40, second.getRGB(50, 40) ^ 0xFFFFFF);
        byte[] one = Gif.encode(List.of(new Frame(first, 10)), 64);

        byte[] two = Gif.encode(List.of(new Frame(first, 10), new Frame(second, 10)), 64);

        assertThat(two.length - one.length).isLessThan(60);
    }

    @Test
    void frames_that_are_the_same_are_one_that_lasts_longer() throws IOException {
        BufferedImage image = noise(1, 20, 10);

        ImageReader reader = read(Gif.encode(List.of(new Frame(image, 10), new Frame(image, 10)), 64));

        assertThat(reader.getNumImages(true)).isEqualTo(1);
    }

    private static BufferedImage noise(long seed, int width, int height) {
        var random = new Random(seed);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(40) * 0x050403);
            }
        }
        return image;
    }

    private static ImageReader read(byte[] gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
        return reader;
    }

    private static void assertSame(BufferedImage read, BufferedImage written) {
        int seen = 0;
        for (int y = 0; y < written.getHeight(); y++) {
            for (int x = 0; x < written.getWidth(); x++) {
                // What did not change since the frame before is transparent.
                if (read.getRGB(x, y) >>> 24 != 0) {
                    assertThat(read.getRGB(x, y) & 0xFFFFFF).isEqualTo(written.getRGB(x, y) & 0xFFFFFF);
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(30_000);
    }
}
