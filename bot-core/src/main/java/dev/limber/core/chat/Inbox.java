package dev.limber.core.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The way in: what adapters call. */
public interface Inbox {
    /**
     * Takes one event. Events of one person are handled in the order of these calls; calls return at once.
     *
     * @return completes when the event is durably handled: only then may a platform be told that it arrived. Completes
     *     exceptionally where it could not be stored: the platform should offer it again
     */
    CompletionStage<Receipt> accept(IncomingMessage message);

    /**
     * What would be said first to an event, without taking it: for events that change nothing, such as a press of somebody
     * else's button, whose answer must not wait behind others. Reads only.
     */
    Optional<OutgoingMessage> preview(IncomingMessage message);

    /** Completions for a command's argument, best first, at most 25; reads only. */
    List<Suggestion> suggest(UserId user, Optional<Locale> languageHint, String command, String typed);
}
