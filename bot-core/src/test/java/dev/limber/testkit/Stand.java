package dev.limber.testkit;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.UserId;
import java.util.List;
import java.util.Optional;

/** An adapter with a platform behind it, and eyes to see what arrives there. */
public interface Stand extends AutoCloseable {
    ChatPlatform platform();

    UserId person();

    /** Where only that person reads. */
    Address privateChat();

    /** Where others read, too; empty for a platform without such places. */
    Optional<Address> sharedChat();

    /** What all who are there can see at an address, oldest first. */
    List<Shown> shown(Address address);

    /**
     * From now on the person wants nothing from the bot.
     *
     * @return false where a platform has no such thing
     */
    boolean block();

    @Override
    void close();
}
