package dev.limber.app.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README shows is what the program says. */
class TranscriptTest {
    private static final Pattern TRANSCRIPT = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);
    private static final String TYPED = "> ";

    @TempDir
    Path folder;

    @Test
    void the_transcript_in_the_readme_is_what_the_program_says() throws Exception {
        String shown = transcript();
        String typed = shown.lines()
                .filter(line -> line.startsWith(TYPED))
                .map(line -> line.substring(TYPED.length()) + "\n")
                .collect(Collectors.joining());
        String expected = shown.lines()
                .filter(line -> !line.startsWith(TYPED))
                .map(line -> line + "\n")
                .collect(Collectors.joining());

        Shell.Outcome outcome = new Shell(folder)
                .with("LIMBER_HOME", folder.resolve("data").toString())
                .type(
                        typed,
                        Path.of(System.getProperty("java.home"), "bin/java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.limber.app.LimberMain",
                        "chat");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo(expected);
        assertThat(outcome.exit()).isZero();
    }

    private static String transcript() throws IOException {
        Matcher block = TRANSCRIPT.matcher(Files.readString(Shell.project().resolve("README.md")));
        assertThat(block.find()).as("README shows a transcript").isTrue();
        return block.group(1);
    }
}
