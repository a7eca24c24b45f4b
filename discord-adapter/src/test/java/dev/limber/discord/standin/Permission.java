package dev.limber.discord.standin;

import java.util.Collection;
import java.util.EnumSet;

/** What may be allowed or forbidden in a channel. */
public enum Permission {
    MANAGE_SERVER(5),
    VIEW_CHANNEL(10),
    SEND_MESSAGES(11),
    MANAGE_MESSAGES(13),
    EMBED_LINKS(14),
    ATTACH_FILES(15),
    READ_MESSAGE_HISTORY(16),
    USE_APPLICATION_COMMANDS(31),
    SEND_MESSAGES_IN_THREADS(38);

    private final int bit;

    Permission(int bit) {
        this.bit = bit;
    }

    /** What everybody may do in a new server. */
    static EnumSet<Permission> usual() {
        return EnumSet.complementOf(EnumSet.of(MANAGE_SERVER, MANAGE_MESSAGES));
    }

    /** As the API writes them: a number in letters. */
    static String bits(Collection<Permission> permissions) {
        return Long.toString(
                permissions.stream().mapToLong(each -> 1L << each.bit).sum());
    }
}
