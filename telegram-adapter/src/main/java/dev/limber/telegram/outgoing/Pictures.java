package dev.limber.telegram.outgoing;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.PictureSource;
import dev.limber.telegram.api.BotClient;
import dev.limber.telegram.api.Reply;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendAnimation;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.games.Animation;
import org.telegram.telegrambots.meta.api.objects.media.InputMedia;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaAnimation;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** Sends pictures: by the id that Telegram knows them by, or else with all their bytes. */
final class Pictures {
    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final String MOVING = ".gif";

    private final BotClient client;
    private final Uploads uploads;
    private final PictureSource source;

    Pictures(BotClient client, Uploads uploads, PictureSource source) {
        this.client = client;
        this.uploads = uploads;
        this.source = source;
    }

    /** Whether a message that shows the file of this unique id shows this picture. */
    boolean isShownBy(Block.Picture picture, String uniqueId) {
        return uploads.find(picture)
                .map(known -> known.uniqueId().equals(uniqueId))
                .orElse(false);
    }

    /** @return empty where the picture is gone */
    Optional<Reply<Message>> post(
            Block.Picture picture, String caption, Post post, Optional<InlineKeyboardMarkup> keyboard) {
        return byIdOrUpload(picture, file -> post(picture, file, caption, post, keyboard));
    }

    /**
     * Puts the picture in the place of another.
     *
     * @return empty where it is gone
     */
    Optional<Reply<Serializable>> replace(
            Block.Picture picture, String caption, Edit edit, Optional<InlineKeyboardMarkup> keyboard) {
        return byIdOrUpload(picture, file -> replace(picture, file, caption, edit, keyboard));
    }

    private <T> Optional<Reply<T>> byIdOrUpload(Block.Picture picture, Function<InputFile, Reply<T>> send) {
        Optional<Reply<T>> sent = byId(picture, send);
        if (sent.isPresent()) {
            return sent;
        }
        ReentrantLock lock = uploads.lock(picture);
        lock.lock();
        try {
            // Somebody else may have uploaded it meanwhile.
            return byId(picture, send).or(() -> upload(picture, send));
        } finally {
            lock.unlock();
        }
    }

    /** @return empty where Telegram does not know the picture, or no longer */
    private <T> Optional<Reply<T>> byId(Block.Picture picture, Function<InputFile, Reply<T>> send) {
        Optional<Reply<T>> reply = uploads.find(picture).map(known -> send.apply(new InputFile(known.fileId())));
        if (reply.isPresent() && isFileRefused(reply.get())) {
            LOG.info("Telegram does not know {} any more; it is uploaded again", picture.path());
            uploads.forget(picture);
            return Optional.empty();
        }
        return reply;
    }

    private <T> Optional<Reply<T>> upload(Block.Picture picture, Function<InputFile, Reply<T>> send) {
        Optional<Reply<T>> reply = source.find(picture)
                .map(bytes -> send.apply(new InputFile(new ByteArrayInputStream(bytes), name(picture))));
        if (reply.isPresent() && reply.get() instanceof Reply.Done<T>(Message message)) {
            remember(picture, message);
        }
        return reply;
    }

    private static boolean isFileRefused(Reply<?> reply) {
        return reply instanceof Reply.Refused<?> refused
                && refused.code() == 400
                && refused.says("file identifier", "file_id", "file reference", "file_reference");
    }

    private Reply<Message> post(
            Block.Picture picture, InputFile file, String caption, Post post, Optional<InlineKeyboardMarkup> keyboard) {
        if (isMoving(picture)) {
            var send = new SendAnimation(post.chat(), file);
            send.setCaption(caption);
            send.setParseMode(ParseMode.HTML);
            post.topic().ifPresent(send::setMessageThreadId);
            post.replyTo().ifPresent(send::setReplyParameters);
            keyboard.ifPresent(send::setReplyMarkup);
            return client.call(send);
        }
        var send = new SendPhoto(post.chat(), file);
        send.setCaption(caption);
        send.setParseMode(ParseMode.HTML);
        post.topic().ifPresent(send::setMessageThreadId);
        post.replyTo().ifPresent(send::setReplyParameters);
        keyboard.ifPresent(send::setReplyMarkup);
        return client.call(send);
    }

    private Reply<Serializable> replace(
            Block.Picture picture, InputFile file, String caption, Edit edit, Optional<InlineKeyboardMarkup> keyboard) {
        InputMedia media = isMoving(picture)
                ? new InputMediaAnimation(file.getAttachName())
                : new InputMediaPhoto(file.getAttachName());
        if (file.isNew()) {
            media.setMedia(file.getNewMediaStream(), file.getMediaName());
        }
        media.setCaption(caption);
        media.setParseMode(ParseMode.HTML);
        var replace = EditMessageMedia.builder()
                .chatId(edit.chat())
                .messageId(edit.message())
                .media(media)
                .build();
        keyboard.ifPresent(replace::setReplyMarkup);
        return client.call(replace);
    }

    private void remember(Block.Picture picture, Message message) {
        Optional<Animation> animation = Optional.ofNullable(message.getAnimation());
        Optional<PhotoSize> photo = Optional.ofNullable(message.getPhoto())
                .filter(sizes -> !sizes.isEmpty())
                .map(List::getLast);
        animation
                .map(file -> new Uploads.Uploaded(file.getFileId(), file.getFileUniqueId()))
                .or(() -> photo.map(file -> new Uploads.Uploaded(file.getFileId(), file.getFileUniqueId())))
                .ifPresent(uploaded -> uploads.remember(picture, uploaded));
    }

    private static boolean isMoving(Block.Picture picture) {
        return picture.path().toLowerCase(Locale.ROOT).endsWith(MOVING);
    }

    /** Ends as the path does: Telegram shows an animation as one only by the end of its name. */
    private static String name(Block.Picture picture) {
        return picture.path().substring(picture.path().lastIndexOf('/') + 1);
    }
}
