package dev.limber.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Body.ButtonPressed;
import dev.limber.core.chat.Body.CommandCalled;
import dev.limber.core.chat.Body.TextWritten;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.chat.UserId;
import dev.limber.local.picture.PicturePainter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jline.terminal.Size;
import org.jline.utils.ScreenTerminal;
import org.jline.utils.ScreenTerminal.VirtualTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody sits at a terminal, which is a virtual one: keys go in, and what its screen shows is read. */
@Timeout(60)
class LiveChatTest {
    private static final UserId ANNA = new UserId(TerminalChat.PLATFORM, "anna");
    private static final Address HERE = new Address(TerminalChat.PLATFORM, "local", "anna", Optional.empty());
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String UP = "\u001bOA";

    @TempDir
    private Path temp;

    private final ScriptedCoach coach = new ScriptedCoach(body -> switch (body) {
        case CommandCalled(String name, String argument)
        when name.equals("start") -> List.of(Say.asking("Welcome back.", "Stretch", "Help"));
        default -> List.of(Say.text("heard " + body));
    });
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<VirtualTerminal> open = Optional.empty();
    private Optional<LiveScreen> screen = Optional.empty();
    private Optional<Future<Ending>> running = Optional.empty();

    private void chat(int columns, boolean coloured) throws IOException {
        chat(ScreenTerminal.withTerminal("test", "xterm-256color", columns, 40), coloured);
    }

    private void chat(VirtualTerminal virtual, boolean coloured) throws IOException {
        open = Optional.of(virtual);
        LiveScreen live = new LiveScreen(virtual.terminal(), coloured, new PicturePainter(picture -> Optional.empty()));
        screen = Optional.of(live);
        TerminalChat chat =
                new TerminalChat(ANNA, Optional.of(Locale.ENGLISH), temp, InstantSource.system(), () -> coach, live);
        coach.connect(chat);
        chat.publish(List.of(new CommandSpec(
                "stretch",
                Map.of(),
                Map.of(Locale.ENGLISH, "Start a routine"),
                Optional.of(new CommandSpec.Argument(Map.of(), Map.of())),
                true)));
        running = Optional.of(threads.submit(() -> {
            try (live) {
                return chat.run();
            }
        }));
        untilShown("\n>\n");
    }

    private Ending ending() throws ExecutionException, InterruptedException {
        return running.orElseThrow().get();
    }

    @AfterEach
    void closeAll() throws IOException {
        if (open.isPresent()) {
            open.get().terminal().close();
        }
        threads.shutdownNow();
        coach.close();
    }

    private void type(String keys) throws IOException {
        open.orElseThrow().terminal().processInputBytes(keys.getBytes(UTF_8));
    }

    /** The rows that show something, without the blanks at their ends. */
    private String shown() {
        return open.orElseThrow()
                .screen()
                .toString()
                .lines()
                .map(String::stripTrailing)
                .reduce("", (all, row) -> {
                    return all + row + "\n";
                });
    }

    private void untilShown(String text) {
        await().untilAsserted(() -> assertThat(shown()).contains(text));
    }

    @Test
    void the_chat_opens_with_the_coachs_greeting_above_the_prompt() throws IOException {
        chat(80, true);
        assertThat(shown()).startsWith("Welcome back.\n[1] Stretch  [2] Help\n\n>");
        assertThat(coach.heardBodies()).containsExactly(new CommandCalled("start", ""));
    }

    @Test
    void a_typed_line_is_answered_and_a_number_presses() throws IOException {
        chat(80, true);
        type("my back is stiff\r");
        untilShown("heard TextWritten[text=my back is stiff]");
        type("2\r");
        untilShown("> 2\nheard ButtonPressed");
        assertThat(coach.heardBodies())
                .endsWith(
                        new TextWritten("my back is stiff"),
                        new ButtonPressed("help", new MessageRef(HERE, "1"), Optional.empty(), false));
    }

    @Test
    void a_cue_appears_above_what_is_being_typed() throws IOException {
        chat(80, true);
        type("ne");
        untilShown("> ne");
        coach.cue(HERE, Say.text("Half-way.")).join();
        untilShown("Half-way.\n\n> ne\n");
        type("xt\r");
        untilShown("heard TextWritten[text=next]");
    }

    @Test
    void cues_that_come_while_nobody_types_leave_one_prompt_at_the_bottom() throws IOException {
        chat(80, false);
        for (int i = 1; i <= 5; i++) {
            coach.cue(HERE, Say.text("Cue " + i)).join();
        }
        untilShown("Cue 4\n\nCue 5\n\n>\n");
        assertThat(shown().chars().filter(c -> c == '>').count()).isEqualTo(1);
    }

    @Test
    void ctrl_d_leaves() throws IOException, ExecutionException, InterruptedException {
        chat(80, true);
        type(CTRL_D);
        assertThat(ending()).isEqualTo(new Ending.InputEnded());
    }

    @Test
    void ctrl_c_clears_a_begun_line_and_leaves_at_an_empty_one()
            throws IOException, ExecutionException, InterruptedException {
        chat(80, true);
        type("it hur");
        untilShown("> it hur");
        type(CTRL_C);
        untilShown("> it hur\n>\n");
        type("fine\r");
        untilShown("heard TextWritten[text=fine]");
        assertThat(running.orElseThrow().isDone()).isFalse();
        type(CTRL_C);
        assertThat(ending()).isEqualTo(new Ending.InputEnded());
        assertThat(coach.heardBodies()).endsWith(new CommandCalled("start", ""), new TextWritten("fine"));
    }

    @Test
    void a_terminal_that_goes_away_ends_the_chat() throws IOException, ExecutionException, InterruptedException {
        chat(80, true);
        open.orElseThrow().terminal().close();
        assertThat(ending()).isEqualTo(new Ending.GaveUp("The input cannot be read: the terminal is gone"));
    }

    @Test
    void a_screen_that_is_closed_while_somebody_types_ends_the_chat_and_leaves_late_answers_owed()
            throws IOException, ExecutionException, InterruptedException {
        chat(80, true);
        type("nex");
        untilShown("> nex");
        screen.orElseThrow().close();
        assertThat(ending()).isEqualTo(new Ending.InputEnded());
        assertThat(coach.cue(HERE, Say.text("too late")).join()).isInstanceOf(Delivery.RetryAfter.class);
    }

    @Test
    void tab_completes_commands_and_what_follows_them() throws IOException {
        chat(80, true);
        type("/str\t");
        untilShown("> /stretch");
        type("lowr\t");
        untilShown("Lower back");
        assertThat(coach.askedToSuggest).contains("stretch:lowr");
        type("\t\r");
        untilShown("> /stretch lower back");
        type("\r");
        untilShown("heard CommandCalled[name=stretch, argument=lower back]");
    }

    @Test
    void the_last_line_can_be_recalled_and_exclamation_marks_mean_nothing() throws IOException {
        chat(80, true);
        type("it hurts!! 'a \\ \"b\r");
        untilShown("heard TextWritten[text=it hurts!! 'a \\ \"b]");
        type(UP);
        untilShown("\n> it hurts!! 'a \\ \"b\n\n");
        type("\r");
        await().until(() -> coach.heard.size() == 3);
        assertThat(coach.heardBodies().get(2)).isEqualTo(coach.heardBodies().get(1));
    }

    @Test
    void a_narrow_screen_wraps_at_blanks_and_a_wide_one_does_not() throws IOException {
        String words = "Lie down on your back, breathe out slowly 👋 and 腰を伸ばす gently now.";
        chat(40, true);
        coach.cue(HERE, Say.text(words)).join();
        untilShown("Lie down on your back, breathe out\nslowly 👋 and 腰を伸ばす gently now.\n\n>");
        closeTerminal();

        chat(120, true);
        coach.cue(HERE, Say.text(words)).join();
        untilShown(words + "\n\n>");
    }

    private void closeTerminal() throws IOException {
        open.orElseThrow().terminal().close();
    }

    @Test
    void a_terminal_that_does_not_know_its_size_is_taken_for_a_usual_one() throws IOException {
        VirtualTerminal virtual = ScreenTerminal.withTerminal("test", "xterm-256color", 80, 40);
        virtual.terminal().setSize(Size.of(0, 0));
        chat(virtual, true);
        type("next\r");
        untilShown("> next\nheard TextWritten[text=next]\n\n>\n");
    }

    @Test
    void rows_of_buttons_wrap_between_buttons() throws IOException {
        chat(40, true);
        coach.cue(HERE, Say.asking("Now?", "Next exercise", "Back one step", "Pause for a while"))
                .join();
        untilShown("Now?\n[1] Next exercise  [2] Back one step\n[3] Pause for a while\n\n>");
    }

    @Test
    void hostile_text_moves_no_cursor_and_clears_no_screen() throws IOException {
        chat(80, true);
        OutgoingMessage hostile = Say.blocks(
                Block.Text.of(TextStyle.TITLE, "\u001b[2J\u001b[HTitle\u001b]0;owned\u0007"),
                Block.Text.of(TextStyle.BODY, "a\b\b\b\u202eb\u009b2Jc"));
        coach.cue(HERE, hostile).join();
        untilShown("Welcome back.\n[1] Stretch  [2] Help\n\nTitle\nabc\n\n>");
    }

    @Test
    void a_line_that_cannot_be_stored_is_complained_about_and_the_chat_goes_on() throws IOException {
        chat(80, true);
        coach.failing(message -> Optional.of(new IllegalStateException("The disk is full.")));
        type("next\r");
        untilShown("That line was not kept, nothing of it happened: The disk is full.\n\n>");
        coach.failing(message -> Optional.empty());
        type("next\r");
        untilShown("heard TextWritten[text=next]\n\n>");
    }

    @Test
    void an_answer_that_is_late_appears_above_the_prompt() throws IOException {
        chat(80, true);
        coach.deliveringNothing();
        type("next\r");
        untilShown("> next\n>\n");
        coach.cue(HERE, Say.text("Step 2")).join();
        untilShown("> next\nStep 2\n\n>\n");
    }
}
