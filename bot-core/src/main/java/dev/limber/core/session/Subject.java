package dev.limber.core.session;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import java.util.Optional;

/** Whose state a turn reads and writes; turns of one subject happen one after the other. */
public sealed interface Subject {
    /** Names the subject for ever, in storage too; no two subjects have the same. */
    String key();

    /**
     * The subject that has this key.
     *
     * @throws IllegalArgumentException where no subject has it
     */
    static Subject of(String key) {
        String[] parts = key.split("/", 3);
        if (parts.length == 3 && parts[0].equals(Person.KIND)) {
            return new Person(new UserId(new Platform(parts[1]), parts[2]));
        }
        String[] place = key.split("/", -1);
        if (place[0].equals(Group.KIND) && (place.length == 4 || place.length == 5)) {
            Optional<String> thread = place.length == 5 ? Optional.of(unescape(place[4])) : Optional.empty();
            return new Group(new Address(new Platform(place[1]), unescape(place[2]), unescape(place[3]), thread));
        }
        throw new IllegalArgumentException("not the key of a subject: '" + key + "'");
    }

    /** Somebody. */
    record Person(UserId user) implements Subject {
        private static final String KIND = "person";

        @Override
        public String key() {
            return KIND + "/" + user.platform() + "/" + user.id();
        }
    }

    /** A chat whose members share something. */
    record Group(Address address) implements Subject {
        private static final String KIND = "group";

        @Override
        public String key() {
            return KIND + "/" + address.platform() + "/" + escape(address.bot()) + "/" + escape(address.chat())
                    + address.thread().map(thread -> "/" + escape(thread)).orElse("");
        }
    }

    /** Platforms' identifiers are opaque, so they may hold the sign that parts a key. */
    private static String escape(String part) {
        return part.replace("%", "%25").replace("/", "%2F");
    }

    private static String unescape(String part) {
        return part.replace("%2F", "/").replace("%25", "%");
    }
}
