/**
 * How Limber's notions are written in Discord: places, messages, buttons, reply handles, moments. Start reading at
 * {@link dev.limber.discord.api.Place}.
 */
@NullMarked
package dev.limber.discord.api;

import org.jspecify.annotations.NullMarked;
