package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the gateway tells a client that has just identified itself. */
interface Greeting {
    /** The bot itself, as a user object. */
    ObjectNode bot();

    /** The application, as READY has it: its id and flags. */
    ObjectNode application();

    /** The servers that the bot is in, whole, as GUILD_CREATE has them. */
    List<ObjectNode> guilds();

    /** Whether the bot may ask for the content of all messages. */
    boolean mayHaveMessageContent();
}
