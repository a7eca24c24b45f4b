package dev.limber.core.session;

import dev.limber.core.chat.Address;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a nudge arrives.
 *
 * @param privateChat whether only the person reads what is said there
 * @param languageHint the language of the person's client
 */
public record NudgePlace(Address address, boolean privateChat, Optional<Locale> languageHint) {}
