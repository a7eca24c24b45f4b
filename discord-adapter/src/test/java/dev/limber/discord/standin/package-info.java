/** A stand-in of Discord: its REST API and its gateway, with people, servers and their rules. Start at {@code DiscordApi}. */
@NullMarked
package dev.limber.discord.standin;

import org.jspecify.annotations.NullMarked;
