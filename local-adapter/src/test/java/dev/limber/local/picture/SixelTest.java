package dev.limber.local.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SixelTest {
    private static final int OPAQUE = 0xff000000;

    private static int farthest(Still one, Still other) {
        assertThat(other.width()).isEqualTo(one.width());
        assertThat(other.height()).isEqualTo(one.height());
        int farthest = 0;
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                for (int shift = 0; shift < 32; shift += 8) {
                    int part = (one.pixel(x, y) >>> shift) & 0xff;
                    farthest = Math.max(farthest, Math.abs(part - ((other.pixel(x, y) >>> shift) & 0xff)));
                }
            }
        }
        return farthest;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 5", "16, 6", "30, 13", "320, 240"})
    void a_picture_of_few_colours_comes_back_as_it_was_but_for_rounding(int width, int height) {
        int[] colours = {0xfff4ede0, 0xff000000, 0xffffffff, 0xff3d7a6a, 0xffe06030};
        Random random = new Random(width);
        Still still = Drawn.still(width, height, (x, y) -> colours[random.nextInt(colours.length)]);
        assertThat(farthest(still, Sixels.read(Sixel.of(still)))).isLessThanOrEqualTo(2);
    }

    @Test
    void nothing_is_painted_where_the_picture_is_transparent() {
        Still still = Drawn.still(20, 20, (x, y) -> x < y ? 0x20ff0000 : 0xffff0000);
        Still read = Sixels.read(Sixel.of(still));
        assertThat(farthest(Drawn.still(20, 20, (x, y) -> x < y ? 0 : 0xffff0000), read))
                .isZero();
        assertThat(Sixel.of(Drawn.still(3, 3, (x, y) -> 0))).isEqualTo("\u001bP0;1;0q\"1;1;3;3\u001b\\");
    }

    @Test
    void many_colours_become_64_that_are_near() {
        Still still = Drawn.still(200, 100, (x, y) -> OPAQUE | x << 16 | (2 * y) << 8 | 0x40);
        Still read = Sixels.read(Sixel.of(still));
        Set<Integer> colours = new HashSet<>();
        for (int i = 0; i < 200 * 100; i++) {
            colours.add(read.pixel(i % 200, i / 200));
        }
        assertThat(colours).hasSize(64);
        assertThat(farthest(still, read)).isLessThan(20);
    }

    @Test
    void a_small_spot_keeps_its_colour_beside_large_shaded_ones() {
        Still still = Drawn.still(
                320, 240, (x, y) -> x < 8 && y < 8 ? 0xffff0000 : OPAQUE | ((x + y) / 4) << 8 | (x + y) / 3);
        assertThat(farthest(still, Sixels.read(Sixel.of(still)))).isLessThan(20);
    }

    @Test
    void what_repeats_is_written_once() {
        Still still = Drawn.still(320, 240, (x, y) -> 0xff336699);
        assertThat(Sixel.of(still)).hasSizeLessThan(500).contains("!320~");
    }
}
