package dev.limber.core.chat;

import java.time.Instant;
import java.util.Optional;

/** What happened: the content of an {@link IncomingMessage}. */
public sealed interface Body {
    /**
     * A command such as {@code /stretch lower back}.
     *
     * @param name without its slash, as typed or chosen, so possibly a localised one
     * @param argument all that followed it, empty where nothing did
     */
    record CommandCalled(String name, String argument) implements Body {}

    /**
     * @param data what the pressed {@link Button} carried
     * @param message the message that the button belongs to
     * @param owner whose conversation it belongs to, as {@link Envelope#owner} said when it was shown; empty where that
     *     said nobody
     * @param latest whether that is the last message in its chat as far as the adapter knows, so that editing it
     *     would be seen
     */
    record ButtonPressed(String data, MessageRef message, Optional<UserId> owner, boolean latest) implements Body {}

    record TextWritten(String text) implements Body {}

    /** A position in degrees, WGS 84. */
    record LocationShared(double latitude, double longitude) implements Body {}

    /** The platform gave a chat a new address (a group that became a larger one); everything kept for it moves. */
    record ChatMoved(Address from, Address to) implements Body {}

    /**
     * A wake-up that the coach asked for has come due.
     *
     * @param cue what the coach asked to be reminded of, in the coach's own encoding
     * @param due when it should have rung, which may be long ago after downtime
     */
    record WokenUp(String cue, Instant due) implements Body {}

    /**
     * A planned nudge has come due.
     *
     * @param nudge which of the person's, or the group's
     * @param occurrence when it was due, which may be long ago after downtime
     */
    record NudgeDue(String nudge, Instant occurrence) implements Body {}

    /** The platform's final word that this person cannot be written to. */
    record UserUnreachable(String reason) implements Body {}
}
