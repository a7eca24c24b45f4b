package dev.limber.discord.standin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A message as it is now: it changes when it is edited. */
public final class Posted {
    private final Frame frame;
    private final long id;
    private final Instant at;
    private Content content;
    private boolean thinking;
    private int edits;
    private Optional<Instant> editedAt = Optional.empty();
    private boolean deleted;

    /**
     * Where a message stands and whose it is.
     *
     * @param author empty for the bot
     * @param pingsReplied whether the author of the message that is replied to is told
     * @param origin the interaction that it answers
     * @param onlyFor the one person who sees it, where it is ephemeral
     */
    record Frame(
            Channel channel,
            Optional<Person> author,
            Optional<Posted> repliesTo,
            boolean pingsReplied,
            Optional<Interaction> origin,
            Optional<Person> onlyFor) {
        static Frame by(Person person, Channel channel) {
            return new Frame(channel, Optional.of(person), Optional.empty(), false, Optional.empty(), Optional.empty());
        }

        static Frame byBot(Channel channel) {
            return new Frame(channel, Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());
        }

        Frame replying(Posted to, boolean pings) {
            return new Frame(channel, author, Optional.of(to), pings, origin, onlyFor);
        }

        Frame answering(Interaction interaction, boolean ephemeral) {
            return new Frame(
                    channel,
                    author,
                    repliesTo,
                    pingsReplied,
                    Optional.of(interaction),
                    ephemeral ? Optional.of(interaction.person()) : Optional.empty());
        }
    }

    Posted(Frame frame, long id, Instant at, Content content, boolean thinking) {
        this.frame = frame;
        this.id = id;
        this.at = at;
        this.content = content;
        this.thinking = thinking;
    }

    public Channel channel() {
        return frame.channel();
    }

    public long id() {
        return id;
    }

    /** Empty for the bot. */
    public Optional<Person> author() {
        return frame.author();
    }

    public Instant at() {
        return at;
    }

    /** All of its text as a person sees it, line by line: markup is gone, and times stand as they were sent. */
    public String text() {
        return Markdown.read(source());
    }

    /** All of its text as it was sent. */
    public String source() {
        return content().source();
    }

    public List<Button> buttons() {
        return Components.buttons(content().components());
    }

    public List<String> labels() {
        return buttons().stream().map(Button::label).toList();
    }

    /** What the bot would get for its buttons and menus. */
    public List<String> customIds() {
        return Components.customIds(content().components()).toList();
    }

    /** The choices of its menus, as they are labelled. */
    public List<String> choices() {
        return Components.ofType(content().components(), Components.STRING_SELECT)
                .flatMap(each -> each.path("options").valueStream())
                .map(each -> each.path("label").asText())
                .toList();
    }

    public List<Attachment> attachments() {
        return content().attachments();
    }

    /** The words for those who do not see the pictures, in galleries and of plain attachments. */
    public List<String> descriptions() {
        Content now = content();
        return now.isV2()
                ? Components.media(now.components())
                        .map(each -> each.path("description").asText())
                        .toList()
                : now.attachments().stream().map(Attachment::description).toList();
    }

    /** Whether it is made of components only. */
    public boolean isMadeOfComponents() {
        return content().isV2();
    }

    /** Whom it tells, as written: {@code @everyone}, {@code @here} or a mention. */
    public List<String> pinged() {
        return content().pinged();
    }

    /** Whether the author of the message that it replies to is told, too. */
    public boolean pingsReplied() {
        return frame.pingsReplied();
    }

    /** Whether one person sees it, and nobody else. */
    public boolean isEphemeral() {
        return frame.onlyFor().isPresent();
    }

    /** Whether it shows that the bot is still thinking. */
    public synchronized boolean isThinking() {
        return thinking;
    }

    /** Whether it answers a command or a press: then replies to it carry no content. */
    public boolean isInteractionResponse() {
        return frame.origin().isPresent();
    }

    public boolean isReply() {
        return frame.repliesTo().isPresent();
    }

    public Optional<Posted> repliesTo() {
        return frame.repliesTo();
    }

    /** How many times it was edited; filling in a thinking message is none. */
    public synchronized int edits() {
        return edits;
    }

    public synchronized boolean deleted() {
        return deleted;
    }

    Frame frame() {
        return frame;
    }

    synchronized Content content() {
        return content;
    }

    synchronized Optional<Instant> editedAt() {
        return editedAt;
    }

    /** All flags as the API tells them. */
    synchronized int flags() {
        return content.flags() | (isEphemeral() ? Content.EPHEMERAL : 0) | (thinking ? Content.LOADING : 0);
    }

    synchronized void edit(Content changed, Instant now) {
        content = changed;
        if (thinking) {
            thinking = false;
        } else {
            edits++;
            editedAt = Optional.of(now);
        }
    }

    synchronized void markDeleted() {
        deleted = true;
    }

    boolean isByBot() {
        return frame.author().isEmpty();
    }

    boolean isSeenBy(Person person) {
        return frame.onlyFor().map(person::equals).orElse(true);
    }

    /** Waits until something about this message holds. */
    public Posted await(BooleanSupplier condition) {
        Patience.await("a change of " + this).until(condition::getAsBoolean);
        return this;
    }

    @Override
    public String toString() {
        return author().map(Person::name).orElse("bot") + ": " + text() + labels();
    }
}
