package dev.limber.telegram.api;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import java.util.Optional;

/** Telegram's numbers for chats, topics and people, as the core has them. */
public final class Chats {
    public static final Platform PLATFORM = new Platform("telegram");

    private Chats() {}

    public static UserId user(long id) {
        return new UserId(PLATFORM, Long.toString(id));
    }

    public static Address address(long botId, long chatId, Optional<Integer> topic) {
        return new Address(PLATFORM, Long.toString(botId), Long.toString(chatId), topic.map(String::valueOf));
    }

    /** Groups have negative numbers, people have positive ones, and a private chat has that of the person. */
    public static boolean isShared(Address address) {
        return address.chat().startsWith("-");
    }

    public static Optional<Integer> topic(Address address) {
        return address.thread().map(Integer::valueOf);
    }
}
