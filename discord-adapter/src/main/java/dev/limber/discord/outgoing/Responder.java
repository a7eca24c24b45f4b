package dev.limber.discord.outgoing;

import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.adapter.LatestMessages;
import dev.limber.discord.api.Calls;
import dev.limber.discord.api.MessageIds;
import dev.limber.discord.api.Place;
import dev.limber.discord.api.ReplyHandles;
import dev.limber.discord.interaction.Acknowledgement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;

/**
 * Answers interactions: as their acknowledgement, in place of the sign that something is being worked on, or after it.
 * An empty result says that the message has to go another way.
 */
final class Responder {
    private static final Duration UNTIL_LOOKED_UP = Duration.ofMillis(100);

    private final LatestMessages latest;
    private final Composer composer;

    Responder(LatestMessages latest, Composer composer) {
        this.latest = latest;
        this.composer = composer;
    }

    /** For the caller alone, in the midst of others. */
    Optional<Delivery> aside(Acknowledgement asked, Envelope envelope, Composer.Composed composed) {
        return trying(asked, () -> switch (asked.stage()) {
            case OPEN -> shown(envelope, MessageIds.Reach.HIDDEN, asked.reply(composed.create(), true));
            case THINKING_HIDDEN -> shown(envelope, MessageIds.Reach.HIDDEN, asked.fill(composed.edit()));
            case THINKING -> {
                asked.removeOriginal();
                yield shown(envelope, MessageIds.Reach.HIDDEN, asked.followUp(composed.create(), true));
            }
            case DONE -> shown(envelope, MessageIds.Reach.HIDDEN, asked.followUp(composed.create(), true));
            case ARRIVED -> arrived(asked, envelope, MessageIds.Reach.HIDDEN);
            case LOST, UNKNOWN -> Optional.empty();
        });
    }

    /**
     * For all to see, where an ordinary message can be posted: that is better, for people can reply to it. What is said
     * here is the answer to a command that nobody needs to reply to, or an announcement of the message that follows.
     */
    Optional<Delivery> beside(Acknowledgement asked, Envelope envelope, Composer.Composed composed) {
        return trying(asked, () -> switch (asked.handle()) {
            case ReplyHandles.Press press -> {
                boolean first = asked.stage() == Acknowledgement.Stage.OPEN;
                asked.silence();
                if (first && press.message().reach() == MessageIds.Reach.HIDDEN) {
                    // Its question is answered, and what follows is for all.
                    asked.removeOriginal();
                }
                yield Optional.empty();
            }
            case ReplyHandles.Command _ -> command(asked, envelope, composed);
        });
    }

    private Optional<Delivery> command(Acknowledgement asked, Envelope envelope, Composer.Composed composed) {
        Optional<Composer.Composed> announcement =
                envelope.message().announcement().map(composer::line);
        Composer.Composed said = announcement.orElse(composed);
        Optional<Delivery> answered = switch (asked.stage()) {
            case OPEN -> shown(envelope, MessageIds.Reach.CHANNEL, asked.reply(said.create(), false));
            case THINKING -> shown(envelope, MessageIds.Reach.CHANNEL, asked.fill(said.edit()));
            case THINKING_HIDDEN -> {
                asked.removeOriginal();
                yield Optional.empty();
            }
            case ARRIVED -> arrived(asked, envelope, MessageIds.Reach.CHANNEL);
            case DONE, LOST, UNKNOWN -> Optional.empty();
        };
        return announcement.isPresent() ? Optional.empty() : answered;
    }

    /** For all to see, where only interactions can be answered, or where nobody needs another message to reply to. */
    Optional<Delivery> instead(Acknowledgement asked, Envelope envelope, Place place, Composer.Composed composed) {
        MessageIds.Reach reach = !place.isShared() ? MessageIds.Reach.CHANNEL : MessageIds.Reach.VISITED;
        return trying(asked, () -> switch (asked.stage()) {
            case OPEN -> shown(envelope, reach, asked.reply(composed.create(), false));
            case THINKING, THINKING_HIDDEN -> shown(envelope, reach, asked.fill(composed.edit()));
            case ARRIVED -> arrived(asked, envelope, reach);
            case DONE ->
                !place.isShared() ? Optional.empty() : shown(envelope, reach, asked.followUp(composed.create(), false));
            case LOST, UNKNOWN -> Optional.empty();
        });
    }

    /** After all else, where an ordinary message cannot be written to somebody. */
    Optional<Delivery> followUp(Acknowledgement asked, Envelope envelope, Composer.Composed composed) {
        return trying(
                asked,
                () -> asked.stage() == Acknowledgement.Stage.DONE
                        ? shown(envelope, MessageIds.Reach.CHANNEL, asked.followUp(composed.create(), false))
                        : Optional.empty());
    }

    /** For who has just done something, and for nobody else. */
    static void whisper(Acknowledgement asked, Composer.Composed composed) {
        asked.exclusively(() -> asked.stage() == Acknowledgement.Stage.OPEN
                ? asked.reply(composed.create(), true)
                : asked.followUp(composed.create(), true));
    }

    /** Changes the message of the button that was pressed. */
    Optional<Delivery> update(Acknowledgement asked, Envelope envelope, MessageIds ids, Composer.Composed composed) {
        return trying(asked, () -> switch (asked.stage()) {
                    case OPEN, DONE, ARRIVED -> {
                        asked.update(composed.edit());
                        yield Optional.of(new Delivery.Delivered(new MessageRef(envelope.to(), ids.written())));
                    }
                    case THINKING, THINKING_HIDDEN, LOST, UNKNOWN -> Optional.empty();
                })
                .map(Outcomes::ofChange);
    }

    /** What was in doubt has arrived. */
    private Optional<Delivery> arrived(Acknowledgement asked, Envelope envelope, MessageIds.Reach reach) {
        return asked.original().flatMap(message -> shown(envelope, reach, message));
    }

    private Optional<Delivery> shown(Envelope envelope, MessageIds.Reach reach, Message message) {
        if (reach == MessageIds.Reach.CHANNEL) {
            latest.note(envelope.to(), message.getIdLong());
        }
        return Optional.of(new Delivery.Delivered(
                new MessageRef(envelope.to(), new MessageIds(reach, message.getIdLong()).written())));
    }

    /** An interaction that came too late, or has had its fill, leaves the other ways open. */
    private static Optional<Delivery> trying(Acknowledgement asked, Supplier<Optional<Delivery>> attempt) {
        try {
            return asked.exclusively(attempt);
        } catch (ErrorResponseException e) {
            if (e.getErrorResponse() == ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED) {
                return Optional.of(new Delivery.RetryAfter(UNTIL_LOOKED_UP, Delivery.Scope.CHAT));
            }
            return isOver(e.getErrorResponse()) ? Optional.empty() : Optional.of(Outcomes.of(e));
        } catch (Calls.HeldUpException e) {
            return Optional.of(Outcomes.of(e));
        }
    }

    private static boolean isOver(ErrorResponse error) {
        return switch (error) {
            case UNKNOWN_INTERACTION,
                    UNKNOWN_WEBHOOK,
                    UNKNOWN_MESSAGE,
                    INVALID_WEBHOOK_TOKEN,
                    MAX_FOLLOW_UP_MESSAGES_HIT -> true;
            default -> false;
        };
    }
}
