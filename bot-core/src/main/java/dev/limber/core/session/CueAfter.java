package dev.limber.core.session;

import java.time.Duration;

/**
 * Asks to be woken some time after a message was delivered.
 *
 * @param cue comes back in {@link dev.limber.core.chat.Body.WokenUp}
 */
public record CueAfter(Duration delay, String cue) {}
