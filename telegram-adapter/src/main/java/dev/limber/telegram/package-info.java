/**
 * Chat in Telegram, by its Bot API. Start reading at {@link dev.limber.telegram.TelegramBot}.
 */
@NullMarked
package dev.limber.telegram;

import org.jspecify.annotations.NullMarked;
