package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A command, a press of a button, a choice or typing, and what became of it. */
public final class Interaction {
    /** What a person did; the numbers are the API's. */
    enum Kind {
        COMMAND(2),
        COMPONENT(3),
        TYPING(4);

        private final int type;

        Kind(int type) {
            this.type = type;
        }

        int type() {
            return type;
        }
    }

    /** What the person sees of it. */
    public enum Outcome {
        WAITING,
        REPLIED,
        THINKING,
        DEFERRED_UPDATE,
        UPDATED,
        SUGGESTED,
        /** The client says that the app did not respond. */
        DID_NOT_RESPOND
    }

    /**
     * Where it comes from.
     *
     * @param command the name of it; empty for a press
     * @param pressed the message with the button
     * @param owners who has installed the app, as the API tells it
     */
    record Source(
            Kind kind, Person person, Channel channel, String command, Optional<Posted> pressed, ObjectNode owners) {}

    private static final int DEFERRED_REPLY = 5;

    private final World world;
    private final Source source;
    private final long id;
    private final String token;
    private final Instant at;
    private final long begun = System.nanoTime();
    private final List<Posted> followUps = new ArrayList<>();
    private OptionalInt callback = OptionalInt.empty();
    private Optional<Duration> took = Optional.empty();
    private Optional<Posted> original = Optional.empty();
    private List<String> choices = List.of();
    private boolean ephemeral;
    private boolean answerLost;

    Interaction(World world, Source source, long id) {
        this.world = world;
        this.source = source;
        this.id = id;
        this.token = "a" + Long.toString(id, 36) + "t" + Long.toHexString(id * 0x9E3779B97F4A7C15L);
        this.at = world.now();
    }

    public long id() {
        return id;
    }

    public String token() {
        return token;
    }

    public Person person() {
        return source.person();
    }

    public Channel channel() {
        return source.channel();
    }

    /** The message whose button or menu was used. */
    public Optional<Posted> pressed() {
        return source.pressed();
    }

    Source source() {
        return source;
    }

    public synchronized Outcome outcome() {
        if (callback.isEmpty()) {
            return world.now().isBefore(deadline()) ? Outcome.WAITING : Outcome.DID_NOT_RESPOND;
        }
        return switch (callback.getAsInt()) {
            case 4 -> Outcome.REPLIED;
            case DEFERRED_REPLY -> thinkingOutcome();
            case 6 -> Outcome.DEFERRED_UPDATE;
            case 7 -> Outcome.UPDATED;
            default -> Outcome.SUGGESTED;
        };
    }

    private Outcome thinkingOutcome() {
        boolean waiting = original.map(Posted::isThinking).orElse(false);
        if (!waiting) {
            return Outcome.REPLIED;
        }
        return isExpired() ? Outcome.DID_NOT_RESPOND : Outcome.THINKING;
    }

    private Instant deadline() {
        return at.plusSeconds(Table.TABLE.limit("acknowledgeSeconds"));
    }

    boolean isTooLate() {
        return !world.now().isBefore(deadline());
    }

    boolean isExpired() {
        return !world.now().isBefore(at.plus(Duration.ofMinutes(Table.TABLE.limit("tokenMinutes"))));
    }

    /** The type of the callback as the bot sent it. */
    public synchronized OptionalInt callbackType() {
        return callback;
    }

    public synchronized boolean isAcknowledged() {
        return callback.isPresent();
    }

    /** From the event to its acknowledgement, in real time. */
    public synchronized Optional<Duration> took() {
        return took;
    }

    /** Whether the answer is for this person only; decided by the acknowledgement. */
    public synchronized boolean isEphemeral() {
        return ephemeral;
    }

    /** What the API calls the original response: the reply, or the message whose button was pressed. */
    public synchronized Optional<Posted> reply() {
        return original;
    }

    /** What was posted after the first answer. */
    public synchronized List<Posted> followUps() {
        return List.copyOf(followUps);
    }

    /** What is proposed while somebody types. */
    public synchronized List<String> choices() {
        return choices;
    }

    public Interaction awaitAcknowledged() {
        Patience.await("an answer to " + this).until(this::isAcknowledged);
        return this;
    }

    /** Waits until there is an answer and the bot thinks no more. */
    public Posted awaitReply() {
        Patience.await("a reply to " + this)
                .until(() -> reply().filter(each -> !each.isThinking()).isPresent());
        return reply().orElseThrow();
    }

    /** Whether it can still be acknowledged. */
    synchronized void checkOpen() {
        if (callback.isPresent()) {
            throw answerLost ? Refusal.excused(Trouble.ALREADY_ACKNOWLEDGED) : Refusal.of(Trouble.ALREADY_ACKNOWLEDGED);
        }
        if (isTooLate()) {
            throw Refusal.of(Trouble.UNKNOWN_INTERACTION);
        }
    }

    /** No more than one acknowledgement counts. */
    synchronized void acknowledge(int type) {
        checkOpen();
        callback = OptionalInt.of(type);
        took = Optional.of(Duration.ofNanos(System.nanoTime() - begun));
    }

    synchronized void setOriginal(Posted message) {
        original = Optional.of(message);
        ephemeral = message.isEphemeral();
    }

    synchronized void suggest(List<String> proposed) {
        choices = proposed;
    }

    /** The bot never heard that this was acknowledged, so that it may well try again. */
    synchronized void loseAnswer() {
        answerLost = true;
    }

    boolean isUserInstalledOnly() {
        return !source.owners().has("0");
    }

    /** A place for one more follow-up. */
    synchronized void checkFollowUp() {
        if (isUserInstalledOnly() && followUps.size() >= Table.TABLE.limit("followUps")) {
            throw Refusal.of(Trouble.TOO_MANY_FOLLOW_UPS);
        }
    }

    synchronized void addFollowUp(Posted message) {
        followUps.add(message);
    }

    /** What can be reached by this token: the original and what followed. */
    synchronized Optional<Posted> find(long messageId) {
        List<Posted> reachable = new ArrayList<>(followUps);
        original.ifPresent(reachable::add);
        return reachable.stream()
                .filter(each -> each.id() == messageId && !each.deleted())
                .findFirst();
    }

    @Override
    public String toString() {
        return source.person() + " " + (source.command().isEmpty() ? "presses" : "/" + source.command());
    }
}
