package dev.limber.core.runtime;

import java.util.Locale;
import java.util.Optional;

/**
 * How a conversation was led, kept for taking it up again unasked.
 *
 * @param privateChat whether only the person reads what is said at the address
 * @param languageHint the language of the person's client
 */
public record Circumstances(boolean privateChat, Optional<Locale> languageHint) {}
