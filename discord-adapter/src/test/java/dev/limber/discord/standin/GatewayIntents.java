package dev.limber.discord.standin;

import java.util.OptionalLong;

/** What a session wants to hear of, as bits; those by name that matter to a bot like ours. */
final class GatewayIntents {
    static final int GUILDS = 1;
    static final int GUILD_MEMBERS = 1 << 1;
    static final int GUILD_MODERATION = 1 << 2;
    static final int GUILD_PRESENCES = 1 << 8;
    static final int GUILD_MESSAGES = 1 << 9;
    static final int GUILD_MESSAGE_REACTIONS = 1 << 10;
    static final int GUILD_MESSAGE_TYPING = 1 << 11;
    static final int DIRECT_MESSAGES = 1 << 12;
    static final int DIRECT_MESSAGE_REACTIONS = 1 << 13;
    static final int DIRECT_MESSAGE_TYPING = 1 << 14;
    static final int MESSAGE_CONTENT = 1 << 15;
    static final int AUTO_MODERATION = 0b11 << 20;
    static final int GUILD_MESSAGE_POLLS = 1 << 24;
    static final int DIRECT_MESSAGE_POLLS = 1 << 25;

    /** All that there are. */
    static final int KNOWN = (1 << 17) - 1 | AUTO_MODERATION | GUILD_MESSAGE_POLLS | DIRECT_MESSAGE_POLLS;

    private GatewayIntents() {}

    /** Those of which any one is enough to hear of such an event; none for what everybody hears. */
    static int of(String type, OptionalLong guild) {
        boolean inGuild = guild.isPresent();
        return switch (type) {
            case "GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE" -> GUILDS;
            case "GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE", "GUILD_ROLE_DELETE" -> GUILDS;
            case "CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE" -> GUILDS;
            case "THREAD_CREATE", "THREAD_UPDATE", "THREAD_DELETE", "THREAD_LIST_SYNC" -> GUILDS;
            case "THREAD_MEMBER_UPDATE" -> GUILDS;
            case "GUILD_MEMBER_ADD", "GUILD_MEMBER_UPDATE", "GUILD_MEMBER_REMOVE" -> GUILD_MEMBERS;
            case "GUILD_BAN_ADD", "GUILD_BAN_REMOVE", "GUILD_AUDIT_LOG_ENTRY_CREATE" -> GUILD_MODERATION;
            case "CHANNEL_PINS_UPDATE" -> inGuild ? GUILDS : DIRECT_MESSAGES;
            case "PRESENCE_UPDATE" -> GUILD_PRESENCES;
            default -> type.startsWith("MESSAGE_") || type.equals("TYPING_START") ? ofMessage(type, inGuild) : 0;
        };
    }

    private static int ofMessage(String type, boolean inGuild) {
        if (type.startsWith("MESSAGE_REACTION_")) {
            return inGuild ? GUILD_MESSAGE_REACTIONS : DIRECT_MESSAGE_REACTIONS;
        }
        if (type.startsWith("MESSAGE_POLL_")) {
            return inGuild ? GUILD_MESSAGE_POLLS : DIRECT_MESSAGE_POLLS;
        }
        if (type.equals("TYPING_START")) {
            return inGuild ? GUILD_MESSAGE_TYPING : DIRECT_MESSAGE_TYPING;
        }
        return inGuild ? GUILD_MESSAGES : DIRECT_MESSAGES;
    }

    static boolean hasMessageContent(int intents) {
        return (intents & MESSAGE_CONTENT) != 0;
    }
}
