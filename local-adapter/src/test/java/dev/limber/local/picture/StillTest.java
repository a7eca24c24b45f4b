package dev.limber.local.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StillTest {
    private static final int RED = 0xffff0000;
    private static final int BLUE = 0xff0000ff;

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif"})
    void files_are_read_and_written_as_png_with_the_same_pixels(String format) throws IOException {
        Still read = Still.read(Drawn.file(5, 3, format, (x, y) -> x == y ? RED : x > y ? BLUE : 0));
        Still again = Still.read(read.png());
        for (Still still : new Still[] {read, again}) {
            assertThat(still.width()).isEqualTo(5);
            assertThat(still.height()).isEqualTo(3);
            assertThat(still.pixel(1, 1)).isEqualTo(RED);
            assertThat(still.pixel(4, 0)).isEqualTo(BLUE);
            assertThat(still.pixel(0, 2) >>> 24).isZero();
        }
    }

    @Test
    void of_a_moving_picture_the_first_one_is_read() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int colour : new int[] {RED, BLUE}) {
                BufferedImage image = Drawn.image(4, 4, true);
                image.setRGB(2, 2, colour);
                writer.writeToSequence(new IIOImage(image, null, null), Drawn.inOrder(writer));
            }
            writer.endWriteSequence();
        }
        assertThat(Still.read(file.toByteArray()).pixel(2, 2)).isEqualTo(RED);
    }

    @ParameterizedTest
    @CsvSource({"100000, 100000", "2147483647, 2147483647", "2001, 2000", "-1, 5", "0, 0"})
    void a_file_that_says_it_is_far_too_large_is_not_read(int width, int height) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> Still.read(Drawn.bomb(width, height)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif"})
    void whatever_is_cut_or_changed_in_a_file_no_other_exception_comes_of_it(String format) {
        byte[] file = Drawn.file(8, 8, format, (x, y) -> 0xff000000 | x * 1000 + y);
        for (int i = 0; i < file.length; i++) {
            readOrRefuse(Arrays.copyOf(file, i));
            for (int changed : new int[] {0, 1, 0x7f, 0xff}) {
                byte[] other = file.clone();
                other[i] = (byte) changed;
                readOrRefuse(other);
            }
        }
    }

    private static void readOrRefuse(byte[] file) {
        try {
            assertThat(Still.read(file).width()).isPositive();
        } catch (IOException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }

    @Test
    void a_picture_is_made_smaller_in_proportion_and_never_larger() {
        Still still = Drawn.still(480, 360, (x, y) -> x < 240 ? RED : BLUE);
        Still small = still.within(320, 400);
        assertThat(small.width()).isEqualTo(320);
        assertThat(small.height()).isEqualTo(240);
        assertThat(small.pixel(0, 0)).isEqualTo(RED);
        assertThat(small.pixel(319, 239)).isEqualTo(BLUE);
        assertThat(still.within(1000, 1000)).isSameAs(still);
        assertThat(Drawn.still(1000, 2, (x, y) -> RED).within(10, 10).height()).isEqualTo(1);
    }

    @Test
    void colours_mix_by_area_and_what_is_transparent_lends_none() {
        assertThat(Drawn.still(2, 1, (x, y) -> x == 0 ? RED : BLUE).within(1, 1).pixel(0, 0))
                .isEqualTo(0xff800080);
        assertThat(Drawn.still(2, 1, (x, y) -> x == 0 ? RED : 0x000000ff)
                        .within(1, 1)
                        .pixel(0, 0))
                .isEqualTo(0x80ff0000);
        assertThat(Drawn.still(4, 4, (x, y) -> 0).within(2, 2).pixel(1, 1)).isZero();
    }
}
