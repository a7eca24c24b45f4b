package dev.limber.telegram.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * {@code getUpdates}, read update by update: the library's own reads all or nothing, so that one update that it does not
 * understand would come again for ever, and hold up all that are behind it.
 */
final class FetchUpdates extends GetUpdates {
    private static final int MOST = 100;

    private FetchUpdates(Optional<Integer> offset, int limit, int timeoutSeconds, List<String> allowedUpdates) {
        super(offset.orElse(null), limit, timeoutSeconds, allowedUpdates);
    }

    static FetchUpdates waiting(Optional<Integer> offset, int timeoutSeconds, List<String> allowedUpdates) {
        return new FetchUpdates(offset, MOST, timeoutSeconds, allowedUpdates);
    }

    /** Confirms all updates before the offset, and is not interested in others. */
    static FetchUpdates confirming(int offset, List<String> allowedUpdates) {
        return new FetchUpdates(Optional.of(offset), 1, 0, allowedUpdates);
    }

    /** The library wants a list of this very kind. */
    static final class Fetched extends ArrayList<Update> {
        private static final long serialVersionUID = 1;

        private Fetched(List<Update> updates) {
            super(updates);
        }
    }

    @Override
    public Fetched deserializeResponse(String answer) throws TelegramApiRequestException {
        return new Fetched(UpdateReader.readAll(answer));
    }
}
