package dev.limber.content;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.session.UserState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole conversations, word for word: what a person does stands behind {@code > } (typed), {@code >> } (a button),
 * {@code ~ } (time passes) or {@code z } (time passes while Limber is down), and behind {@code !> } the button that
 * somebody else presses; {@code @ group} and {@code @ private} say where they are; at {@code x } the platform says why
 * it cannot be written to them any more.
 */
class TranscriptTest {
    private static final Pattern DONE = Pattern.compile("(>|>>|!>|@|~|z|x)( |$)");
    private static final Path FOLDER = Path.of("src/test/resources/transcripts");

    static Stream<Path> transcripts() throws IOException {
        return Transcripts.in(FOLDER);
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void aConversationReadsAsItIsWritten(Path file) throws IOException {
        var chat = new TestChat(BuiltIn.content(), Transcripts.language(file));
        Transcripts.check(
                file,
                line -> DONE.matcher(line).lookingAt(),
                line -> play(chat, line).stream().map(TestChat::shown).toList());
    }

    private static List<OutgoingMessage> play(TestChat chat, String line) {
        String[] parts = line.split(" ", 2);
        String what = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case ">" -> chat.type(what);
            case ">>" -> chat.press(what);
            case "!>" -> chat.letAnotherPress(what, UserState.initial());
            case "@" -> {
                chat.go(what.equals("group"));
                yield List.of();
            }
            case "x" -> chat.receive(new Body.UserUnreachable(what));
            case "~" -> chat.pass(Duration.parse("PT" + what));
            case "z" -> chat.sleepThrough(Duration.parse("PT" + what));
            default -> throw new IllegalArgumentException(line);
        };
    }
}
