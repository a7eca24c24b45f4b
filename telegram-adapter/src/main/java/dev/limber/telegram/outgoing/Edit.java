package dev.limber.telegram.outgoing;

import java.util.Optional;

/**
 * Which message is changed.
 *
 * @param file what it shows, as {@link dev.limber.telegram.api.MessageIds} has it
 */
record Edit(String chat, int message, Optional<String> file) {}
