package dev.limber.core.coach;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.UserId;
import dev.limber.core.text.Content;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * All that a decision may depend on beside the person's state, or the chat's.
 *
 * @param user who did it; where nobody did, the chat itself, which has its own identifier as that of a user
 * @param address where the person is being talked to
 * @param direct where the person can be written to alone, if that is known
 * @param privateChat whether only the person reads what is said here
 * @param languageHint the language of the person's client
 * @param zones where which time zone holds
 * @param freshId an identifier never used before, at most eight characters of {@code [a-z0-9]}
 * @param standing what is known of the person in a turn of a chat
 */
public record Context(
        Instant now,
        UserId user,
        Address address,
        Optional<Address> direct,
        boolean privateChat,
        Optional<Locale> languageHint,
        Content content,
        Defaults defaults,
        Records records,
        ZoneAtlas zones,
        String freshId,
        Standing standing) {}
