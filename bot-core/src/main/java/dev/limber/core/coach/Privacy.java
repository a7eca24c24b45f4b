package dev.limber.core.coach;

import java.util.Optional;

/** Who may see a message, and what others are told of it where it cannot be shown in their midst. */
enum Privacy {
    /** Whoever is in the chat. */
    NONE(Optional.empty()),
    /** The person alone, as an aside that is worth no line to the others. */
    ASIDE(Optional.empty()),
    /** The person alone. */
    ANSWER(Optional.of("invitation.answer")),
    /** The person alone, before anything is done: a question, or why it may not be done. */
    FIRST(Optional.of("invitation.first")),
    /** The person alone, who had better stop and look. */
    URGENT(Optional.of("invitation.urgent")),
    /** The person alone, at the end of a routine. */
    FINISHED(Optional.of("invitation.finished"));

    private final Optional<String> invitation;

    Privacy(Optional<String> invitation) {
        this.invitation = invitation;
    }

    /** The text that others see instead. */
    Optional<String> invitation() {
        return invitation;
    }
}
