/**
 * What people do in Discord, on its way to the core. Start reading at {@link dev.limber.discord.incoming.Intake}.
 */
@NullMarked
package dev.limber.discord.incoming;

import org.jspecify.annotations.NullMarked;
