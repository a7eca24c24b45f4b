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

    /** Completions for a command's argument, best first, at most 25; reads only. */
    List<Suggestion> suggest(UserId user, Optional<Locale> languageHint, String command, String typed);
}
