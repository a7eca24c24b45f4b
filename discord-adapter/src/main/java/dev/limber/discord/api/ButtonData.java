package dev.limber.discord.api;

import dev.limber.core.chat.UserId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button carries. In a chat of several people it ends with whose button it is, so that this is known for ever and
 * after every restart.
 *
 * @param action what happens when it is pressed
 */
public record ButtonData(Action action, Optional<UserId> owner) {
    private static final Pattern OWNED = Pattern.compile("(.*)~([0-9]{1,20})", Pattern.DOTALL);
    /** Nothing that the core writes begins like this. */
    private static final String START = "!start/";

    /** What happens when a button is pressed. */
    public sealed interface Action {
        /** @param data what the core wrote */
        record Press(String data) implements Action {}

        /** @param start what an invitation hands to the start command */
        record Accept(String start) implements Action {}
    }

    public static ButtonData read(String written) {
        Matcher owned = OWNED.matcher(written);
        return owned.matches()
                ? new ButtonData(action(owned.group(1)), Optional.of(new UserId(Place.PLATFORM, owned.group(2))))
                : new ButtonData(action(written), Optional.empty());
    }

    private static Action action(String written) {
        return written.startsWith(START)
                ? new Action.Accept(written.substring(START.length()))
                : new Action.Press(written);
    }

    public String written() {
        String what = switch (action) {
            case Action.Press(String data) -> data;
            case Action.Accept(String start) -> START + start;
        };
        return what + owner.map(user -> "~" + user.id()).orElse("");
    }
}
