/**
 * What Limber says, on its way to Discord. Start reading at {@link dev.limber.discord.outgoing.Deliverer}.
 */
@NullMarked
package dev.limber.discord.outgoing;

import org.jspecify.annotations.NullMarked;
