package dev.limber.discord.standin;

import java.util.OptionalLong;

/**
 * Which part of the servers a session has, and what it wants to hear of there.
 *
 * @param shard from 0
 * @param total above {@code shard}
 */
record ShardIdentity(int shard, int total, int intents) {
    boolean has(OptionalLong guild) {
        return guild.isPresent() ? hasGuild(guild.getAsLong()) : shard == 0;
    }

    boolean hasGuild(long guild) {
        return (guild >>> 22) % total == shard;
    }

    boolean asksFor(int intent) {
        return (intents & intent) != 0;
    }

    boolean wants(GatewayEvent event) {
        return has(event.guild()) && (event.wanted() == 0 || asksFor(event.wanted()));
    }
}
