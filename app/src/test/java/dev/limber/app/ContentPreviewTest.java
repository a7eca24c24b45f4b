package dev.limber.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.app.cli.Console;
import dev.limber.app.cli.ExitCode;
import dev.limber.app.config.Machine;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentPreviewTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void one_pose_file_is_drawn_alone() {
        assertThat(preview("seal-easier")).isEqualTo(ExitCode.FINE);

        assertThat(out.toString(UTF_8).lines().map(line -> Path.of(line).getFileName()))
                .extracting(Path::toString)
                .containsExactly(
                        "seal-easier.gif",
                        "seal-easier.png",
                        "seal-easier.gif",
                        "seal-easier.png",
                        "seal-easier-cameras.png");
        assertThat(out.toString(UTF_8).lines().map(Path::of))
                .allSatisfy(picture -> assertThat(picture).isNotEmptyFile());
    }

    @Test
    void what_is_neither_an_exercise_nor_a_pose_file_is_told_with_the_nearest_name() {
        assertThat(preview("seal-eazier")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString(UTF_8))
                .isEqualToIgnoringNewLines("There is no exercise and no pose file 'seal-eazier'"
                        + " (did you mean 'seal-easier'?)." + System.lineSeparator());
        assertThat(folder).isEmptyDirectory();
    }

    private int preview(String name) {
        var machine = new Machine(Map.of(), folder, folder, Optional.empty(), ZoneOffset.UTC);
        var console = new Console(
                machine,
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
        return ContentPreview.run(Optional.empty(), name, folder, console);
    }
}
