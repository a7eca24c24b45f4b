package dev.limber.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether updates still come in.
 *
 * @param lastHeard when Telegram answered a poll last, or sent something; empty before the first time
 * @param lag how old the update was that was taken last
 * @param restarts how often whatever takes updates had died and was started again
 */
public record Liveness(Optional<Instant> lastHeard, Duration lag, int restarts) {}
