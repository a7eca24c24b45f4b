package dev.limber.core.chat;

import java.util.Locale;
import java.util.Optional;

/**
 * One event of a platform, translated.
 *
 * @param updateId the platform's identifier of the event, unique within platform and bot: a second message with the
 *     same one is dropped
 * @param address where it happened, and where answers go
 * @param privateChat whether only {@code user} reads what is said at {@code address}
 * @param languageHint the language of the person's client, if the platform tells it
 */
public record IncomingMessage(
        String updateId,
        UserId user,
        Address address,
        boolean privateChat,
        Optional<Locale> languageHint,
        Optional<ReplyHandle> replyHandle,
        Body body) {}
