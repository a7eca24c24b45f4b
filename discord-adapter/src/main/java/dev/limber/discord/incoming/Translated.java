package dev.limber.discord.incoming;

import dev.limber.core.chat.IncomingMessage;

/** What an event is to us. */
sealed interface Translated {
    record ForUs(IncomingMessage message) implements Translated {}

    /** What it would be answered with is shown to who pressed, and nothing else happens. */
    record SomebodyElsesButton(IncomingMessage message) implements Translated {}

    /** Mere talk, or of no interest. */
    record NotForUs() implements Translated {}
}
