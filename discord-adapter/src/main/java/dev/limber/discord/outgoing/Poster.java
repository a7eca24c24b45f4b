package dev.limber.discord.outgoing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.UserId;
import dev.limber.core.chat.adapter.LatestMessages;
import dev.limber.discord.api.Calls;
import dev.limber.discord.api.MessageIds;
import dev.limber.discord.api.Place;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.PermissionException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.restaction.MessageCreateAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts and changes ordinary messages, which need no interaction. */
final class Poster {
    private static final Logger LOG = LoggerFactory.getLogger(Poster.class);
    private static final Duration UNTIL_COMPLETE = Duration.ofSeconds(2);
    private static final Duration UNTIL_REPEATED = Duration.ofSeconds(1);

    /** How long Discord surely knows a repeated message by its nonce. */
    private static final Duration NONCE_LASTS = Duration.ofMinutes(2);

    private static final int MOST_DOUBTS = 20_000;

    private final Channels channels;
    private final LatestMessages latest;
    private final String process = UUID.randomUUID().toString();

    /** When the first attempt was whose fate is unknown, by {@link System#nanoTime}. */
    private final Cache<DeliveryId, Long> doubts = Caffeine.newBuilder()
            .maximumSize(MOST_DOUBTS)
            .expireAfterWrite(Duration.ofHours(2))
            .executor(Runnable::run)
            .build();

    Poster(Channels channels, LatestMessages latest) {
        this.channels = channels;
        this.latest = latest;
    }

    boolean mayPost(Place place) {
        return channels.mayPost(place);
    }

    /** @param replyTo the message that is answered, where somebody wrote one */
    Delivery post(Envelope envelope, Place place, int part, Composer.Composed composed, Optional<Long> replyTo) {
        return switch (place.kind()) {
            case DIRECT, PERSON -> direct(envelope, place, part, composed);
            case SERVER -> inServer(envelope, place, part, composed, replyTo);
            case VISITED -> direct(envelope, place, part, composed);
        };
    }

    /** Where nothing can be posted, such as in a channel that is gone, the person is told in the chat with them alone. */
    private Delivery inServer(
            Envelope envelope, Place place, int part, Composer.Composed composed, Optional<Long> replyTo) {
        Optional<GuildMessageChannel> channel = channels.server(place);
        if (channel.isEmpty()) {
            // A thread that has fallen asleep is not seen either.
            return channels.isIncomplete()
                    ? new Delivery.RetryAfter(UNTIL_COMPLETE, Delivery.Scope.CHAT)
                    : direct(envelope, place, part, composed);
        }
        if (!channel.get().canTalk()) {
            LOG.warn(
                    "Limber may not post in channel {} of server {}: it lacks 'View Channels', 'Send Messages' or"
                            + " 'Send Messages in Threads' there",
                    channel.get().getId(),
                    channel.get().getGuild().getId());
            return direct(envelope, place, part, composed);
        }
        Optional<Long> referred = replyTo.filter(_ -> channels.mayReply(place));
        try {
            return send(envelope, place, part, channel.get(), composed, referred);
        } catch (ErrorResponseException e) {
            if (!isClosed(e.getErrorResponse())) {
                return failed(envelope.id(), e);
            }
            LOG.warn("Limber cannot post in channel {}: {}", place.channel(), Calls.shown(e));
            return direct(envelope, place, part, composed);
        } catch (Calls.HeldUpException | PermissionException e) {
            return failed(envelope.id(), e);
        }
    }

    private static boolean isClosed(ErrorResponse error) {
        return switch (error) {
            case UNKNOWN_CHANNEL,
                    MISSING_ACCESS,
                    MISSING_PERMISSIONS,
                    THREAD_LOCKED,
                    ILLEGAL_OPERATION_ARCHIVED_THREAD -> true;
            default -> false;
        };
    }

    /** In the chat with the person alone. */
    Delivery direct(Envelope envelope, Place place, int part, Composer.Composed composed) {
        Optional<UserId> person = envelope.owner();
        if (person.isEmpty()) {
            return new Delivery.Failed("nobody to write to in " + place.kind());
        }
        try {
            return send(envelope, place, part, channels.direct(person.get()), composed, Optional.empty());
        } catch (ErrorResponseException | Calls.HeldUpException | PermissionException e) {
            return failed(envelope.id(), e);
        }
    }

    private Delivery failed(DeliveryId id, RuntimeException e) {
        return inDoubt(id, e).orElseGet(() -> Outcomes.of(e));
    }

    private Delivery send(
            Envelope envelope,
            Place place,
            int part,
            MessageChannel channel,
            Composer.Composed composed,
            Optional<Long> replyTo) {
        MessageCreateAction plain = channel.sendMessage(composed.create()).setNonce(nonce(envelope, part));
        MessageCreateAction action = replyTo.map(
                        number -> plain.setMessageReference(number).failOnInvalidReply(false))
                .orElse(plain);
        Message sent = Calls.queued(action);
        return delivered(envelope, place, sent);
    }

    private Delivery delivered(Envelope envelope, Place place, Message sent) {
        boolean elsewhere = sent.getChannelIdLong() != place.channel();
        var to = elsewhere
                ? new Place(Place.Kind.DIRECT, sent.getChannelIdLong())
                        .address(Long.parseLong(envelope.to().bot()))
                : envelope.to();
        latest.note(to, sent.getIdLong());
        return new Delivery.Delivered(
                new MessageRef(to, new MessageIds(MessageIds.Reach.CHANNEL, sent.getIdLong()).written()));
    }

    /** A repeat of what may have arrived shows nothing twice, as long as Discord knows it by its nonce. */
    private Optional<Delivery> inDoubt(DeliveryId id, RuntimeException failure) {
        if (!(failure instanceof ErrorResponseException refused) || !Calls.isInDoubt(refused)) {
            return Optional.empty();
        }
        long now = System.nanoTime();
        long first = doubts.get(id, _ -> now);
        return now - first < NONCE_LASTS.toNanos()
                ? Optional.of(new Delivery.RetryAfter(UNTIL_REPEATED, Delivery.Scope.CHAT))
                : Optional.empty();
    }

    /**
     * The same for each attempt, also after a restart, and another one for everything else: ids begin anew in another
     * installation, and those of what is not stored with each start.
     */
    private String nonce(Envelope envelope, int part) {
        String salt = envelope.id().value() < 0 ? process : "";
        int words = (envelope.to() + envelope.message().toString() + salt).hashCode();
        return Long.toString(envelope.id().value(), Character.MAX_RADIX) + "." + part + "."
                + Integer.toUnsignedString(words, Character.MAX_RADIX);
    }

    Delivery edit(Envelope envelope, Place place, long number, Composer.Composed composed) {
        try {
            MessageChannel channel = switch (place.kind()) {
                case DIRECT, PERSON -> channels.direct(envelope.owner().orElseThrow());
                case SERVER, VISITED -> channels.server(place).orElse(null);
            };
            if (channel == null) {
                return new Delivery.NotEditable();
            }
            Calls.queued(channel.editMessageById(number, composed.edit()));
            return new Delivery.Delivered(
                    new MessageRef(envelope.to(), new MessageIds(MessageIds.Reach.CHANNEL, number).written()));
        } catch (PermissionException _) {
            return new Delivery.NotEditable();
        } catch (ErrorResponseException e) {
            // A channel that is gone says nothing about the person: posting anew finds another way to them.
            return place.isShared() && isClosed(e.getErrorResponse())
                    ? new Delivery.NotEditable()
                    : Outcomes.ofChange(Outcomes.of(e));
        } catch (Calls.HeldUpException e) {
            return Outcomes.of(e);
        }
    }
}
