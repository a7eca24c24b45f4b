package dev.limber.content;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What happens in a chat of several people, word for word: behind {@code ann> } stands what Ann types, who manages the chat,
 * behind {@code bob>> } which button of all Bob presses, behind {@code bob>>> } which of his own; {@code ~ } is time that
 * passes, {@code z } time that passes while Limber is down, and {@code x } says why nothing can be written there any more.
 */
class GroupTranscriptTest {
    private static final Pattern DONE = Pattern.compile("([a-z]*)(>>>|>>|>|~|z|x) (.*)");
    private static final Path FOLDER = Path.of("src/test/resources/group-transcripts");

    static Stream<Path> transcripts() throws IOException {
        return Transcripts.in(FOLDER);
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void aChatReadsAsItIsWritten(Path file) throws IOException {
        var chat = new TestGroup(Transcripts.language(file));
        Transcripts.check(
                file,
                line -> DONE.matcher(line).matches(),
                line -> play(chat, line).stream().map(TestGroup.Said::toString).toList());
    }

    private static List<TestGroup.Said> play(TestGroup chat, String line) {
        Matcher done = DONE.matcher(line);
        if (!done.matches()) {
            throw new IllegalArgumentException(line);
        }
        return play(chat, done.group(1), done.group(2), done.group(3));
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
