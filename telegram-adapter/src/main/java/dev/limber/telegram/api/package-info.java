/**
 * The calls of the Bot API, through the client library, with what came of each. Start reading at
 * {@link dev.limber.telegram.api.BotClient}.
 */
@NullMarked
package dev.limber.telegram.api;

import org.jspecify.annotations.NullMarked;
