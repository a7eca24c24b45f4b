package dev.limber.telegram.api;

import dev.limber.core.chat.MessageRef;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.games.Animation;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;

/**
 * What a message is called in a {@link MessageRef}: its number, and with a file its kind and what Telegram calls the file
 * for ever, for a message with a file can be edited in other ways than one without.
 *
 * @param file the unique id of a picture; of any other file, a word that is no such id
 */
public record MessageIds(int number, Optional<String> file) {
    private static final String SEPARATOR = "/";
    private static final String OTHER_FILE = "*";

    public static MessageIds of(Message message) {
        Optional<String> picture = Optional.ofNullable(message.getAnimation())
                .map(Animation::getFileUniqueId)
                .or(() -> photo(message));
        Optional<String> other = Optional.ofNullable(message.getDocument()).map(_ -> OTHER_FILE);
        return new MessageIds(message.getMessageId(), picture.or(() -> other));
    }

    /** The biggest of the sizes that Telegram makes of a photo. */
    private static Optional<String> photo(Message message) {
        List<PhotoSize> sizes = Optional.ofNullable(message.getPhoto()).orElse(List.of());
        return sizes.isEmpty() ? Optional.empty() : Optional.of(sizes.getLast().getFileUniqueId());
    }

    /** Empty where it was not written here. */
    public static Optional<MessageIds> read(MessageRef ref) {
        String[] parts = ref.messageId().split(SEPARATOR, 2);
        if (!parts[0].matches("[0-9]{1,10}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(parts[0]);
        if (number > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        return Optional.of(new MessageIds((int) number, parts.length == 2 ? Optional.of(parts[1]) : Optional.empty()));
    }

    public String written() {
        return number + file.map(id -> SEPARATOR + id).orElse("");
    }
}
