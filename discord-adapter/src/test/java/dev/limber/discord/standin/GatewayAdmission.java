package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Decides who may begin a session, and with what. */
final class GatewayAdmission {
    /** What nobody gets who did not ask for it, and a coach for stretching has no reason to. */
    private static final int NEVER_GRANTED = GatewayIntents.GUILD_MEMBERS | GatewayIntents.GUILD_PRESENCES;

    private final GatewaySettings settings;
    private final Greeting greeting;
    private final AtomicInteger begun = new AtomicInteger();
    private final Map<Integer, Long> lastOfPart = new HashMap<>();

    /** What comes of a wish to begin a session. */
    sealed interface Verdict {
        record Admitted(ShardIdentity identity) implements Verdict {}

        record Refused(GatewayCode code, String reason) implements Verdict {}

        /** Not now, but on the same connection a little later. */
        record TooSoon() implements Verdict {}
    }

    GatewayAdmission(GatewaySettings settings, Greeting greeting) {
        this.settings = settings;
        this.greeting = greeting;
    }

    boolean knows(JsonNode data) {
        return settings.accepts(data.path("token").asText());
    }

    Verdict judge(JsonNode data) {
        if (!knows(data)) {
            return new Verdict.Refused(GatewayCode.AUTHENTICATION_FAILED, "Authentication failed.");
        }
        if (!data.path("properties").isObject()) {
            return new Verdict.Refused(GatewayCode.DECODE_ERROR, "Error while decoding payload.");
        }
        Optional<ShardIdentity> identity = identity(data);
        if (identity.isEmpty()) {
            return new Verdict.Refused(GatewayCode.INVALID_SHARD, "Invalid shard.");
        }
        return judgeIntents(data.path("intents"), identity.get());
    }

    /** Empty where the shard makes no sense. */
    private static Optional<ShardIdentity> identity(JsonNode data) {
        int intents = data.path("intents").asInt();
        JsonNode shard = data.path("shard");
        if (shard.isMissingNode()) {
            return Optional.of(new ShardIdentity(0, 1, intents));
        }
        int number = shard.path(0).asInt(-1);
        int total = shard.path(1).asInt(-1);
        return shard.size() == 2 && number >= 0 && number < total
                ? Optional.of(new ShardIdentity(number, total, intents))
                : Optional.empty();
    }

    private Verdict judgeIntents(JsonNode intents, ShardIdentity identity) {
        if (!intents.isIntegralNumber()
                || !intents.canConvertToInt()
                || (intents.asInt() & ~GatewayIntents.KNOWN) != 0) {
            return new Verdict.Refused(GatewayCode.INVALID_INTENTS, "Invalid intent(s).");
        }
        if (identity.asksFor(NEVER_GRANTED)
                || (identity.asksFor(GatewayIntents.MESSAGE_CONTENT) && !greeting.mayHaveMessageContent())) {
            return new Verdict.Refused(GatewayCode.DISALLOWED_INTENTS, "Disallowed intent(s).");
        }
        return judgeLoad(identity);
    }

    private Verdict judgeLoad(ShardIdentity identity) {
        long guilds = greeting.guilds().stream()
                .filter(guild -> identity.hasGuild(guild.path("id").asLong()))
                .count();
        if (guilds > settings.limits().guildsPerShard()) {
            return new Verdict.Refused(GatewayCode.SHARDING_REQUIRED, "Sharding required.");
        }
        if (comesTooSoon(identity.shard())) {
            return new Verdict.TooSoon();
        }
        // The real one takes the token away.
        return begun.incrementAndGet() > settings.limits().sessionStarts()
                ? new Verdict.Refused(GatewayCode.AUTHENTICATION_FAILED, "Too many sessions were begun.")
                : new Verdict.Admitted(identity);
    }

    private synchronized boolean comesTooSoon(int shard) {
        long now = System.nanoTime();
        int part = shard % settings.limits().maxConcurrency();
        Long last = lastOfPart.get(part);
        if (last != null && now - last < settings.limits().identifyPause().toNanos()) {
            return true;
        }
        lastOfPart.put(part, now);
        return false;
    }
}
