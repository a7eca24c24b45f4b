package dev.limber.local.page;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.UserId;
import dev.limber.local.Clean;
import dev.limber.local.TerminalUser;
import java.util.Optional;

/**
 * Somebody who chats in the page, by the name that they picked.
 *
 * @param id stays the same however the name is written
 * @param name as it was typed first, harmless and at most {@link #MOST_CHARACTERS} long
 */
public record Person(String id, String name) {
    static final int MOST_CHARACTERS = 40;

    private static final String BOT = "local";

    /** Empty where the name has neither letter nor digit. */
    public static Optional<Person> named(String typed) {
        String line = Clean.line(typed).strip().replaceAll("\\s+", " ");
        int end = line.offsetByCodePoints(0, Math.min(MOST_CHARACTERS, line.codePointCount(0, line.length())));
        String name = line.substring(0, end).strip();
        return TerminalUser.named(name).map(user -> new Person(user.id(), name));
    }

    /** Whose address it is; empty where it is none of this page. */
    static Optional<Person> at(Address address) {
        return named(address.chat()).filter(person -> person.address().equals(address));
    }

    UserId user() {
        return new UserId(PagePlatform.PLATFORM, id);
    }

    Address address() {
        return new Address(PagePlatform.PLATFORM, BOT, id, Optional.empty());
    }
}
