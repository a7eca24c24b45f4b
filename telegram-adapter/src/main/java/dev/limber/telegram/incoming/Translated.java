package dev.limber.telegram.incoming;

import dev.limber.core.chat.IncomingMessage;
import java.util.Optional;

/** What an update is to us. */
sealed interface Translated {
    /** @param press the press that it came from: until that is answered the button turns */
    record ForUs(IncomingMessage message, Optional<String> press) implements Translated {}

    /** What it would be answered with is shown to who pressed, and nothing else happens. */
    record SomebodyElsesButton(IncomingMessage message, String press) implements Translated {}

    /** Mere talk, for another bot, of no interest, or unreadable. */
    record NotForUs() implements Translated {}
}
