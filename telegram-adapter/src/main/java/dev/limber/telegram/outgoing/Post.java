package dev.limber.telegram.outgoing;

import dev.limber.core.chat.Address;
import dev.limber.telegram.api.Chats;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;

/** Where a new message goes. */
record Post(Address to, Optional<ReplyParameters> replyTo) {
    String chat() {
        return to.chat();
    }

    Optional<Integer> topic() {
        return Chats.topic(to);
    }

    Post withoutTopic() {
        return new Post(new Address(to.platform(), to.bot(), to.chat(), Optional.empty()), replyTo);
    }
}
