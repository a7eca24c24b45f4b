/**
 * All that a platform's adapter sees of Limber: what comes in, what goes out, and the two ports between them. Start
 * reading at {@link dev.limber.core.chat.ChatPlatform}.
 */
@NullMarked
package dev.limber.core.chat;

import org.jspecify.annotations.NullMarked;
