package dev.limber.discord.api;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import java.util.Optional;

/**
 * A channel as the bot sees it. Threads are channels of their own.
 *
 * @param channel its number, or the person's: both are unique in all of Discord
 */
public record Place(Kind kind, long channel) {
    public static final Platform PLATFORM = new Platform("discord");

    /** How a channel can be reached. */
    public enum Kind {
        /** The bot's chat with one person. */
        DIRECT("direct"),
        /** The same by the person's number, where it is not known by its own yet. */
        PERSON("person"),
        /** In a server that the bot is a member of. */
        SERVER("server"),
        /** Where a person has brought the app along; nothing can be said there but in answer to that person. */
        VISITED("visited");

        private final String written;

        Kind(String written) {
            this.written = written;
        }
    }

    /** @throws IllegalArgumentException where it was not written here */
    public static Place of(Address address) {
        String[] parts = address.chat().split("/", 2);
        for (Kind kind : Kind.values()) {
            if (parts.length == 2 && kind.written.equals(parts[0])) {
                return new Place(kind, Long.parseLong(parts[1]));
            }
        }
        throw new IllegalArgumentException("no place in Discord: '" + address.chat() + "'");
    }

    /** @param bot the bot's own number */
    public Address address(long bot) {
        return new Address(
                PLATFORM, Long.toString(bot), kind.written + "/" + Long.toUnsignedString(channel), Optional.empty());
    }

    /** Whether several people read what is said there. */
    public boolean isShared() {
        return kind != Kind.DIRECT && kind != Kind.PERSON;
    }

    /** The bot's chat with somebody, whether it is open or not. */
    public static Place with(long person) {
        return new Place(Kind.PERSON, person);
    }

    public static UserId user(long id) {
        return new UserId(PLATFORM, Long.toUnsignedString(id));
    }

    /** The number of a person on Discord. */
    public static long number(UserId user) {
        return Long.parseUnsignedLong(user.id());
    }
}
