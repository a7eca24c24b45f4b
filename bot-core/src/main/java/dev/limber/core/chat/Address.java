package dev.limber.core.chat;

import java.util.Optional;

/**
 * A place where messages can be delivered: a chat as one bot account sees it, or a thread (a forum topic) in it.
 *
 * @param bot the bot account's own identifier: the same chat seen by two bots is two addresses
 * @param chat the platform's identifier of the chat, opaque to the core
 */
public record Address(Platform platform, String bot, String chat, Optional<String> thread) {}
