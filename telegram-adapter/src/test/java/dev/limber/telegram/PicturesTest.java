package dev.limber.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.TextStyle;
import dev.limber.telegram.api.Chats;
import dev.limber.telegram.standin.Fault;
import dev.limber.telegram.standin.Media;
import dev.limber.telegram.standin.Person;
import dev.limber.telegram.standin.Posted;
import dev.limber.telegram.standin.Room;
import dev.limber.testkit.Echo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Prompts with pictures: uploaded once, and changed in the ways that Telegram has for them. */
class PicturesTest {
    private final Rig rig = Rig.open();
    private final Person ann = rig.ann();
    private final Room room = ann.privately();
    private final AtomicLong ids = new AtomicLong(1_000_000);

    @AfterEach
    void close() {
        assertThat(rig.api.violations()).isEmpty();
        rig.close();
    }

    @Test
    void aPictureThatMovesIsAnAnimationAndAStillIsAPhotoAndBothCarryTheirWords() {
        deliver(Echo.picture("reach.gif"), Optional.empty());
        deliver(Echo.picture("reach.png"), Optional.empty());

        List<Posted> posted = room.posted();
        assertThat(kind(posted.getFirst())).isEqualTo(Media.Kind.ANIMATION);
        assertThat(kind(posted.getLast())).isEqualTo(Media.Kind.PHOTO);
        assertThat(posted.getLast().text()).isEqualTo("Look at reach.png\nSomebody stretches.");
    }

    @Test
    void aPictureIsUploadedOnceEvenIfTheProcessIsAnotherOne() {
        deliver(Echo.picture("reach.gif"), Optional.empty());
        deliver(Echo.picture("reach.gif"), Optional.empty());
        rig.restart();
        deliver(Echo.picture("reach.gif"), Optional.empty());

        assertThat(room.posted()).hasSize(3);
        assertThat(rig.pictureReads).hasValue(1);
    }

    @Test
    void aFileThatTelegramForgotIsUploadedAgain() {
        deliver(Echo.picture("reach.gif"), Optional.empty());
        rig.api.forgetFile(room.last().media().orElseThrow().fileId());

        assertThat(deliver(Echo.picture("reach.gif"), Optional.empty())).isInstanceOf(Delivery.Delivered.class);
        assertThat(deliver(Echo.picture("reach.gif"), Optional.empty())).isInstanceOf(Delivery.Delivered.class);
        assertThat(rig.pictureReads).hasValue(2);
    }

    @Test
    void wordsGoWithoutAPictureThatIsGone() {
        deliver(Echo.picture("gone.gif"), Optional.empty());

        assertThat(room.last().media()).isEmpty();
        assertThat(room.last().text()).isEqualTo("Look at gone.gif\nSomebody stretches.");
    }

    @Test
    void wordsGoWithoutAPictureWhereTheChatTakesNone() {
        rig.api.fail(
                "sendAnimation",
                new Fault.Refuses(400, "Bad Request: not enough rights to send animations to the chat"));

        assertThat(deliver(Echo.picture("reach.gif"), Optional.empty())).isInstanceOf(Delivery.Delivered.class);
        assertThat(room.last().text()).startsWith("Look at reach.gif");
    }

    @Test
    void aPictureThatManyWantToSeeAtOnceIsUploadedOnce() {
        List<Person> people = IntStream.range(0, 20)
                .mapToObj(i -> rig.api.person("Person " + i, "en"))
                .toList();
        rig.api.setAnswerDelay(Duration.ofMillis(100));
        people.forEach(person -> person.says(person.privately(), "picture reach.gif"));
        people.forEach(person -> person.privately().awaitPosted(1));

        assertThat(rig.pictureReads).hasValue(1);
    }

    @Test
    void theWordsOfAPictureAreChangedWhereThePictureStays() {
        MessageRef first = delivered(deliver(Echo.picture("reach.gif"), Optional.empty()));
        deliver(more(Echo.picture("reach.gif")), Optional.of(first));

        assertThat(room.posted()).hasSize(1);
        assertThat(room.last().text()).startsWith("Other side.");
        assertThat(rig.api.calls("editMessageCaption")).hasSize(1);
        assertThat(rig.api.calls("editMessageMedia")).isEmpty();
    }

    @Test
    void anotherPictureTakesThePlaceOfOne() {
        MessageRef first = delivered(deliver(Echo.picture("reach.gif"), Optional.empty()));
        MessageRef second = delivered(deliver(Echo.picture("turn.gif"), Optional.of(first)));
        deliver(Echo.picture("reach.gif"), Optional.of(second));

        assertThat(room.posted()).hasSize(1);
        assertThat(room.last().text()).startsWith("Look at reach.gif");
        assertThat(rig.api.calls("editMessageMedia")).hasSize(2);
        assertThat(rig.pictureReads).hasValue(2);
    }

    @Test
    void aPictureCannotBecomeATextNorATextAPicture() {
        MessageRef picture = delivered(deliver(Echo.picture("reach.gif"), Optional.empty()));
        MessageRef text = delivered(deliver(Echo.text("Hello."), Optional.empty()));

        assertThat(deliver(Echo.text("Well done."), Optional.of(picture))).isInstanceOf(Delivery.NotEditable.class);
        assertThat(deliver(Echo.picture("turn.gif"), Optional.of(text))).isInstanceOf(Delivery.NotEditable.class);
    }

    @Test
    void aPressChangesAPicturePromptInItsPlaceAndPostsATextAnew() {
        rig.privately(ann, "picture reach.gif", 1);
        Posted prompt = room.last();
        ann.pressesOld(prompt, "picture turn.gif");
        prompt.await(() -> prompt.edits() == 1);
        assertThat(prompt.text()).startsWith("Look at turn.gif");

        ann.presses(prompt, "Next");

        assertThat(room.awaitPosted(2).getLast().text()).endsWith("pressed next");
        assertThat(prompt.edits()).isEqualTo(1);
    }

    @Test
    void aTextThatIsTooLongForACaptionFollowsItsPicture() {
        OutgoingMessage message = Echo.everyone(List.of(
                Block.Text.of(TextStyle.BODY, "word ".repeat(400).strip()),
                Block.Picture.of("reach.gif", "hash", "Somebody stretches.")));
        deliver(Echo.prompt(message, Optional.empty()), Optional.empty());

        assertThat(room.posted()).hasSize(2);
        assertThat(room.posted().getFirst().text()).isEqualTo("Somebody stretches.");
        assertThat(room.last().text()).hasSize(1999);
        assertThat(room.last().labels()).containsExactly("Next", "It hurts");
    }

    private static OutgoingMessage more(OutgoingMessage message) {
        var blocks = new ArrayList<Block>(List.of(Block.Text.of(TextStyle.BODY, "Other side.")));
        blocks.addAll(message.blocks());
        return Echo.everyone(blocks);
    }

    private static Media.Kind kind(Posted posted) {
        return posted.media().orElseThrow().kind();
    }

    private static MessageRef delivered(Delivery delivery) {
        assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
        return ((Delivery.Delivered) delivery).ref();
    }

    private Delivery deliver(OutgoingMessage message, Optional<MessageRef> replaces) {
        Address address = Chats.address(rig.api.botId(), room.id(), Optional.empty());
        var placed = OutgoingMessage.of(
                new Audience.OnlyPerson(Chats.user(ann.id())), message.blocks(), message.buttons(), replaces);
        return rig.bot.deliver(new Envelope(
                new DeliveryId(ids.incrementAndGet()),
                address,
                Optional.of(Chats.user(ann.id())),
                Optional.empty(),
                placed));
    }
}
