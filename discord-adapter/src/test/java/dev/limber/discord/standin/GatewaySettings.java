package dev.limber.discord.standin;

import java.time.Duration;
import java.util.Set;

/**
 * How a gateway is set up.
 *
 * @param tokens those that are accepted, without "Bot"; any is, where there is none
 * @param pulse how often a client has to say that it lives
 * @param limits what is too much
 */
public record GatewaySettings(Set<String> tokens, Pulse pulse, Limits limits) {
    public GatewaySettings {
        tokens = Set.copyOf(tokens);
    }

    boolean accepts(String token) {
        return tokens.isEmpty() || tokens.contains(token);
    }

    /**
     * @param interval between heartbeats. JDA sends at most 119 payloads a minute, heartbeats among them, so below half
     *     a second a connection does not last
     * @param patience how many intervals without a heartbeat end a connection
     */
    public record Pulse(Duration interval, int patience) {
        /** How long a client may be silent. */
        Duration longestSilence() {
            return interval.multipliedBy(patience);
        }
    }

    /**
     * @param maxConcurrency how many sessions may begin at once, each on its own part of the shards
     * @param identifyPause between sessions that begin on the same part; zero for none
     * @param sessionStarts how many sessions may begin in all
     * @param guildsPerShard how many servers a session may have
     * @param replay how many events of each session are kept for those who come back
     * @param sessionLife how long a session waits for its client
     */
    public record Limits(
            int maxConcurrency,
            Duration identifyPause,
            int sessionStarts,
            int guildsPerShard,
            int replay,
            Duration sessionLife) {}

    public static GatewaySettings standard(Set<String> tokens) {
        return new GatewaySettings(
                tokens,
                new Pulse(Duration.ofMillis(41_250), 2),
                new Limits(1, Duration.ZERO, Integer.MAX_VALUE, 2_500, 10_000, Duration.ofMinutes(3)));
    }

    public GatewaySettings withHeartbeat(Duration interval, int patience) {
        return new GatewaySettings(tokens, new Pulse(interval, patience), limits);
    }

    public GatewaySettings withLimits(Limits changed) {
        return new GatewaySettings(tokens, pulse, changed);
    }

    /** How often sessions may begin, as the real one holds it with 1 and five seconds. */
    public GatewaySettings withIdentifyPause(int maxConcurrency, Duration pause) {
        return withLimits(new Limits(
                maxConcurrency,
                pause,
                limits.sessionStarts(),
                limits.guildsPerShard(),
                limits.replay(),
                limits.sessionLife()));
    }

    public GatewaySettings withSessionStarts(int changed) {
        return withLimits(new Limits(
                limits.maxConcurrency(),
                limits.identifyPause(),
                changed,
                limits.guildsPerShard(),
                limits.replay(),
                limits.sessionLife()));
    }

    public GatewaySettings withGuildsPerShard(int changed) {
        return withLimits(new Limits(
                limits.maxConcurrency(),
                limits.identifyPause(),
                limits.sessionStarts(),
                changed,
                limits.replay(),
                limits.sessionLife()));
    }

    public GatewaySettings withReplay(int events, Duration sessionLife) {
        return withLimits(new Limits(
                limits.maxConcurrency(),
                limits.identifyPause(),
                limits.sessionStarts(),
                limits.guildsPerShard(),
                events,
                sessionLife));
    }
}
