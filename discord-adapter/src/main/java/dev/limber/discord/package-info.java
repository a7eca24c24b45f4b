/**
 * Limber in Discord: carries messages between JDA and the core. Start reading at {@link dev.limber.discord.DiscordBot}.
 */
@NullMarked
package dev.limber.discord;

import org.jspecify.annotations.NullMarked;
