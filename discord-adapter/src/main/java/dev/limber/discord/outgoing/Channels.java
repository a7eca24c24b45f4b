package dev.limber.discord.outgoing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limber.core.chat.UserId;
import dev.limber.discord.api.Calls;
import dev.limber.discord.api.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.RestRateLimiter;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the channels that messages go to. */
final class Channels {
    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
    private static final int MOST = 50_000;
    private static final Duration UNTIL_CONNECTED = Duration.ofSeconds(1);

    private static final Set<JDA.Status> ENDING =
            Set.of(JDA.Status.SHUTTING_DOWN, JDA.Status.SHUTDOWN, JDA.Status.FAILED_TO_LOGIN);

    private final ShardManager shards;
    private final RestRateLimiter.GlobalRateLimit limits;

    /** JDA forgets the chats with people at each start, and Discord tells of them only when they write. */
    private final Cache<UserId, PrivateChannel> direct =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    /** @param limits until when Discord wants to be left alone by all, in milliseconds */
    Channels(ShardManager shards, RestRateLimiter.GlobalRateLimit limits) {
        this.shards = shards;
        this.limits = limits;
    }

    /** Any connection: calls of the API may go through each. */
    JDA api() {
        return connected().orElseThrow(() -> new IllegalStateException("there is no connection to Discord yet"));
    }

    /** How long nothing may go out, because there is no connection yet or Discord wants to be left alone by all. */
    Optional<Duration> heldFor(Instant now) {
        Optional<JDA> connected = connected();
        if (connected.isEmpty()) {
            return Optional.of(UNTIL_CONNECTED);
        }
        long until = limits.getClassic();
        return until > now.toEpochMilli()
                ? Optional.of(Duration.ofMillis(until - now.toEpochMilli()))
                : Optional.empty();
    }

    private Optional<JDA> connected() {
        return Optional.ofNullable(shards.getShardCache())
                .flatMap(cache -> cache.stream()
                        .filter(jda -> !ENDING.contains(jda.getStatus()))
                        .findFirst());
    }

    /** The chat with a person; throws what {@link Calls} throws. */
    PrivateChannel direct(UserId person) {
        PrivateChannel known = direct.getIfPresent(person);
        if (known == null) {
            known = Calls.queued(api().openPrivateChannelById(Place.number(person)));
            direct.put(person, known);
        }
        return known;
    }

    /** A channel of a server; empty where the bot does not see it. */
    Optional<GuildMessageChannel> server(Place place) {
        return Optional.ofNullable(shards.getChannelById(GuildMessageChannel.class, place.channel()));
    }

    /** Whether servers are still to come, after the start. */
    boolean isIncomplete() {
        return shards.getShardsQueued() > 0
                || shards.getShardCache().stream()
                        .anyMatch(jda -> jda.getStatus().isInit());
    }

    /** Whether ordinary messages may be posted there. */
    boolean mayPost(Place place) {
        return switch (place.kind()) {
            case DIRECT, PERSON -> true;
            case SERVER -> server(place).filter(GuildMessageChannel::canTalk).isPresent();
            case VISITED -> false;
        };
    }

    boolean mayManage(UserId user, Place place) {
        try {
            return server(place)
                    .map(channel -> Calls.queued(channel.getGuild().retrieveMemberById(Place.number(user))))
                    .filter(member -> member.hasPermission(Permission.MANAGE_SERVER))
                    .isPresent();
        } catch (ErrorResponseException | Calls.HeldUpException e) {
            LOG.warn("Discord does not say who may manage a server: {}", Calls.shown(e));
            return false;
        }
    }

    /** Whether pictures and files may be posted there; nothing is known of a channel that the bot does not see. */
    boolean mayAttach(Place place) {
        return may(place, Permission.MESSAGE_ATTACH_FILES);
    }

    /** Whether a message there may be replied to. */
    boolean mayReply(Place place) {
        return may(place, Permission.MESSAGE_HISTORY);
    }

    private boolean may(Place place, Permission permission) {
        return place.kind() != Place.Kind.SERVER
                || server(place)
                        .filter(channel -> channel.getGuild().getSelfMember().hasPermission(channel, permission))
                        .isPresent();
    }
}
