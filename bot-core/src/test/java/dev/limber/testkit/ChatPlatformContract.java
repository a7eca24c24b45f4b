package dev.limber.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.MomentStyle;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Piece;
import dev.limber.core.chat.ReplyHandle;
import dev.limber.core.chat.TextStyle;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every chat platform's adapter must do, seen from both ends: the core's, and that of a person in the chat. */
public interface ChatPlatformContract {
    AtomicLong DELIVERIES = new AtomicLong();
    Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    /** A platform ready for deliveries; the test closes it. */
    Stand open();

    @Test
    default void aDeliveredMessageIsShownAndPointedAt() {
        try (Stand stand = open()) {
            Delivery delivery = deliver(stand, stand.privateChat(), message(stand, "Breathe in."));

            assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
            MessageRef ref = ((Delivery.Delivered) delivery).ref();
            assertThat(ref.address()).isEqualTo(stand.privateChat());
            assertThat(ref.messageId()).isNotBlank();
            assertThat(ref.address().platform()).isEqualTo(stand.platform().id());
            assertThat(read(stand)).contains("Breathe in.");
        }
    }

    @Test
    default void messagesAreShownInTheOrderOfTheirDelivery() {
        try (Stand stand = open()) {
            List<String> sentences = IntStream.range(0, 5)
                    .mapToObj(i -> "This is sentence " + i + ".")
                    .toList();
            List<MessageRef> refs = sentences.stream()
                    .map(sentence -> delivered(stand, message(stand, sentence)))
                    .toList();

            assertThat(read(stand)).containsSubsequence(sentences);
            assertThat(refs).doesNotHaveDuplicates();
        }
    }

    @Test
    default void wordsAreShownAsTheyAreWhateverMarkupTheyLookLike() {
        List<String> tricky = List.of(
                "2 * 3 * 4 _and_ __so__ on",
                "<b>bold</b> &amp; <i",
                "`code` ~~gone~~ ||hidden||",
                "[text](https://example.org)",
                "@everyone @here <@123> #1",
                "# heading",
                "- dash. 1. one! (x) {y} = + |",
                "back\\slash 'quote' \"double\"",
                "Grüße, Ñandú, 体操 👋🏽");
        try (Stand stand = open()) {
            tricky.forEach(words -> delivered(stand, message(stand, words)));

            assertThat(read(stand)).containsSubsequence(tricky);
        }
    }

    @Test
    default void aTextOfTheGreatestLengthIsShownWhole() {
        try (Stand stand = open()) {
            int words = stand.platform().limits().textCharacters() / 8;
            String text = IntStream.range(0, words)
                    .mapToObj(i -> String.format(Locale.ROOT, "w%06d", i))
                    .collect(Collectors.joining(" "));
            delivered(stand, message(stand, text));

            // Lines may be broken where the screen ends.
            assertThat(read(stand).replaceAll("\\s+", " ")).contains(text);
        }
    }

    @Test
    default void buttonsAreShownInOrderAndRowsThatAreTooLongAreWrapped() {
        try (Stand stand = open()) {
            int inRow = Math.min(stand.platform().limits().buttonsPerRow() + 1, 9);
            List<String> labels =
                    IntStream.rangeClosed(1, inRow).mapToObj(i -> "Choice " + i).toList();
            List<Button> row = labels.stream()
                    .map(label -> new Button(label, "d" + label, ButtonStyle.NORMAL))
                    .toList();
            List<Button> below = List.of(
                    new Button("Carry on", "d+", ButtonStyle.PRIMARY), new Button("Stop", "d-", ButtonStyle.DANGER));
            delivered(
                    stand,
                    OutgoingMessage.of(
                            new Audience.OnlyPerson(stand.person()),
                            List.of(Block.Text.of(TextStyle.BODY, "Which one?")),
                            List.of(row, below),
                            Optional.empty()));

            List<String> expected = new ArrayList<>(labels);
            expected.addAll(List.of("Carry on", "Stop"));
            assertThat(stand.shown(stand.privateChat()).getLast().buttons()).isEqualTo(expected);
        }
    }

    @Test
    default void aReplacedMessageIsEditedWhereThatCanBeDoneAndNothingIsLostWhereItCannot() {
        try (Stand stand = open()) {
            MessageRef ref = delivered(stand, message(stand, "Before."));
            Delivery delivery = deliver(stand, stand.privateChat(), replacing(stand, ref, "After."));

            if (stand.platform().limits().editsMessages()) {
                assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
                assertThat(read(stand)).contains("After.").doesNotContain("Before.");
            } else {
                assertThat(shownOrNotEditable(stand, delivery, "After.")).isTrue();
                assertThat(read(stand)).contains("Before.");
            }
        }
    }

    @Test
    default void aMessageThatIsGoneCannotBeEdited() {
        try (Stand stand = open()) {
            var gone = new MessageRef(stand.privateChat(), "999999999");
            Delivery delivery = deliver(stand, stand.privateChat(), replacing(stand, gone, "After."));

            assertThat(shownOrNotEditable(stand, delivery, "After.")).isTrue();
        }
    }

    @Test
    default void whatIsForOnePersonIsNeverShownToAll() {
        try (Stand stand = open()) {
            assumeTrue(stand.sharedChat().isPresent());
            Address shared = stand.sharedChat().get();
            deliver(stand, shared, message(stand, "Your blood pressure."));
            deliver(stand, shared, forEveryone("Good morning."));

            assertThat(text(stand.shown(shared))).contains("Good morning.").doesNotContain("blood pressure");
        }
    }

    @Test
    default void momentsPicturesAndDocumentsLeaveTheTextAroundThemReadable() {
        try (Stand stand = open()) {
            delivered(
                    stand,
                    OutgoingMessage.of(
                            new Audience.OnlyPerson(stand.person()),
                            List.of(
                                    Block.Text.of(TextStyle.TITLE, "Step 3 of 12"),
                                    new Block.Text(
                                            TextStyle.BODY,
                                            List.of(
                                                    new Piece.Words("Hold until "),
                                                    new Piece.Moment(
                                                            Instant.parse("2026-03-02T08:00:30Z"),
                                                            MomentStyle.TIME,
                                                            ZoneOffset.UTC),
                                                    new Piece.Words(", then rest."))),
                                    Block.Text.of(TextStyle.QUIET, "Breathe.")),
                            List.of(),
                            Optional.empty()));
            delivered(
                    stand,
                    OutgoingMessage.of(
                            new Audience.OnlyPerson(stand.person()),
                            List.of(
                                    Block.Text.of(TextStyle.BODY, "All that is stored:"),
                                    new Block.Document("limber.json", "application/json", "{\"a\":1}\n")),
                            List.of(),
                            Optional.empty()));

            assertThat(read(stand))
                    .containsSubsequence(
                            "Step 3 of 12", "Hold until", ", then rest.", "Breathe.", "All that is stored:");
            assertThat(read(stand)).contains("limber");
        }
    }

    @Test
    default void aReplyHandleThatHasExpiredDoesNotKeepAnAnswerFromThePrivateChat() {
        try (Stand stand = open()) {
            Delivery delivery = stand.platform()
                    .deliver(new Envelope(
                            id(),
                            stand.privateChat(),
                            Optional.of(stand.person()),
                            Optional.of(new ReplyHandle("expired", LONG_AGO)),
                            message(stand, "Late.")));

            assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
            assertThat(read(stand)).contains("Late.");
        }
    }

    @Test
    default void whoWantsNothingFromTheBotIsUnreachable() {
        try (Stand stand = open()) {
            assumeTrue(stand.block());

            assertThat(deliver(stand, stand.privateChat(), message(stand, "Hello?")))
                    .isInstanceOf(Delivery.Unreachable.class);
        }
    }

    @Test
    default void theLimitsLeaveRoomForAConversation() {
        try (Stand stand = open()) {
            var limits = stand.platform().limits();
            assertThat(limits.textCharacters()).isGreaterThanOrEqualTo(1_000);
            assertThat(limits.buttonsPerRow()).isPositive();
            assertThat(limits.buttonRows()).isPositive();
        }
    }

    private static boolean shownOrNotEditable(Stand stand, Delivery delivery, String text) {
        return delivery instanceof Delivery.NotEditable
                || (delivery instanceof Delivery.Delivered && read(stand).contains(text));
    }

    private static MessageRef delivered(Stand stand, OutgoingMessage message) {
        Delivery delivery = deliver(stand, stand.privateChat(), message);
        assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
        return ((Delivery.Delivered) delivery).ref();
    }

    private static Delivery deliver(Stand stand, Address to, OutgoingMessage message) {
        return stand.platform().deliver(new Envelope(id(), to, Optional.of(stand.person()), Optional.empty(), message));
    }

    private static OutgoingMessage message(Stand stand, String words) {
        return OutgoingMessage.of(
                new Audience.OnlyPerson(stand.person()),
                List.of(Block.Text.of(TextStyle.BODY, words)),
                List.of(),
                Optional.empty());
    }

    private static OutgoingMessage forEveryone(String words) {
        return OutgoingMessage.of(
                new Audience.Everyone(), List.of(Block.Text.of(TextStyle.BODY, words)), List.of(), Optional.empty());
    }

    private static OutgoingMessage replacing(Stand stand, MessageRef ref, String words) {
        OutgoingMessage plain = message(stand, words);
        return OutgoingMessage.of(plain.audience(), plain.blocks(), plain.buttons(), Optional.of(ref));
    }

    /** All that the person can read in the private chat. */
    private static String read(Stand stand) {
        return text(stand.shown(stand.privateChat()));
    }

    private static String text(List<Shown> shown) {
        return shown.stream().map(Shown::text).collect(Collectors.joining("\n"));
    }

    private static DeliveryId id() {
        return new DeliveryId(DELIVERIES.incrementAndGet());
    }
}
