package dev.limber.discord.standin;

import java.util.OptionalLong;

/**
 * Something that happened.
 *
 * @param data as JSON
 * @param guild the server where it happened; none for direct messages
 * @param wanted the intents of which any one is enough to hear of it; none for what everybody hears
 * @param times how often it is sent, once but for a test
 */
record GatewayEvent(String type, String data, OptionalLong guild, int wanted, int times) {
    static GatewayEvent of(String type, String data, OptionalLong guild) {
        return new GatewayEvent(type, data, guild, GatewayIntents.of(type, guild), 1);
    }

    /** What a session hears without asking. */
    static GatewayEvent own(String type, String data) {
        return new GatewayEvent(type, data, OptionalLong.empty(), 0, 1);
    }

    GatewayEvent forEverybody() {
        return new GatewayEvent(type, data, guild, 0, times);
    }

    GatewayEvent times(int changed) {
        return new GatewayEvent(type, data, guild, wanted, changed);
    }

    String payload(long sequence) {
        return "{\"op\":0,\"s\":" + sequence + ",\"t\":\"" + type + "\",\"d\":" + data + "}";
    }
}
