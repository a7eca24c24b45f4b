package dev.limber.discord.outgoing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limber.core.chat.Address;
import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.Limits;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.PictureSource;
import dev.limber.core.chat.UserId;
import dev.limber.core.chat.adapter.LatestMessages;
import dev.limber.discord.api.Calls;
import dev.limber.discord.api.MessageIds;
import dev.limber.discord.api.Place;
import dev.limber.discord.api.ReplyHandles;
import dev.limber.discord.interaction.Acknowledgement;
import dev.limber.discord.interaction.Interactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.requests.RestRateLimiter;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers messages: as the answer of an interaction, or as ordinary ones. Knows no retry and no pace, which the courier
 * has.
 */
public final class Deliverer {
    /** What one message carries. */
    public static final Limits LIMITS = new Limits(Part.MOST_TEXT, Part.MOST_IN_ROW, Part.MOST_ROWS, true);

    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);
    private static final int MOST_IN_PARTS = 10_000;
    private static final Duration PARTS_WAIT = Duration.ofHours(2);

    private final Channels channels;
    private final Interactions interactions;
    private final Composer composer;
    private final Responder responder;
    private final Poster poster;
    private final InstantSource clock;

    /** How many parts of a message have arrived already, for one that is tried again: these are not said twice. */
    private final Cache<DeliveryId, Integer> arrived = Caffeine.newBuilder()
            .maximumSize(MOST_IN_PARTS)
            .expireAfterWrite(PARTS_WAIT)
            .executor(Runnable::run)
            .build();

    /**
     * @param limits until when Discord wants to be left alone by all, in milliseconds
     * @param latest is told of each new message
     */
    public Deliverer(
            ShardManager shards,
            RestRateLimiter.GlobalRateLimit limits,
            Interactions interactions,
            PictureSource pictures,
            LatestMessages latest,
            InstantSource clock) {
        this.channels = new Channels(shards, limits);
        this.interactions = interactions;
        this.composer = new Composer(pictures);
        this.responder = new Responder(latest, composer);
        this.poster = new Poster(channels, latest);
        this.clock = clock;
    }

    /**
     * A message on its way.
     *
     * @param asked the interaction that it answers
     * @param replyTo the message that it answers
     */
    private record Letter(
            Envelope envelope, Place place, Optional<Acknowledgement> asked, Optional<Long> replyTo, List<Part> parts) {
        /** Whether others are there who must not see it. */
        boolean isHidden() {
            return place.isShared() && envelope.message().audience() instanceof Audience.OnlyPerson;
        }

        Part named(Part part) {
            boolean steered = place.kind() == Place.Kind.SERVER
                    && !isHidden()
                    && !part.buttons().isEmpty();
            return steered ? envelope.owner().map(part::namedFor).orElse(part) : part;
        }

        Optional<UserId> ownerToNote() {
            return place.isShared() ? envelope.owner() : Optional.empty();
        }
    }

    public Delivery deliver(Envelope envelope) {
        Optional<Duration> held = channels.heldFor(clock.instant());
        if (held.isPresent()) {
            return new Delivery.RetryAfter(held.get(), Delivery.Scope.PLATFORM);
        }
        Optional<ReplyHandles> handle =
                envelope.replyHandle().flatMap(written -> ReplyHandles.read(written, clock.instant()));
        Optional<Acknowledgement> asked = handle.filter(ReplyHandles.Interaction.class::isInstance)
                .map(ReplyHandles.Interaction.class::cast)
                .map(interaction -> interactions.find(interaction, channels.api()));
        Optional<Long> replyTo = handle.filter(ReplyHandles.Message.class::isInstance)
                .map(message -> ((ReplyHandles.Message) message).number());
        var letter = new Letter(envelope, Place.of(envelope.to()), asked, replyTo, Part.of(envelope.message()));
        Delivery outcome = envelope.message()
                .replaces()
                .map(replaced -> edit(letter, replaced))
                .orElseGet(() -> say(letter));
        if (isFinal(outcome)) {
            asked.ifPresent(Acknowledgement::dismiss);
        }
        return outcome;
    }

    /** Whether somebody manages the server of a channel; where Discord cannot say, the answer is no. */
    public boolean mayManage(UserId user, Address address) {
        Place place = Place.of(address);
        return switch (place.kind()) {
            case DIRECT, PERSON -> true;
            case SERVER -> channels.mayManage(user, place);
            case VISITED -> false;
        };
    }

    /** Shows something to who has just done something, and to nobody else; nothing depends on it. */
    public void aside(Acknowledgement asked, OutgoingMessage message) {
        try {
            Responder.whisper(asked, composer.compose(Part.of(message).getFirst(), Optional.empty()));
        } catch (RuntimeException e) {
            LOG.warn("an aside was not shown: {}", Calls.shown(e));
            asked.dismiss();
        }
    }

    private static boolean isFinal(Delivery outcome) {
        return switch (outcome) {
            case Delivery.Delivered _, Delivery.Withheld _, Delivery.Failed _, Delivery.Unreachable _ -> true;
            case Delivery.NotEditable _,
                    Delivery.RetryAfter _,
                    Delivery.Moved _,
                    Delivery.OutOfOrder _,
                    Delivery.OutcomeUnknown _ -> false;
        };
    }

    private Delivery edit(Letter letter, MessageRef replaced) {
        Optional<MessageIds> ids = MessageIds.read(replaced);
        boolean wasHidden = ids.map(MessageIds::reach).equals(Optional.of(MessageIds.Reach.HIDDEN));
        if (ids.isEmpty() || letter.parts().size() != 1 || wasHidden != letter.isHidden()) {
            return new Delivery.NotEditable();
        }
        Composer.Composed composed = compose(letter, 0);
        Optional<Acknowledgement> pressed = letter.asked()
                .filter(asked -> asked.handle() instanceof ReplyHandles.Press press
                        && press.message().equals(ids.get()));
        Optional<Delivery> updated =
                pressed.flatMap(asked -> responder.update(asked, letter.envelope(), ids.get(), composed));
        if (updated.isPresent()) {
            return updated.get();
        }
        return ids.get().reach() == MessageIds.Reach.CHANNEL
                ? poster.edit(letter.envelope(), letter.place(), ids.get().number(), composed)
                : new Delivery.NotEditable();
    }

    private Delivery say(Letter letter) {
        if (letter.asked().isEmpty() && invites(letter)) {
            return whisper(letter, 0);
        }
        DeliveryId id = letter.envelope().id();
        Delivery outcome = new Delivery.Failed("a message without parts");
        for (int part = Optional.ofNullable(arrived.getIfPresent(id)).orElse(0);
                part < letter.parts().size();
                part++) {
            outcome = say(letter, part);
            if (!(outcome instanceof Delivery.Delivered)) {
                return outcome;
            }
            if (letter.parts().size() > 1) {
                arrived.put(id, part + 1);
            }
        }
        return outcome;
    }

    private Delivery say(Letter letter, int part) {
        Envelope envelope = letter.envelope();
        Composer.Composed composed = compose(letter, part);
        Optional<Delivery> answered = letter.asked().flatMap(asked -> answer(letter, asked, composed));
        if (answered.isPresent()) {
            return answered.get();
        }
        if (letter.isHidden()) {
            return whisper(letter, part);
        }
        Delivery posted = poster.post(envelope, letter.place(), part, composed, letter.replyTo());
        boolean closed =
                posted instanceof Delivery.Unreachable && !letter.place().isShared();
        return closed
                ? letter.asked()
                        .flatMap(asked -> responder.followUp(asked, envelope, composed))
                        .orElse(posted)
                : posted;
    }

    /** Where files are not allowed the words come alone. */
    private Composer.Composed compose(Letter letter, int part) {
        Part whole = letter.named(letter.parts().get(part));
        if (letter.isHidden() || channels.mayAttach(letter.place())) {
            return composer.compose(whole, letter.ownerToNote());
        }
        if (!whole.pictures().isEmpty() || !whole.documents().isEmpty()) {
            LOG.warn(
                    "pictures cannot be shown in channel {}: 'Attach Files' is not allowed there",
                    letter.place().channel());
        }
        return composer.compose(whole.withoutFiles(), letter.ownerToNote());
    }

    private Optional<Delivery> answer(Letter letter, Acknowledgement asked, Composer.Composed composed) {
        if (letter.isHidden()) {
            return responder.aside(asked, letter.envelope(), composed);
        }
        boolean postable = letter.place().kind() == Place.Kind.SERVER && poster.mayPost(letter.place());
        return postable
                ? responder.beside(asked, letter.envelope(), composed)
                : responder.instead(asked, letter.envelope(), letter.place(), composed);
    }

    private boolean invites(Letter letter) {
        return letter.isHidden()
                && letter.envelope().message().invitation().isPresent()
                && poster.mayPost(letter.place());
    }

    /** Without an interaction that it could answer: by an invitation in its place, else in the chat with the person. */
    private Delivery whisper(Letter letter, int part) {
        OutgoingMessage message = letter.envelope().message();
        if (invites(letter)) {
            return poster.post(
                    letter.envelope(),
                    letter.place(),
                    part,
                    composer.invitation(message.invitation().orElseThrow(), letter.ownerToNote()),
                    letter.replyTo());
        }
        // In the chat with them alone nobody else can press.
        Composer.Composed composed = composer.compose(letter.parts().get(part), Optional.empty());
        Delivery outcome = poster.direct(letter.envelope(), letter.place(), part, composed);
        return outcome instanceof Delivery.Unreachable ? new Delivery.Withheld() : outcome;
    }
}
