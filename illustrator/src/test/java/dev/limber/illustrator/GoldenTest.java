package dev.limber.illustrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.illustrator.body.Physique;
import dev.limber.illustrator.drawing.Film;
import dev.limber.illustrator.gif.Png;
import dev.limber.illustrator.pose.PoseFile;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every still looks as it did when somebody looked at it last. After a change that is meant to be seen: look at the
 * pictures, then write them anew with {@code mvn test -pl illustrator -Dtest=GoldenTest -Dgolden=write}.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final int WIDTH = 240;
    private static final int HEIGHT = 180;

    static Stream<PoseFile> poses() {
        return BuiltInPoses.all();
    }

    @ParameterizedTest
    @MethodSource("poses")
    void a_still_looks_as_it_did(PoseFile file) throws IOException {
        Path golden = GOLDEN.resolve(file.id() + ".png");
        byte[] now = Png.encode(half(new Film(file, Physique.KIM).still(false)), 64);
        if (System.getProperty("golden", "").equals("write")) {
            Files.write(golden, now);
        }

        assertThat(golden).exists();
        double different =
                PicturesTest.differing(ImageIO.read(golden.toFile()), ImageIO.read(new ByteArrayInputStream(now)), 24);
        assertThat(different).as("share of pixels that changed").isLessThan(0.001);
    }

    private static BufferedImage half(BufferedImage whole) {
        var half = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = half.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(whole, 0, 0, WIDTH, HEIGHT, null);
        graphics.dispose();
        return half;
    }
}
