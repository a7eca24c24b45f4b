package dev.limber.telegram.incoming;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message that begins with a command, such as {@code /stretch@limber_bot lower back}.
 *
 * @param bot whose command it is, where that is said
 * @param argument without blanks around it
 */
record CommandLine(String name, Optional<String> bot, String argument) {
    private static final Pattern SHAPE =
            Pattern.compile("/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(?:\\s(.*))?", Pattern.DOTALL);

    static Optional<CommandLine> read(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches()
                ? Optional.of(new CommandLine(
                        matcher.group(1),
                        Optional.ofNullable(matcher.group(2)),
                        Optional.ofNullable(matcher.group(3)).orElse("").strip()))
                : Optional.empty();
    }
}
