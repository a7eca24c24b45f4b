package dev.limber.local;

import dev.limber.core.chat.Body;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a typed line means. */
public final class Typed {
    private static final Pattern COMMAND = Pattern.compile("/([^\\s/]+)(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    private Typed() {}

    /**
     * @param press the button with that number, if there is one on the screen
     * @return empty for a line that says nothing
     */
    public static Optional<Body> read(String line, IntFunction<Optional<Body.ButtonPressed>> press) {
        String text = line.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher command = COMMAND.matcher(text);
        if (command.matches()) {
            String argument = Optional.ofNullable(command.group(2)).orElse("");
            return Optional.of(new Body.CommandCalled(command.group(1), argument));
        }
        if (NUMBER.matcher(text).matches()) {
            Optional<Body.ButtonPressed> pressed = press.apply(Integer.parseInt(text));
            if (pressed.isPresent()) {
                return Optional.of(pressed.get());
            }
        }
        return Optional.of(new Body.TextWritten(text));
    }
}
