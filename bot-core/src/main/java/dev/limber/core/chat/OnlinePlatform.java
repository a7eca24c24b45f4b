package dev.limber.core.chat;

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

    /** Completes, with one sentence that says why, when it cannot go on. */
    CompletionStage<String> end();

    /** Takes no more events, and returns once those taken are handled. */
    void stopTaking();

    /** Lets go of the platform, after all is delivered. */
    @Override
    void close();
}
