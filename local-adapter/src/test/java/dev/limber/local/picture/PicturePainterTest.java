package dev.limber.local.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Block;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PicturePainterTest {
    private static final Block.Picture PICTURE = Block.Picture.of("pictures/seal.gif", "00ff", "A seal");
    private static final Logger LOG = Logger.getLogger(PicturePainter.class.getName());

    private final List<String> warnings = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            warnings.add(entry.getMessage());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
        LOG.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        LOG.removeHandler(handler);
        LOG.setUseParentHandlers(true);
    }

    private static Optional<String> paint(byte[] file, Graphics how, int columns, int rows) {
        return new PicturePainter(_ -> Optional.of(file)).paint(PICTURE, how, columns, rows);
    }

    @Test
    void a_terminal_without_graphics_is_given_none_and_none_is_looked_for() {
        var painter = new PicturePainter(picture -> {
            throw new AssertionError(picture.path());
        });
        assertThat(painter.paint(PICTURE, Graphics.NONE, 80, 24)).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SIXEL", "KITTY"})
    void what_is_missing_or_broken_is_warned_of_and_not_shown(Graphics how) {
        assertThat(new PicturePainter(_ -> Optional.empty()).paint(PICTURE, how, 80, 24))
                .isEmpty();
        assertThat(paint("no picture".getBytes(StandardCharsets.UTF_8), how, 80, 24))
                .isEmpty();
        assertThat(paint(new byte[0], how, 80, 24)).isEmpty();
        assertThat(paint(Drawn.bomb(100_000, 100_000), how, 80, 24)).isEmpty();
        assertThat(warnings).hasSize(4).allMatch(warning -> warning.contains("pictures/seal.gif"));
        assertThat(warnings.getLast()).contains("too many");
    }

    /** Cells are taken to be twice as high as wide. */
    @ParameterizedTest
    @CsvSource({"80, 40, 40", "200, 100, 40", "31, 40, 30", "80, 24, 32", "1, 40, 1", "80, 1, 3"})
    void pictures_take_at_most_40_columns_and_half_of_the_rows(int columns, int rows, int taken) {
        byte[] file = Drawn.file(480, 360, "gif", (x, y) -> 0xff336699);
        assertThat(paint(file, Graphics.KITTY, columns, rows).orElseThrow()).contains(",c=" + taken + ",");
        Still sixels = Sixels.read(paint(file, Graphics.SIXEL, columns, rows).orElseThrow());
        assertThat(Math.ceilDiv(sixels.width(), 8)).isEqualTo(taken);
        assertThat(sixels.height()).isLessThanOrEqualTo(Math.max(1, rows / 2) * 16);
    }

    @Test
    void a_small_picture_stays_small() {
        byte[] file = Drawn.file(16, 16, "png", (x, y) -> 0xff336699);
        assertThat(paint(file, Graphics.KITTY, 80, 24).orElseThrow()).contains(",c=2,");
        assertThat(Sixels.read(paint(file, Graphics.SIXEL, 80, 24).orElseThrow())
                        .width())
                .isEqualTo(16);
    }
}
