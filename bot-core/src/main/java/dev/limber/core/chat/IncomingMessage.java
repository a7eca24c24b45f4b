package dev.limber.core.chat;

import java.util.Locale;
import java.util.Optional;

/**
 * One event of a platform, translated.
 *
 * @param updateId the platform's identifier of the event, unique within platform and bot: a second message with the
 *     same one is dropped
 * @param address where it happened, and where answers go
 * @param privateChat whether only {@code user} reads what answers this at {@code address}: in a private chat always; in a
 *     chat of several people where a button was pressed that only this person sees, or the one of an invitation. Then
 *     what is for the person alone comes without an invitation, questions about health are answered, and {@code /start}
 *     takes what an invitation carries. What is for everyone (the steps of a routine) is shown to all who are there all
 *     the same, and so is what follows by itself: the cues of a hands-free routine are led as the event was that began
 *     it, and say nothing that is for one person alone. What is typed where others read along is never private
 * @param direct where the platform lets the bot write to the person alone, if it is known; {@code address} where that is
 *     such a place
 * @param languageHint the language of the person's client, if the platform tells it
 */
public record IncomingMessage(
        String updateId,
        UserId user,
        Address address,
        boolean privateChat,
        Optional<Address> direct,
        Optional<Locale> languageHint,
        Optional<ReplyHandle> replyHandle,
        Body body) {}
