package dev.limber.telegram.outgoing;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.adapter.LatestMessages;
import dev.limber.core.chat.adapter.Line;
import dev.limber.telegram.api.BotClient;
import dev.limber.telegram.api.Reply;
import dev.limber.telegram.api.ReplyHandles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** Sends the parts of messages: each as a new message, or in the place of another. */
final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private final BotClient client;
    private final Pictures pictures;
    private final LatestMessages latest;
    private final InstantSource clock;

    Sender(BotClient client, Pictures pictures, LatestMessages latest, InstantSource clock) {
        this.client = client;
        this.pictures = pictures;
        this.latest = latest;
        this.clock = clock;
    }

    /** In a chat of several people, an answer points at what it answers. */
    Post place(Envelope envelope) {
        Address to = envelope.to();
        Optional<ReplyParameters> replyTo = envelope.replyHandle()
                .flatMap(handle -> ReplyHandles.read(handle, clock.instant()))
                .flatMap(handle -> handle instanceof ReplyHandles.Message(int number)
                        ? Optional.of(ReplyParameters.builder()
                                .messageId(number)
                                .allowSendingWithoutReply(true)
                                .build())
                        : Optional.empty());
        return new Post(to, replyTo);
    }

    /** Where the topic is gone, the message goes to the chat without it. */
    Reply<Message> post(Post post, Part part, Optional<InlineKeyboardMarkup> keyboard) {
        Reply<Message> reply = postOnce(post, part, keyboard);
        return post.topic().isPresent() && Outcomes.isTopicGone(reply)
                ? postOnce(post.withoutTopic(), part, keyboard)
                : reply;
    }

    private Reply<Message> postOnce(Post post, Part part, Optional<InlineKeyboardMarkup> keyboard) {
        Reply<Message> reply = send(post, part, keyboard);
        if (reply instanceof Reply.Done<Message>(Message message)) {
            latest.note(post.to(), message.getMessageId());
        }
        return reply;
    }

    private Reply<Message> send(Post post, Part part, Optional<InlineKeyboardMarkup> keyboard) {
        return switch (part) {
            case Part.Text(List<Line> lines) -> text(post, lines, keyboard);
            case Part.Picture(Block.Picture picture, List<Line> lines) ->
                pictures.post(picture, Html.of(lines), post, keyboard)
                        .filter(reply -> !Outcomes.isMediaForbidden(reply))
                        .orElseGet(() -> withoutPicture(post, picture, lines, keyboard));
            case Part.File(Block.Document document, List<Line> lines) -> file(post, document, lines, keyboard);
        };
    }

    private Reply<Message> text(Post post, List<Line> lines, Optional<InlineKeyboardMarkup> keyboard) {
        var send = new SendMessage(post.chat(), Html.of(lines));
        send.setParseMode(ParseMode.HTML);
        send.setLinkPreviewOptions(NO_PREVIEW);
        post.topic().ifPresent(send::setMessageThreadId);
        post.replyTo().ifPresent(send::setReplyParameters);
        keyboard.ifPresent(send::setReplyMarkup);
        return client.call(send);
    }

    /** Words are more than nothing, where the picture is gone or the chat takes none. */
    private Reply<Message> withoutPicture(
            Post post, Block.Picture picture, List<Line> lines, Optional<InlineKeyboardMarkup> keyboard) {
        LOG.warn("the picture {} cannot be shown; its words go without it", picture.path());
        return text(post, lines, keyboard);
    }

    private Reply<Message> file(
            Post post, Block.Document document, List<Line> lines, Optional<InlineKeyboardMarkup> keyboard) {
        var bytes = new ByteArrayInputStream(document.text().getBytes(StandardCharsets.UTF_8));
        var send = new SendDocument(post.chat(), new InputFile(bytes, document.name()));
        if (!lines.isEmpty()) {
            send.setCaption(Html.of(lines));
            send.setParseMode(ParseMode.HTML);
        }
        post.topic().ifPresent(send::setMessageThreadId);
        post.replyTo().ifPresent(send::setReplyParameters);
        keyboard.ifPresent(send::setReplyMarkup);
        return client.call(send);
    }

    /**
     * A message with a picture stays one and a text stays a text, for Telegram cannot make one of the other.
     *
     * @return empty where it cannot be edited into that
     */
    Optional<Reply<?>> edit(Edit edit, Part part, Optional<InlineKeyboardMarkup> keyboard) {
        return switch (part) {
            case Part.Text(List<Line> lines)
            when edit.file().isEmpty() -> Optional.of(changeText(edit, lines, keyboard));
            case Part.Picture(Block.Picture picture, List<Line> lines)
            when edit.file().isPresent() -> {
                String caption = Html.of(lines);
                yield pictures.isShownBy(picture, edit.file().get())
                        ? Optional.of(changeCaption(edit, caption, keyboard))
                        : pictures.replace(picture, caption, edit, keyboard).map(reply -> reply);
            }
            case Part.Text _, Part.Picture _, Part.File _ -> Optional.empty();
        };
    }

    private Reply<?> changeText(Edit edit, List<Line> lines, Optional<InlineKeyboardMarkup> keyboard) {
        var change = EditMessageText.builder()
                .chatId(edit.chat())
                .messageId(edit.message())
                .text(Html.of(lines))
                .parseMode(ParseMode.HTML)
                .linkPreviewOptions(NO_PREVIEW)
                .build();
        keyboard.ifPresent(change::setReplyMarkup);
        return client.call(change);
    }

    private Reply<?> changeCaption(Edit edit, String caption, Optional<InlineKeyboardMarkup> keyboard) {
        var change = EditMessageCaption.builder()
                .chatId(edit.chat())
                .messageId(edit.message())
                .caption(caption)
                .parseMode(ParseMode.HTML)
                .build();
        keyboard.ifPresent(change::setReplyMarkup);
        return client.call(change);
    }
}
