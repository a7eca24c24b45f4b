package dev.limber.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.MomentStyle;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Piece;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.chat.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plain screen shows of a message, and whose messages it shows. */
class PlainDeliveryTest {
    @TempDir
    private Path temp;

    private PlainTalk talk = new PlainTalk(Path.of(""));

    @BeforeEach
    void sitDown() {
        talk = new PlainTalk(temp);
    }

    @Test
    void a_message_is_shown_without_markup_colours_or_wrapping() throws InterruptedException {
        String longLine = "word ".repeat(60).strip();
        OutgoingMessage message = OutgoingMessage.of(
                new Audience.OnlyPerson(PlainTalk.ANNA),
                List.of(
                        Block.Text.of(TextStyle.TITLE, "Knees to chest"),
                        Block.Text.of(TextStyle.BODY, longLine),
                        new Block.Text(
                                TextStyle.QUIET,
                                List.of(
                                        new Piece.Words("Until "),
                                        new Piece.Moment(PlainTalk.NOW, MomentStyle.TIME, ZoneId.of("Europe/Berlin")),
                                        new Piece.Words(", "),
                                        new Piece.Moment(
                                                PlainTalk.NOW.plusSeconds(30),
                                                MomentStyle.RELATIVE,
                                                ZoneId.of("Europe/Berlin")))),
                        Block.Picture.of("pictures/knees.png", "00ff", "Lying on the back")),
                List.of(List.of(Say.button("Next")), List.of(Say.button("Stop"))),
                Optional.empty());
        try (ScriptedCoach coach = PlainTalk.saying(message)) {
            assertThat(talk.talk(coach, "go")).isEqualTo("""
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
        OutgoingMessage message = OutgoingMessage.of(
                new Audience.Everyone(),
                List.of(
                        Block.Text.of(TextStyle.BODY, "\u001b]0;owned\u0007hello\u001b[2J \u202eevil"),
                        Block.Picture.of("p", "0", "a\u001b[31m\npicture")),
                List.of(List.of(Say.button("Ne\u001b[8mxt\r\n\u0007"))),
                Optional.empty());
        try (ScriptedCoach coach = PlainTalk.saying(message)) {
            assertThat(talk.talk(coach, "go")).isEqualTo("hello evil\n▣ a picture\n[1] Next\n");
        }
    }

    @Test
    void a_document_is_put_into_the_folder_and_its_path_is_said() throws InterruptedException, IOException {
        try (ScriptedCoach coach = PlainTalk.saying(Say.blocks(
                Block.Text.of(TextStyle.BODY, "Here you are."),
                new Block.Document("../limber data.json", "application/json", "{}")))) {
            Path written = temp.resolve("documents/anna/limber-data.json");
            assertThat(talk.talk(coach, "/mydata")).isEqualTo("Here you are.\n→ " + written + "\n");
            assertThat(Files.readString(written)).isEqualTo("{}");
        }
    }

    @Test
    void a_document_that_cannot_be_written_is_complained_about() throws InterruptedException, IOException {
        Files.writeString(temp.resolve("documents"), "in the way");
        try (ScriptedCoach coach =
                PlainTalk.saying(Say.blocks(new Block.Document("data.json", "application/json", "{}")))) {
            assertThat(talk.talk(coach, "/mydata")).isEmpty();
            assertThat(talk.complaints()).startsWith("The document cannot be written: ");
            await().until(() -> coach.outcomes.size() == 1);
            assertThat(coach.outcomes).singleElement().isInstanceOf(Delivery.Failed.class);
        }
    }

    @Test
    void a_message_that_replaces_another_is_posted_anew() throws InterruptedException {
        OutgoingMessage replacing = OutgoingMessage.of(
                new Audience.Everyone(),
                List.of(Block.Text.of(TextStyle.BODY, "Step 2")),
                List.of(),
                Optional.of(new MessageRef(PlainTalk.HERE, "1")));
        try (ScriptedCoach coach = PlainTalk.saying(Say.text("Step 1"), replacing)) {
            assertThat(talk.talk(coach, "go")).isEqualTo("Step 1\n\nStep 2\n");
            await().until(() -> coach.outcomes.size() == 2);
            assertThat(coach.outcomes)
                    .containsExactly(
                            new Delivery.Delivered(new MessageRef(PlainTalk.HERE, "1")),
                            new Delivery.Delivered(new MessageRef(PlainTalk.HERE, "2")));
        }
    }

    @Test
    void what_is_another_persons_waits_for_them_and_is_not_shown() {
        try (ScriptedCoach coach = PlainTalk.echo()) {
            TerminalChat chat = talk.chat(coach, "", PlainTalk.PATIENT);
            Address bert = new Address(TerminalChat.PLATFORM, "local", "bert", Optional.empty());
            Envelope forBert =
                    new Envelope(new DeliveryId(1), bert, Optional.empty(), Optional.empty(), Say.text("Hello Bert"));

            assertThat(chat.deliver(forBert)).isInstanceOf(Delivery.RetryAfter.class);
            assertThat(talk.shown()).isEmpty();
        }
    }

    @Test
    void what_is_for_another_persons_eyes_is_refused() {
        try (ScriptedCoach coach = PlainTalk.echo()) {
            TerminalChat chat = talk.chat(coach, "", PlainTalk.PATIENT);
            OutgoingMessage secret = OutgoingMessage.of(
                    new Audience.OnlyPerson(new UserId(TerminalChat.PLATFORM, "bert")),
                    List.of(Block.Text.of(TextStyle.BODY, "secret")),
                    List.of(),
                    Optional.empty());

            assertThat(chat.deliver(new Envelope(
                            new DeliveryId(1), PlainTalk.HERE, Optional.empty(), Optional.empty(), secret)))
                    .isInstanceOf(Delivery.Withheld.class);
            assertThat(talk.shown()).isEmpty();
        }
    }

    @Test
    void the_person_at_the_screen_manages_their_own_chat_and_no_other() {
        try (ScriptedCoach coach = PlainTalk.echo()) {
            TerminalChat chat = talk.chat(coach, "", PlainTalk.PATIENT);
            assertThat(chat.mayManage(PlainTalk.ANNA, PlainTalk.HERE)).isTrue();
            assertThat(chat.mayManage(new UserId(TerminalChat.PLATFORM, "bert"), PlainTalk.HERE))
                    .isFalse();
            assertThat(chat.limits().editsMessages()).isFalse();
        }
    }
}
