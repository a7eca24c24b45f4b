package dev.limber.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.Body.ButtonPressed;
import dev.limber.core.chat.Body.CommandCalled;
import dev.limber.core.chat.Body.TextWritten;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.MessageRef;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script drives the chat through standard input. */
class PlainChatTest {
    @TempDir
    private Path temp;

    private PlainTalk talk = new PlainTalk(Path.of(""));

    @BeforeEach
    void sitDown() {
        talk = new PlainTalk(temp);
    }

    @Test
    void a_script_is_answered_line_by_line() throws InterruptedException {
        try (ScriptedCoach coach = new ScriptedCoach(body -> switch (body) {
            case CommandCalled command -> List.of(Say.asking("Step 1", "Next", "Back"));
            case ButtonPressed pressed -> List.of(Say.text("You pressed " + pressed.data()), Say.text("Step 2"));
            default -> List.of(Say.text("Sorry?"));
        })) {
            assertThat(talk.talk(coach, "/stretch desk break\n1\nwhat\n")).isEqualTo("""
                    Step 1
                    [1] Next  [2] Back

                    You pressed next

                    Step 2

                    Sorry?
                    """);
            assertThat(coach.heardBodies())
                    .containsExactly(
                            new CommandCalled("stretch", "desk break"),
                            new ButtonPressed("next", new MessageRef(PlainTalk.HERE, "1"), Optional.empty(), true),
                            new TextWritten("what"));
        }
    }

    @Test
    void each_line_is_wholly_answered_before_the_next_is_read_even_where_the_receipt_comes_last()
            throws InterruptedException {
        try (ScriptedCoach coach = PlainTalk.echo().withReceiptLast()) {
            Deque<String> order = new ArrayDeque<>();
            coach.failing(message -> {
                order.add(talk.shown());
                return Optional.empty();
            });
            talk.talk(coach, "a\nb\nc");
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
        try (ScriptedCoach coach = PlainTalk.echo()) {
            assertThat(talk.talk(coach, "\n  \r\n")).isEmpty();
            assertThat(coach.heard).isEmpty();
        }
    }

    @Test
    void a_last_line_without_an_end_is_answered_too() throws InterruptedException {
        try (ScriptedCoach coach = PlainTalk.saying(Say.text("ok"))) {
            assertThat(talk.talk(coach, "a\r\nb")).isEqualTo("ok\n\nok\n");
            assertThat(coach.heardBodies()).containsExactly(new TextWritten("a"), new TextWritten("b"));
        }
    }

    @Test
    void every_line_is_an_event_of_its_own_in_a_private_chat() throws InterruptedException {
        try (ScriptedCoach coach = PlainTalk.echo()) {
            talk.talk(coach, "a\na\n");
            assertThat(coach.heard).allSatisfy(message -> {
                assertThat(message.user()).isEqualTo(PlainTalk.ANNA);
                assertThat(message.address()).isEqualTo(PlainTalk.HERE);
                assertThat(message.privateChat()).isTrue();
                assertThat(message.languageHint()).contains(Locale.GERMAN);
                assertThat(message.replyHandle()).isEmpty();
            });
            assertThat(coach.heard.stream().map(IncomingMessage::updateId)).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_number_without_its_button_goes_as_text() throws InterruptedException {
        try (ScriptedCoach coach = PlainTalk.echo()) {
            talk.talk(coach, "2\n2\n3\n");
            assertThat(coach.heardBodies())
                    .containsExactly(
                            new TextWritten("2"),
                            new ButtonPressed("no", new MessageRef(PlainTalk.HERE, "2"), Optional.empty(), true),
                            new TextWritten("3"));
        }
    }

    @Test
    void an_answer_that_never_comes_ends_the_chat_loudly() throws InterruptedException {
        try (ScriptedCoach coach = PlainTalk.echo().deliveringNothing()) {
            assertThat(talk.chat(coach, "a\nb\n", Duration.ofMillis(50)).run()).isInstanceOf(Ending.GaveUp.class);
            assertThat(coach.heardBodies()).containsExactly(new TextWritten("a"));
        }
    }

    @Test
    void a_line_that_cannot_be_stored_is_offered_once_more_under_the_same_id() throws InterruptedException {
        try (ScriptedCoach coach = PlainTalk.saying(Say.text("ok"))) {
            coach.failing(message ->
                    coach.heard.size() == 1 ? Optional.of(new IllegalStateException("busy")) : Optional.empty());
            assertThat(talk.talk(coach, "a")).isEqualTo("ok\n");
            assertThat(coach.heard).hasSize(2);
            assertThat(coach.heard.get(0)).isEqualTo(coach.heard.get(1));
        }
    }

    @Test
    void a_line_that_still_cannot_be_stored_ends_the_chat_with_the_reason() throws InterruptedException {
        try (ScriptedCoach coach =
                PlainTalk.echo().failing(message -> Optional.of(new IllegalStateException("The disk is full.")))) {
            assertThat(talk.chat(coach, "a\nb\n", PlainTalk.PATIENT).run())
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
        try (ScriptedCoach coach = PlainTalk.echo()) {
            assertThat(talk.chat(coach, "a\nb\n", PlainTalk.PATIENT, closed).run())
                    .isInstanceOf(Ending.GaveUp.class)
                    .asString()
                    .contains("Broken pipe");
            assertThat(coach.heardBodies()).containsExactly(new TextWritten("a"));
            await().until(() -> coach.outcomes.size() == 2);
            assertThat(coach.outcomes).isNotEmpty().allMatch(Delivery.RetryAfter.class::isInstance);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/quit", " /EXIT ", "/q"})
    void whoever_asks_to_leave_leaves(String typed) throws InterruptedException {
        try (ScriptedCoach coach = PlainTalk.saying(Say.text("ok"))) {
            TerminalChat chat = talk.liveChat(coach, "first\n" + typed + "\nsecond");
            assertThat(chat.run()).isEqualTo(new Ending.InputEnded());
            assertThat(coach.heardBodies()).doesNotContain(new TextWritten("second"));
        }
    }

    @Test
    void a_live_screen_without_comforts_is_greeted() throws InterruptedException {
        try (ScriptedCoach coach = PlainTalk.saying(Say.text("Welcome"))) {
            TerminalChat chat = talk.liveChat(coach, "");
            assertThat(chat.run()).isEqualTo(new Ending.InputEnded());
            assertThat(coach.heardBodies()).containsExactly(new CommandCalled("start", ""));
            assertThat(talk.shown()).isEqualTo("Welcome\n");
        }
    }

    @Test
    void a_live_chat_goes_on_after_a_line_that_could_not_be_stored() throws InterruptedException {
        Body first = new TextWritten("first");
        try (ScriptedCoach coach = PlainTalk.saying(Say.text("ok"))) {
            coach.failing(message -> Stream.of(message.body())
                    .filter(first::equals)
                    .map(body -> (RuntimeException) new IllegalStateException("The disk is full."))
                    .findFirst());
            TerminalChat chat = talk.liveChat(coach, "first\nsecond");
            assertThat(chat.run()).isEqualTo(new Ending.InputEnded());
            assertThat(talk.shown()).isEqualTo("ok\n\nok\n");
            assertThat(talk.complaints()).contains("The disk is full.");
        }
    }
}
