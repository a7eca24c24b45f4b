package dev.limber.core.coach;

import dev.limber.core.chat.UserId;
import dev.limber.core.text.Content;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * All that a decision may depend on beside the person's state.
 *
 * @param privateChat whether only the person reads what is said here
 * @param languageHint the language of the person's client
 * @param freshId an identifier never used before, at most eight characters of {@code [a-z0-9]}
 */
public record Context(
        Instant now,
        UserId user,
        boolean privateChat,
        Optional<Locale> languageHint,
        Content content,
        Defaults defaults,
        Records records,
        String freshId) {}
