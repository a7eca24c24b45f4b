package dev.limber.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.Body.ButtonPressed;
import dev.limber.core.chat.Body.CommandCalled;
import dev.limber.core.chat.Body.TextWritten;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.MomentStyle;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Piece;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.chat.UserId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script drives the chat through standard input. */
class PlainChatTest {
    private static final UserId ANNA = new UserId(TerminalChat.PLATFORM, "anna");
    private static final Address HERE = new Address(TerminalChat.PLATFORM, "local", "anna", Optional.empty());
    private static final Instant NOW = Instant.parse("2026-11-20T13:30:00Z");

    @TempDir
    private Path temp;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    private TerminalChat chat(ScriptedCoach coach, String input, Duration patience) {
        return chat(coach, input, patience, out);
    }

    private TerminalChat chat(ScriptedCoach coach, String input, Duration patience, OutputStream output) {
        Screen screen = new PlainScreen(new ByteArrayInputStream(input.getBytes(UTF_8)), output, complaints, false);
        TerminalChat chat = new TerminalChat(
                ANNA,
                Optional.of(Locale.GERMAN),
                temp.resolve("documents"),
                InstantSource.fixed(NOW),
                () -> coach,
                screen,
                patience);
        coach.connect(chat);
        return chat;
    }

    private String talk(ScriptedCoach coach, String input) throws InterruptedException {
        assertThat(chat(coach, input, Duration.ofSeconds(20)).run()).isEqualTo(new Ending.InputEnded());
        return out.toString(UTF_8);
    }

    private static ScriptedCoach saying(OutgoingMessage... answers) {
        return new ScriptedCoach(body -> List.of(answers));
    }

    private static ScriptedCoach echo() {
        return new ScriptedCoach(body -> List.of(Say.text("heard " + body), Say.asking("Go on?", "Yes", "No")));
    }

    @Test
    void a_script_is_answered_line_by_line() throws InterruptedException {
        try (ScriptedCoach coach = new ScriptedCoach(body -> switch (body) {
            case CommandCalled command -> List.of(Say.asking("Step 1", "Next", "Back"));
            case ButtonPressed pressed -> List.of(Say.text("You pressed " + pressed.data()), Say.text("Step 2"));
            default -> List.of(Say.text("Sorry?"));
        })) {
            assertThat(talk(coach, "/stretch desk break\n1\nwhat\n")).isEqualTo("""
                    Step 1
                    [1] Next  [2] Back

                    You pressed next

                    Step 2

                    Sorry?
                    """);
            assertThat(coach.heardBodies())
                    .containsExactly(
                            new CommandCalled("stretch", "desk break"),
                            new ButtonPressed("next", new MessageRef(HERE, "1"), true),
                            new TextWritten("what"));
        }
    }

    @Test
    void each_line_is_wholly_answered_before_the_next_is_read_even_where_the_receipt_comes_last()
            throws InterruptedException {
        try (ScriptedCoach coach = echo().withReceiptLast()) {
            Deque<String> order = new ArrayDeque<>();
            coach.failing(message -> {
                order.add(out.toString(UTF_8));
                return Optional.empty();
            });
            talk(coach, "a\nb\nc");
            assertThat(order).hasSize(3);
            assertThat(order.removeFirst()).isEmpty();
            assertThat(order.removeFirst())
                    .endsWith("Go on?\n[1] Yes  [2] No\n")
                    .contains("text=a");
            assertThat(order.removeFirst())
                    .endsWith("Go on?\n[1] Yes  [2] No\n")
                    .contains("text=b");
        }
    }

    @Test
    void nothing_is_said_before_the_script_speaks_and_empty_lines_say_nothing() throws InterruptedException {
        try (ScriptedCoach coach = echo()) {
            assertThat(talk(coach, "\n  \r\n")).isEmpty();
            assertThat(coach.heard).isEmpty();
        }
    }

    @Test
    void a_last_line_without_an_end_is_answered_too() throws InterruptedException {
        try (ScriptedCoach coach = saying(Say.text("ok"))) {
            assertThat(talk(coach, "a\r\nb")).isEqualTo("ok\n\nok\n");
            assertThat(coach.heardBodies()).containsExactly(new TextWritten("a"), new TextWritten("b"));
        }
    }

    @Test
    void every_line_is_an_event_of_its_own_in_a_private_chat() throws InterruptedException {
        try (ScriptedCoach coach = echo()) {
            talk(coach, "a\na\n");
            assertThat(coach.heard).allSatisfy(message -> {
                assertThat(message.user()).isEqualTo(ANNA);
                assertThat(message.address()).isEqualTo(HERE);
                assertThat(message.privateChat()).isTrue();
                assertThat(message.languageHint()).contains(Locale.GERMAN);
                assertThat(message.replyHandle()).isEmpty();
            });
            assertThat(coach.heard.stream().map(IncomingMessage::updateId)).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_number_without_its_button_goes_as_text() throws InterruptedException {
        try (ScriptedCoach coach = echo()) {
            talk(coach, "2\n2\n3\n");
            assertThat(coach.heardBodies())
                    .containsExactly(
                            new TextWritten("2"),
                            new ButtonPressed("no", new MessageRef(HERE, "2"), true),
                            new TextWritten("3"));
        }
    }

    @Test
    void a_message_is_shown_without_markup_colours_or_wrapping() throws InterruptedException {
        String longLine = "word ".repeat(60).strip();
        OutgoingMessage message = new OutgoingMessage(
                new Audience.OnlyPerson(ANNA),
                List.of(
                        Block.Text.of(TextStyle.TITLE, "Knees to chest"),
                        Block.Text.of(TextStyle.BODY, longLine),
                        new Block.Text(
                                TextStyle.QUIET,
                                List.of(
                                        new Piece.Words("Until "),
                                        new Piece.Moment(NOW, MomentStyle.TIME, ZoneId.of("Europe/Berlin")),
                                        new Piece.Words(", "),
                                        new Piece.Moment(
                                                NOW.plusSeconds(30),
                                                MomentStyle.RELATIVE,
                                                ZoneId.of("Europe/Berlin")))),
                        new Block.Picture("pictures/knees.png", "00ff", "Lying on the back")),
                List.of(List.of(Say.button("Next")), List.of(Say.button("Stop"))),
                Optional.empty());
        try (ScriptedCoach coach = saying(message)) {
            assertThat(talk(coach, "go")).isEqualTo("""
                    Knees to chest
                    %s
                    Until 14:30, in 30 s
                    ▣ Lying on the back
                    [1] Next  [2] Stop
                    """.formatted(longLine));
        }
    }

    @Test
    void hostile_text_reaches_the_screen_as_harmless_text() throws InterruptedException {
        OutgoingMessage message = new OutgoingMessage(
                new Audience.Everyone(),
                List.of(
                        Block.Text.of(TextStyle.BODY, "\u001b]0;owned\u0007hello\u001b[2J \u202eevil"),
                        new Block.Picture("p", "0", "a\u001b[31m\npicture")),
                List.of(List.of(Say.button("Ne\u001b[8mxt\r\n\u0007"))),
                Optional.empty());
        try (ScriptedCoach coach = saying(message)) {
            assertThat(talk(coach, "go")).isEqualTo("hello evil\n▣ a picture\n[1] Next\n");
        }
    }

    @Test
    void a_document_is_put_into_the_folder_and_its_path_is_said() throws InterruptedException, IOException {
        try (ScriptedCoach coach = saying(Say.blocks(
                Block.Text.of(TextStyle.BODY, "Here you are."),
                new Block.Document("../limber data.json", "application/json", "{}")))) {
            Path written = temp.resolve("documents/limber-data.json");
            assertThat(talk(coach, "/mydata")).isEqualTo("Here you are.\n→ " + written + "\n");
            assertThat(Files.readString(written)).isEqualTo("{}");
        }
    }

    @Test
    void a_document_that_cannot_be_written_is_complained_about() throws InterruptedException, IOException {
        Files.writeString(temp.resolve("documents"), "in the way");
        try (ScriptedCoach coach = saying(Say.blocks(new Block.Document("data.json", "application/json", "{}")))) {
            assertThat(talk(coach, "/mydata")).isEmpty();
            assertThat(complaints.toString(UTF_8)).startsWith("The document cannot be written: ");
            await().until(() -> coach.outcomes.size() == 1);
            assertThat(coach.outcomes).singleElement().isInstanceOf(Delivery.Failed.class);
        }
    }

    @Test
    void a_message_that_replaces_another_is_posted_anew() throws InterruptedException {
        OutgoingMessage replacing = new OutgoingMessage(
                new Audience.Everyone(),
                List.of(Block.Text.of(TextStyle.BODY, "Step 2")),
                List.of(),
                Optional.of(new MessageRef(HERE, "1")));
        try (ScriptedCoach coach = saying(Say.text("Step 1"), replacing)) {
            assertThat(talk(coach, "go")).isEqualTo("Step 1\n\nStep 2\n");
            await().until(() -> coach.outcomes.size() == 2);
            assertThat(coach.outcomes)
                    .containsExactly(
                            new Delivery.Delivered(new MessageRef(HERE, "1")),
                            new Delivery.Delivered(new MessageRef(HERE, "2")));
        }
    }

    @Test
    void an_answer_that_never_comes_ends_the_chat_loudly() throws InterruptedException {
        try (ScriptedCoach coach = echo().deliveringNothing()) {
            assertThat(chat(coach, "a\nb\n", Duration.ofMillis(50)).run()).isInstanceOf(Ending.GaveUp.class);
            assertThat(coach.heardBodies()).containsExactly(new TextWritten("a"));
        }
    }

    @Test
    void a_line_that_cannot_be_stored_is_offered_once_more_under_the_same_id() throws InterruptedException {
        try (ScriptedCoach coach = saying(Say.text("ok"))) {
            coach.failing(message ->
                    coach.heard.size() == 1 ? Optional.of(new IllegalStateException("busy")) : Optional.empty());
            assertThat(talk(coach, "a")).isEqualTo("ok\n");
            assertThat(coach.heard).hasSize(2);
            assertThat(coach.heard.get(0)).isEqualTo(coach.heard.get(1));
        }
    }

    @Test
    void a_line_that_still_cannot_be_stored_ends_the_chat_with_the_reason() throws InterruptedException {
        try (ScriptedCoach coach =
                echo().failing(message -> Optional.of(new IllegalStateException("The disk is full.")))) {
            assertThat(chat(coach, "a\nb\n", Duration.ofSeconds(20)).run())
                    .isEqualTo(new Ending.GaveUp("That line was not kept, nothing of it happened: The disk is full."));
            assertThat(coach.heardBodies()).containsOnly(new TextWritten("a"));
        }
    }

    @Test
    void an_output_that_nobody_reads_any_more_ends_the_chat_and_leaves_the_answer_owed() throws InterruptedException {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        try (ScriptedCoach coach = echo()) {
            assertThat(chat(coach, "a\nb\n", Duration.ofSeconds(20), closed).run())
                    .isInstanceOf(Ending.GaveUp.class)
                    .asString()
                    .contains("Broken pipe");
            assertThat(coach.heardBodies()).containsExactly(new TextWritten("a"));
            await().until(() -> coach.outcomes.size() == 2);
            assertThat(coach.outcomes).isNotEmpty().allMatch(Delivery.RetryAfter.class::isInstance);
        }
    }

    @Test
    void what_is_another_persons_waits_for_them_and_is_not_shown() {
        try (ScriptedCoach coach = echo()) {
            TerminalChat chat = chat(coach, "", Duration.ofSeconds(20));
            Address bert = new Address(TerminalChat.PLATFORM, "local", "bert", Optional.empty());
            Envelope forBert = new Envelope(new DeliveryId(1), bert, Optional.empty(), Say.text("Hello Bert"));

            assertThat(chat.deliver(forBert)).isInstanceOf(Delivery.RetryAfter.class);
            assertThat(out.toString(UTF_8)).isEmpty();
        }
    }

    @Test
    void what_is_for_another_persons_eyes_is_refused() {
        try (ScriptedCoach coach = echo()) {
            TerminalChat chat = chat(coach, "", Duration.ofSeconds(20));
            OutgoingMessage secret = new OutgoingMessage(
                    new Audience.OnlyPerson(new UserId(TerminalChat.PLATFORM, "bert")),
                    List.of(Block.Text.of(TextStyle.BODY, "secret")),
                    List.of(),
                    Optional.empty());

            assertThat(chat.deliver(new Envelope(new DeliveryId(1), HERE, Optional.empty(), secret)))
                    .isInstanceOf(Delivery.Failed.class);
            assertThat(out.toString(UTF_8)).isEmpty();
        }
    }

    @Test
    void the_person_at_the_screen_manages_their_own_chat_and_no_other() {
        try (ScriptedCoach coach = echo()) {
            TerminalChat chat = chat(coach, "", Duration.ofSeconds(20));
            assertThat(chat.mayManage(ANNA, HERE)).isTrue();
            assertThat(chat.mayManage(new UserId(TerminalChat.PLATFORM, "bert"), HERE))
                    .isFalse();
            assertThat(chat.limits().editsMessages()).isFalse();
        }
    }

    @Test
    void a_live_screen_without_comforts_is_greeted() throws InterruptedException {
        try (ScriptedCoach coach = saying(Say.text("Welcome"))) {
            Screen screen = new PlainScreen(new ByteArrayInputStream(new byte[0]), out, complaints, true);
            TerminalChat chat = new TerminalChat(
                    ANNA,
                    Optional.empty(),
                    temp,
                    InstantSource.fixed(NOW),
                    () -> coach,
                    screen,
                    Duration.ofSeconds(20));
            coach.connect(chat);
            assertThat(chat.run()).isEqualTo(new Ending.InputEnded());
            assertThat(coach.heardBodies()).containsExactly(new CommandCalled("start", ""));
            assertThat(out.toString(UTF_8)).isEqualTo("Welcome\n");
        }
    }

    @Test
    void a_live_chat_goes_on_after_a_line_that_could_not_be_stored() throws InterruptedException {
        Body first = new TextWritten("first");
        try (ScriptedCoach coach = saying(Say.text("ok"))) {
            coach.failing(message -> Stream.of(message.body())
                    .filter(first::equals)
                    .map(body -> (RuntimeException) new IllegalStateException("The disk is full."))
                    .findFirst());
            Screen screen =
                    new PlainScreen(new ByteArrayInputStream("first\nsecond".getBytes(UTF_8)), out, complaints, true);
            TerminalChat chat = new TerminalChat(
                    ANNA,
                    Optional.empty(),
                    temp,
                    InstantSource.fixed(NOW),
                    () -> coach,
                    screen,
                    Duration.ofSeconds(20));
            coach.connect(chat);
            assertThat(chat.run()).isEqualTo(new Ending.InputEnded());
            assertThat(out.toString(UTF_8)).isEqualTo("ok\n\nok\n");
            assertThat(complaints.toString(UTF_8)).contains("The disk is full.");
        }
    }
}
