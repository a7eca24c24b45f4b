package dev.limber.core.runtime;

import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.runtime.json.JsonCodec;
import dev.limber.core.session.Plan;
import dev.limber.core.session.SubjectState;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people hear when something is broken; the words come from the content. */
final class Apologies {
    private static final Logger LOG = LoggerFactory.getLogger(Apologies.class);

    private final Mind mind;

    Apologies(Mind mind) {
        this.mind = mind;
    }

    /** What is broken. */
    enum Cause {
        BUG("error.bug"),
        STORAGE("error.storage");

        private final String key;

        Cause(String key) {
            this.key = key;
        }
    }

    /**
     * @param state what is known about the person, if it could be read
     * @return empty where nobody is there to hear it, or the content has no words for it
     */
    Optional<OutgoingMessage> find(Cause cause, IncomingMessage message, Optional<SubjectState> state) {
        Locale language = state.flatMap(SubjectState::language)
                .or(() -> state.flatMap(JsonCodec::planOf).flatMap(Plan::language))
                .or(message::languageHint)
                .orElse(mind.defaults().language());
        try {
            String words = mind.content().get().phrasebook().in(language).say(cause.key);
            Audience audience =
                    message.privateChat() ? new Audience.OnlyPerson(message.user()) : new Audience.Everyone();
            return Optional.of(OutgoingMessage.of(
                    audience, List.of(Block.Text.of(TextStyle.BODY, words)), List.of(), Optional.empty()));
        } catch (MissingResourceException e) {
            LOG.error("the content has no text {}", cause.key);
            return Optional.empty();
        }
    }
}
