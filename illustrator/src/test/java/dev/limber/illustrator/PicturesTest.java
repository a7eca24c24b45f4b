package dev.limber.illustrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.illustrator.body.Physique;
import dev.limber.illustrator.drawing.Film;
import dev.limber.illustrator.drawing.Scene;
import dev.limber.illustrator.gif.Frame;
import dev.limber.illustrator.gif.Gif;
import dev.limber.illustrator.pose.PoseFile;
import dev.limber.illustrator.solid.Canvas;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PicturesTest {
    private static final String LARGEST = "lying-leg-over-twist-easier";

    /** Drawn once for all that is asked of a whole film. */
    private static final Film FILM = largest();

    private static final byte[] GIF = gif(FILM);

    static Stream<PoseFile> poses() {
        return BuiltInPoses.all();
    }

    private static Film largest() {
        return new Film(BuiltInPoses.get(LARGEST), Physique.KIM);
    }

    private static byte[] gif(Film film) {
        return Gif.encode(film.frames(true), PictureCache.COLOURS);
    }

    @Test
    void the_first_frame_is_the_still_so_that_it_reads_alone() throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(GIF)));

        assertThat(differing(reader.read(0), FILM.still(true), 40)).isLessThan(0.001);
    }

    @Test
    void a_loop_lasts_about_three_seconds() {
        int hundredths = FILM.frames(true).stream().mapToInt(Frame::hundredths).sum();

        assertThat(hundredths).isBetween(250, 350);
    }

    @Test
    void the_largest_are_small_enough_and_the_same_each_time_wherever_they_are_drawn() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.of("ar", "EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(gif(largest())).isEqualTo(GIF);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(GIF.length).isLessThan(130 * 1024);
    }

    @Test
    @Tag("long")
    void all_are_small_enough() {
        poses().forEach(file -> Physique.ALL.forEach(physique -> {
            var film = new Film(file, physique);
            assertThat(Gif.encode(film.frames(false), PictureCache.COLOURS).length)
                    .as(file.id())
                    .isLessThan(130 * 1024);
        }));
    }

    @Test
    void the_other_side_is_the_mirror_image_but_for_the_letters() {
        var scene = Scene.coarse(BuiltInPoses.get("hamstring-stretch").movement(), Physique.KIM);
        BufferedImage bare = scene.bare(1);
        BufferedImage left = scene.finished(bare, 1, true, true, false);
        BufferedImage right = scene.finished(bare, 1, true, true, true);
        var mirrored = new BufferedImage(Scene.WIDTH, Scene.HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < Scene.HEIGHT; y++) {
            for (int x = 0; x < Scene.WIDTH; x++) {
                mirrored.setRGB(Scene.WIDTH - 1 - x, y, left.getRGB(x, y));
            }
        }

        double different = differing(mirrored, right, 60);

        assertThat(different).isBetween(0.00005, 0.004);
    }

    @ParameterizedTest
    @CsvSource({"childs-pose-side-reach, true", "towel-roll-overhead-reach, true", "lying-leg-over-twist-easier, false"
    })
    void a_dashed_line_shows_the_start_only_where_it_can_be_told_for_a_limb(String pose, boolean shown) {
        var scene = Scene.coarse(BuiltInPoses.get(pose).movement(), Physique.NOA);
        var bare = new BufferedImage(Scene.WIDTH, Scene.HEIGHT, BufferedImage.TYPE_INT_RGB);

        double dashed = differing(
                scene.finished(bare, 1, false, true, false), scene.finished(bare, 1, false, false, false), 40);

        assertThat(dashed > 0).isEqualTo(shown);
    }

    @ParameterizedTest
    @MethodSource("poses")
    void the_move_can_be_seen_and_where_it_is_felt(PoseFile file) {
        if (file.isStrip()) {
            return;
        }
        var scene = Scene.coarse(file.movement(), Physique.KIM);

        Canvas start = scene.canvas(0);
        Canvas end = scene.canvas(1);

        assertThat(differing(start.image(1), end.image(1), 40)).isGreaterThan(0.015);
        assertThat(end.glowing(2)).isGreaterThan(150);
        assertThat(start.glowing(1)).isZero();
    }

    /** The share of pixels that differ by more than that in any channel. */
    static double differing(BufferedImage one, BufferedImage other, int by) {
        int[] these = pixels(one);
        int[] others = pixels(other);
        int count = 0;
        for (int i = 0; i < these.length; i++) {
            int most = Math.max(
                    Math.abs((these[i] & 255) - (others[i] & 255)),
                    Math.max(
                            Math.abs(((these[i] >> 8) & 255) - ((others[i] >> 8) & 255)),
                            Math.abs(((these[i] >> 16) & 255) - ((others[i] >> 16) & 255))));
            count += most > by ? 1 : 0;
        }
        return count / (double) these.length;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
