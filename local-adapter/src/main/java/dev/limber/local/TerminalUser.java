package dev.limber.local;

import dev.limber.core.chat.UserId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who sits at the terminal: names as people type them become ids that stay the same from day to day. */
public final class TerminalUser {
    private static final Pattern ODD = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}._-]+");
    private static final Pattern HAS_LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{Nd}]");
    private static final int MAX_CHARACTERS = 64;

    private TerminalUser() {}

    /**
     * The id behind a name: case and the two ways of writing an accent make no difference, and whatever is neither
     * letter, digit, dot, underscore nor hyphen becomes a hyphen. Empty where nothing of the name is left.
     */
    public static Optional<UserId> named(String name) {
        String plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String id = ODD.matcher(plain).replaceAll("-");
        if (!HAS_LETTER_OR_DIGIT.matcher(id).find()) {
            return Optional.empty();
        }
        int end = Math.min(id.length(), MAX_CHARACTERS);
        return Optional.of(new UserId(TerminalChat.PLATFORM, id.substring(0, end)));
    }

    /** Whoever is logged in, or "you" where the login has no usable name. */
    public static UserId loggedIn(Optional<String> loginName) {
        return loginName.flatMap(TerminalUser::named).orElseGet(() -> new UserId(TerminalChat.PLATFORM, "you"));
    }
}
