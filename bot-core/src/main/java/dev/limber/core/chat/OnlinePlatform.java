package dev.limber.core.chat;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A platform that is reached over a network with an account of its own. Made first, then told of the commands, then begun;
 * messages to deliver come only when it has begun, or has introduced itself. Whatever became of that, it is told to stop
 * taking and is closed in the end.
 */
public interface OnlinePlatform extends ChatPlatform, AutoCloseable {
    /** As people write it, such as {@code Telegram}. */
    String name();

    /**
     * Begins to take events. Expected to be called once.
     *
     * @param inbox where they go
     */
    Beginning begin(Inbox inbox);

    /** Completes, with its account's name as people there write it, when the platform has said who it is. */
    CompletionStage<String> introduced();

    /**
     * When the platform was last known to answer: that tells whether events would come in if there were any. A platform
     * is asked often enough that this is never older than a minute while all is well. Empty before the first time.
     */
    Optional<Instant> lastHeard();

    /** Completes, with one sentence that says why, when it cannot go on. */
    CompletionStage<String> end();

    /** Takes no more events, and returns once those taken are handled. */
    void stopTaking();

    /**
     * Takes no more messages, because another instance takes them, or is about to: like {@link #stopTaking}, but without a
     * word to the platform that would get in its way.
     */
    default void giveWay() {
        stopTaking();
    }

    /** Lets go of the platform, after all is delivered. */
    @Override
    void close();
}
