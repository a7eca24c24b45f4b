/**
 * Where bytes may go, and how many calls. Start reading at {@link dev.limber.discord.wire.RequestGuard}.
 */
@NullMarked
package dev.limber.discord.wire;

import org.jspecify.annotations.NullMarked;
