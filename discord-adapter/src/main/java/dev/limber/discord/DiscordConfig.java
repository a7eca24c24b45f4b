package dev.limber.discord;

import dev.limber.discord.api.BotToken;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How to be a bot.
 *
 * @param token the secret that a bot shows with every call
 * @param api where the REST API is, with its version and a slash at the end
 * @param gateway where events come from; empty for what the API says
 * @param shards which parts of the servers this process takes
 * @param messageContent whether to ask for the privileged intent
 * @param timing how long things may take
 */
public record DiscordConfig(
        BotToken token, URI api, Optional<URI> gateway, Shards shards, boolean messageContent, Timing timing) {
    public static final URI PUBLIC_API = URI.create("https://discord.com/api/v10/");

    /** Which parts of the servers a process takes. */
    public sealed interface Shards {
        /** As many as Discord recommends, all in this process. */
        record Auto() implements Shards {}

        /**
         * One of several processes.
         *
         * @param first from 0
         * @param last not below {@code first}, below {@code total}
         */
        record Range(int first, int last, int total) implements Shards {
            public Range {
                if (first < 0 || last < first || total <= last) {
                    throw new IllegalArgumentException("no such shards: " + first + "-" + last + "/" + total);
                }
            }
        }
    }

    /**
     * @param acknowledge how long an answer may take before it is said that it is being worked on; Discord itself
     *     waits three seconds
     */
    public record Timing(Duration acknowledge) {
        public static Timing standard() {
            return new Timing(Duration.ofSeconds(1));
        }
    }
}
