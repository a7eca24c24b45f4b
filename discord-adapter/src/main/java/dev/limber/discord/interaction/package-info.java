/**
 * Commands and presses that wait for their acknowledgement, from the moment that they come until they are answered. Start
 * reading at {@link dev.limber.discord.interaction.Interactions}.
 */
@NullMarked
package dev.limber.discord.interaction;

import org.jspecify.annotations.NullMarked;
