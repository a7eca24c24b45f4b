package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What happens in a chat of several people, word for word: behind {@code ann> } stands what Ann types, who manages the chat,
 * behind {@code bob>> } which button of all Bob presses, behind {@code bob>>> } which of his own; {@code ~ } is time that
 * passes, {@code z } time that passes while Limber is down, and {@code x } says why nothing can be written there any more. All
 * else is what Limber says. After a change that is meant, run with {@code -Dtranscripts.write=true} and read what has become
 * of them.
 */
class GroupTranscriptTest {
    private static final Pattern DONE = Pattern.compile("([a-z]*)(>>>|>>|>|~|z|x) (.*)");
    private static final Path FOLDER = Path.of("src/test/resources/group-transcripts");

    static Stream<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void aChatReadsAsItIsWritten(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String replayed = replay(lines, Locale.of(file.getParent().getFileName().toString()));
        if (Boolean.getBoolean("transcripts.write")) {
            Files.writeString(file, replayed);
        }

        assertThat(replayed).isEqualTo(String.join("\n", lines) + "\n");
    }

    private static String replay(List<String> lines, Locale language) {
        var chat = new TestGroup(language);
        var transcript = new StringBuilder();
        for (String line : lines) {
            Matcher done = DONE.matcher(line);
            if (line.startsWith("#")) {
                transcript.append(line).append("\n");
            } else if (done.matches()) {
                transcript.append("\n").append(line).append("\n");
                play(chat, done.group(1), done.group(2), done.group(3))
                        .forEach(said -> transcript.append("\n").append(said).append("\n"));
            }
        }
        return transcript.toString();
    }

    private static List<TestGroup.Said> play(TestGroup chat, String who, String how, String what) {
        return switch (how) {
            case ">" -> chat.type(who, what);
            case ">>" -> chat.press(who, what);
            case ">>>" -> chat.pressOwn(who, what);
            case "~" -> chat.pass(Duration.parse("PT" + what));
            case "z" -> chat.sleepThrough(Duration.parse("PT" + what));
            case "x" -> chat.lose(what);
            default -> throw new IllegalArgumentException(how);
        };
    }
}
