package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;

/** Where the world tells what happened: the gateway hands it to whoever listens. */
@FunctionalInterface
interface Events {
    /**
     * @param type such as {@code MESSAGE_CREATE}
     * @param guild the server where it happened, which decides the shard; none for direct messages
     */
    void tell(String type, ObjectNode data, OptionalLong guild);
}
