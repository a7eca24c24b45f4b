package dev.limber.telegram.incoming;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.ReplyHandle;
import dev.limber.telegram.api.BotAccount;
import dev.limber.telegram.api.ButtonData;
import dev.limber.telegram.api.Chats;
import dev.limber.telegram.api.MessageIds;
import dev.limber.telegram.api.ReplyHandles;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.location.Location;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.stickers.Sticker;

/**
 * Says what an update means, if it is addressed to us at all. Pure.
 *
 * <p>Events are told apart by their update id together with what they are about: after a quiet week Telegram may count
 * updates from anywhere, and an id that was seen before may then be that of another event.
 *
 * @param isCommand whether a name is one of our commands, for a command in a group that does not say whose it is
 * @param isLatest whether a message is the last one in its chat, as far as is known
 */
record Translator(BotAccount account, Predicate<String> isCommand, BiPredicate<Address, Long> isLatest) {
    /** The updates that mean anything. */
    static final List<String> KINDS = List.of("message", "callback_query", "my_chat_member");

    /** The status of a chat member, here the bot, that was blocked. */
    private static final String BLOCKED = "kicked";

    Translated translate(Update update, Instant now) {
        return Optional.ofNullable(update.getMessage())
                .flatMap(message -> message(update, message, now))
                .or(() -> Optional.ofNullable(update.getCallbackQuery()).flatMap(query -> press(query, now)))
                .or(() -> Optional.ofNullable(update.getMyChatMember()).flatMap(change -> membership(update, change)))
                .orElseGet(Translated.NotForUs::new);
    }

    /** Whose events must stay in order with this one. */
    static Optional<Long> person(Update update) {
        return Optional.ofNullable(update.getMessage())
                .flatMap(message -> Optional.ofNullable(message.getFrom()))
                .or(() -> Optional.ofNullable(update.getCallbackQuery()).map(CallbackQuery::getFrom))
                .or(() -> Optional.ofNullable(update.getMyChatMember()).map(ChatMemberUpdated::getFrom))
                .flatMap(user -> Optional.ofNullable(user.getId()));
    }

    private Optional<Translated> message(Update update, Message message, Instant now) {
        // A chat that moves concerns everybody in it, whoever made it move.
        boolean moves = message.getMigrateToChatId() != null;
        if (!moves && isInTheNameOfTheGroup(message)) {
            return commandOfTheGroup(update, message, now);
        }
        Optional<User> person = Optional.ofNullable(message.getFrom()).filter(user -> moves || isHuman(user));
        if (person.isEmpty() || Boolean.TRUE.equals(message.getIsAutomaticForward())) {
            return Optional.empty();
        }
        boolean isPrivate = message.getChat().isUserChat();
        Optional<ReplyHandle> handle = isPrivate
                ? Optional.empty()
                : Optional.of(new ReplyHandles.Message(message.getMessageId()).written(now));
        return body(message, isPrivate)
                .map(body -> forUs(
                        update.getUpdateId() + "/" + message.getChatId() + "/" + message.getMessageId(),
                        person.get(),
                        address(message),
                        isPrivate,
                        handle,
                        body));
    }

    /** Whoever manages a group may stay anonymous: Telegram says then that the group itself has written. */
    private static boolean isInTheNameOfTheGroup(Message message) {
        return Optional.ofNullable(message.getSenderChat())
                .map(sender -> sender.getId().equals(message.getChatId()))
                .orElse(false);
    }

    /** Nobody is known to be led through anything, but a command may be the group's own matter. */
    private Optional<Translated> commandOfTheGroup(Update update, Message message, Instant now) {
        return body(message, false)
                .filter(Body.CommandCalled.class::isInstance)
                .map(body -> new Translated.ForUs(
                        new IncomingMessage(
                                update.getUpdateId() + "/" + message.getChatId() + "/" + message.getMessageId(),
                                Chats.user(message.getChatId()),
                                address(message),
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new ReplyHandles.Message(message.getMessageId()).written(now)),
                                body),
                        Optional.empty()));
    }

    private Optional<Body> body(Message message, boolean isPrivate) {
        Optional<Long> movedTo = Optional.ofNullable(message.getMigrateToChatId());
        if (movedTo.isPresent()) {
            Address to = Chats.address(account.id(), movedTo.get(), Optional.empty());
            return Optional.of(new Body.ChatMoved(address(message), to));
        }
        Optional<String> text = Optional.ofNullable(message.getText());
        Optional<CommandLine> command = text.flatMap(CommandLine::read);
        if (command.isPresent()) {
            return command.filter(line -> isOurs(line, message, isPrivate))
                    .map(line -> new Body.CommandCalled(line.name(), line.argument()));
        }
        if (isPrivate) {
            return privateBody(message, text);
        }
        return text.filter(words -> isReplyToUs(message))
                .or(() -> text.flatMap(this::afterMention))
                .map(Body.TextWritten::new);
    }

    /** Whatever people send in private gets an answer. What the chat itself tells (a pinned message, say) is no word. */
    private static Optional<Body> privateBody(Message message, Optional<String> text) {
        Optional<Location> location = Optional.ofNullable(message.getLocation());
        if (location.isPresent()) {
            return location.map(place -> new Body.LocationShared(place.getLatitude(), place.getLongitude()));
        }
        Optional<String> emoji = Optional.ofNullable(message.getSticker()).map(Sticker::getEmoji);
        Optional<String> caption = Optional.ofNullable(message.getCaption());
        boolean wordless = message.hasPhoto()
                || message.hasVideo()
                || message.hasVoice()
                || message.hasVideoNote()
                || message.hasAudio()
                || message.hasDocument()
                || message.hasAnimation()
                || message.hasSticker()
                || message.hasContact()
                || message.hasPoll();
        return text.or(() -> caption)
                .or(() -> emoji)
                .or(() -> wordless ? Optional.of("") : Optional.empty())
                .map(Body.TextWritten::new);
    }

    private boolean isOurs(CommandLine line, Message message, boolean isPrivate) {
        return line.bot()
                .map(account::isCalled)
                .orElseGet(() -> isPrivate
                        || isReplyToUs(message)
                        || isCommand.test(line.name().toLowerCase(Locale.ROOT)));
    }

    private boolean isReplyToUs(Message message) {
        return Optional.ofNullable(message.getReplyToMessage())
                .flatMap(replied -> Optional.ofNullable(replied.getFrom()))
                .map(author -> author.getId() == account.id())
                .orElse(false);
    }

    /** What follows our name at the beginning. */
    private Optional<String> afterMention(String text) {
        String[] words = text.split("\\s+", 2);
        return words[0].startsWith("@") && account.isCalled(words[0])
                ? Optional.of(words.length == 2 ? words[1] : "")
                : Optional.empty();
    }

    private Optional<Translated> press(CallbackQuery query, Instant now) {
        MaybeInaccessibleMessage message = query.getMessage();
        if (message == null || query.getData() == null) {
            return Optional.empty();
        }
        boolean isPrivate = message.getChat().isUserChat();
        Address address;
        MessageIds ids;
        if (message instanceof Message accessible) {
            address = address(accessible);
            ids = MessageIds.of(accessible);
        } else {
            address = Chats.address(account.id(), message.getChatId(), Optional.empty());
            ids = new MessageIds(message.getMessageId(), Optional.empty());
        }
        ButtonData button =
                isPrivate ? new ButtonData(query.getData(), Optional.empty()) : ButtonData.read(query.getData());
        var ref = new MessageRef(address, ids.written());
        boolean latest = message instanceof Message && isLatest.test(address, (long) ids.number());
        var incoming = incoming(
                "press/" + query.getId(),
                query.getFrom(),
                address,
                isPrivate,
                // What is said to one person in the midst of others can only be shown as an answer to the press.
                isPrivate ? Optional.empty() : Optional.of(new ReplyHandles.Press(query.getId()).written(now)),
                new Body.ButtonPressed(button.data(), ref, button.owner(), latest));
        boolean foreign =
                button.owner().filter(owner -> !owner.equals(incoming.user())).isPresent();
        return Optional.of(
                foreign
                        ? new Translated.SomebodyElsesButton(incoming, query.getId())
                        : new Translated.ForUs(incoming, Optional.of(query.getId())));
    }

    private Optional<Translated> membership(Update update, ChatMemberUpdated change) {
        boolean blocked = change.getChat().isUserChat()
                && change.getNewChatMember().getStatus().equals(BLOCKED);
        return blocked
                ? Optional.of(forUs(
                        update.getUpdateId() + "/member/" + change.getDate(),
                        change.getFrom(),
                        Chats.address(account.id(), change.getChat().getId(), Optional.empty()),
                        true,
                        Optional.empty(),
                        new Body.UserUnreachable("blocked the bot")))
                : Optional.empty();
    }

    private Translated forUs(
            String id, User user, Address address, boolean isPrivate, Optional<ReplyHandle> handle, Body body) {
        return new Translated.ForUs(incoming(id, user, address, isPrivate, handle, body), Optional.empty());
    }

    private IncomingMessage incoming(
            String id, User user, Address address, boolean isPrivate, Optional<ReplyHandle> handle, Body body) {
        // A private chat has the number of the person.
        Address direct = Chats.address(account.id(), user.getId(), Optional.empty());
        return new IncomingMessage(
                id, Chats.user(user.getId()), address, isPrivate, Optional.of(direct), language(user), handle, body);
    }

    private Address address(Message message) {
        Optional<Integer> topic =
                message.isTopicMessage() ? Optional.ofNullable(message.getMessageThreadId()) : Optional.empty();
        return Chats.address(account.id(), message.getChatId(), topic);
    }

    private static boolean isHuman(User user) {
        return !Boolean.TRUE.equals(user.getIsBot());
    }

    /** The language of the person's client. */
    static Optional<Locale> language(User user) {
        return Optional.ofNullable(user.getLanguageCode())
                .map(code -> Locale.forLanguageTag(code.replace('_', '-')))
                .filter(language -> !language.getLanguage().isEmpty());
    }
}
