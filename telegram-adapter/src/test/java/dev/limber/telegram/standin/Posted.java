package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** A message as it is now: it changes when it is edited. */
public final class Posted {
    private final Room room;
    private final int messageId;
    private final Optional<Person> author;
    private final Instant at;
    private final OptionalInt topic;
    private final Optional<Posted> repliesTo;
    private final ObjectNode extras;
    private Content content;
    private int edits;
    private Optional<Instant> editedAt = Optional.empty();
    private boolean deleted;

    /**
     * What can be edited.
     *
     * @param source the text or caption as it was sent
     */
    record Content(Rendered rendered, String source, Optional<Media> media, Optional<JsonNode> markup) {
        static Content text(String text) {
            return new Content(new Rendered(text, List.of()), text, Optional.empty(), Optional.empty());
        }

        Content with(Media changed) {
            return new Content(rendered, source, Optional.of(changed), markup);
        }

        boolean looksLike(Content other) {
            return rendered.equals(other.rendered)
                    && media.map(Media::fileUniqueId).equals(other.media.map(Media::fileUniqueId))
                    && markup.equals(other.markup);
        }
    }

    /** Where a message stands and whose it is; the author is empty for the bot. */
    record Frame(Room room, Optional<Person> author, OptionalInt topic, Optional<Posted> repliesTo) {}

    Posted(Frame frame, int messageId, Instant at, Content content, ObjectNode extras) {
        this.room = frame.room();
        this.author = frame.author();
        this.topic = frame.topic();
        this.repliesTo = frame.repliesTo();
        this.messageId = messageId;
        this.at = at;
        this.content = content;
        this.extras = extras;
    }

    public Room room() {
        return room;
    }

    public int messageId() {
        return messageId;
    }

    /** Empty for the bot. */
    public Optional<Person> author() {
        return author;
    }

    public Instant at() {
        return at;
    }

    /** As a person sees it; the caption where there is a picture. */
    public String text() {
        return content().rendered().text();
    }

    /** As it was sent. */
    public String html() {
        return content().source();
    }

    public List<Entity> entities() {
        return content().rendered().entities();
    }

    public Optional<Media> media() {
        return content().media();
    }

    /** The rows of buttons below the message. */
    public List<List<Button>> keyboard() {
        return Keyboards.rows(content().markup());
    }

    /** All that the bot sent as reply_markup, a keyboard in place of the letters included. */
    public Optional<JsonNode> markup() {
        return content().markup();
    }

    public List<String> labels() {
        return keyboard().stream().flatMap(List::stream).map(Button::label).toList();
    }

    /** How many times it was edited. */
    public synchronized int edits() {
        return edits;
    }

    public OptionalInt topic() {
        return topic;
    }

    public Optional<Posted> repliesTo() {
        return repliesTo;
    }

    public synchronized boolean deleted() {
        return deleted;
    }

    /** Fields that only this message has: a location, a service message. */
    ObjectNode extras() {
        return extras;
    }

    synchronized Content content() {
        return content;
    }

    synchronized Optional<Instant> editedAt() {
        return editedAt;
    }

    synchronized void edit(Content changed, Instant now) {
        content = changed;
        edits++;
        editedAt = Optional.of(now);
    }

    synchronized void markDeleted() {
        deleted = true;
    }

    boolean isByBot() {
        return author.isEmpty();
    }

    /** Waits until something about this message holds. */
    public Posted await(BooleanSupplier condition) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(10))
                .until(condition::getAsBoolean);
        return this;
    }

    @Override
    public String toString() {
        return author.map(Person::name).orElse("bot") + ": " + text() + labels();
    }
}
