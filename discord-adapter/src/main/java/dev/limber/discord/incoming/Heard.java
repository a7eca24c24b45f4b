package dev.limber.discord.incoming;

import dev.limber.discord.api.MessageIds;
import dev.limber.discord.api.Place;
import java.util.Locale;
import java.util.Optional;

/** Events of Discord, reduced to what matters to us. */
sealed interface Heard {
    /** Who did it, where. */
    record Frame(long event, long person, Place place, Optional<Locale> language) {}

    /**
     * @param name its English name, whatever the person saw
     * @param argument empty where none was given
     */
    record Called(Frame frame, String token, String name, String argument) implements Heard {}

    /** @param data what the button carries, as it is written there */
    record Pressed(Frame frame, String token, MessageIds message, String data) implements Heard {}

    /**
     * @param text without what Discord withholds
     * @param replyToUs whether it replies to a message of ours
     */
    record Wrote(Frame frame, String text, boolean replyToUs) implements Heard {}
}
