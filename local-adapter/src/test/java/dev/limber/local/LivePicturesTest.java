package dev.limber.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.TextStyle;
import dev.limber.local.picture.Drawn;
import dev.limber.local.picture.PicturePainter;
import dev.limber.local.picture.Replies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A terminal is asked what it can show, answers as written in each test, and somebody types all the while. */
@Timeout(60)
class LivePicturesTest {
    private static final String KITTY = "\u001b_Gi=31;OK\u001b\\\u001b[?62;c";
    private static final String SIXEL = "\u001b[?62;4c";
    private static final Shown MESSAGE = new Shown(
            List.of(
                    new Shown.Line(TextStyle.TITLE, "Seal"),
                    new Shown.Picture(Block.Picture.of("seal.png", "00ff", "A seal"), "▣ A seal"),
                    new Shown.Line(TextStyle.BODY, "Lie down.")),
            List.of());

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private LineDisciplineTerminal terminal;
    private Optional<LiveScreen> asked = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        terminal = new LineDisciplineTerminal("test", "xterm-256color", shown, UTF_8);
        terminal.setSize(Size.of(80, 40));
    }

    @AfterEach
    void close() throws IOException {
        threads.shutdownNow();
        terminal.close();
    }

    /** @param heard comes from the terminal as soon as it has been asked */
    private void ask(String heard) throws IOException {
        GraphicsQuestion question = GraphicsQuestion.ask(terminal, Replies.QUESTION);
        assertThat(shown.toString(UTF_8)).isEqualTo(Replies.QUESTION);
        comes(heard);
        LiveScreen screen = new LiveScreen(
                terminal, false, new PicturePainter(_ -> Optional.of(Drawn.file(8, 8, "png", (x, y) -> 0xff336699))));
        screen.learn(question.await());
        asked = Optional.of(screen);
        assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ECHO)).isFalse();
        assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ICANON)).isTrue();
        shown.reset();
    }

    private void comes(String keys) throws IOException {
        terminal.processInputBytes(keys.getBytes(UTF_8));
    }

    private Future<Optional<String>> line() {
        Future<Optional<String>> line = threads.submit(asked.orElseThrow()::readLine);
        await().untilAsserted(() -> assertThat(shown.toString(UTF_8)).contains("> "));
        return line;
    }

    private String message() {
        shown.reset();
        asked.orElseThrow().show(MESSAGE);
        return shown.toString(UTF_8).replace("\r\n", "\n");
    }

    @Test
    void a_kitty_is_shown_the_picture_between_the_lines_instead_of_its_text() throws IOException {
        ask(KITTY);
        assertThat(message())
                .startsWith("Seal\n\u001b_Ga=T,f=100,c=1,q=2,m=0;")
                .endsWith("\u001b\\\nLie down.\n\n")
                .doesNotContain("A seal");
    }

    @Test
    void a_terminal_with_sixels_is_shown_sixels() throws IOException {
        ask(SIXEL);
        assertThat(message())
                .startsWith("Seal\n\u001bP0;1;0q\"1;1;8;8#0;2;")
                .endsWith("\u001b\\\nLie down.\n\n")
                .doesNotContain("A seal");
    }

    @Test
    void a_terminal_with_neither_is_shown_the_text() throws IOException {
        ask("\u001b[?1;2c");
        assertThat(message()).isEqualTo("Seal\n▣ A seal\nLie down.\n\n");
    }

    @Test
    void a_silent_terminal_is_not_waited_for_long_and_is_shown_the_text() throws IOException {
        long before = System.nanoTime();
        ask("");
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofMillis(250), Duration.ofSeconds(5));
        assertThat(message()).isEqualTo("Seal\n▣ A seal\nLie down.\n\n");
    }

    @Test
    void what_is_typed_around_the_answer_is_there_at_the_prompt()
            throws IOException, ExecutionException, InterruptedException {
        ask("he" + KITTY + "l");
        Future<Optional<String>> line = line();
        comes("lo\r");
        assertThat(line.get()).contains("hello");
    }

    @Test
    void a_line_typed_ahead_is_taken_as_one() throws IOException, ExecutionException, InterruptedException {
        ask("next\rpau" + SIXEL);
        assertThat(line().get()).contains("next");
        Future<Optional<String>> line = line();
        comes("se\r");
        assertThat(line.get()).contains("pause");
    }

    @Test
    void a_late_answer_leaves_no_trace_in_the_line_and_pictures_are_shown_from_then_on()
            throws IOException, ExecutionException, InterruptedException {
        ask("");
        Future<Optional<String>> line = line();
        comes("ne" + KITTY + "xt\r");
        assertThat(line.get()).contains("next");
        assertThat(message()).contains("\u001b_Ga=T");
    }

    @Test
    void an_answer_whose_second_half_is_late_is_heard() throws IOException, ExecutionException, InterruptedException {
        ask("ne\u001b[?62");
        Future<Optional<String>> line = line();
        comes(";4;6cxt\r");
        assertThat(line.get()).contains("next");
        assertThat(message()).contains("\u001bP0;1;0q");
    }

    @Test
    void what_only_begins_like_an_answer_breaks_nothing() throws IOException, ExecutionException, InterruptedException {
        ask("\u001b[?62;4z\u001b_Gü");
        Future<Optional<String>> line = line();
        comes("\u0015next\r");
        assertThat(line.get()).contains("next");
        assertThat(message()).contains("▣ A seal");
    }
}
