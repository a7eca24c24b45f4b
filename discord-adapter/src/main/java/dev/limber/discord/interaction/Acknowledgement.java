package dev.limber.discord.interaction;

import dev.limber.discord.api.Calls;
import dev.limber.discord.api.ReplyHandles;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.response.InteractionCallbackResponse;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One interaction, and how far its acknowledgement is. Discord takes the first answer as the acknowledgement; all others
 * refer to it. Calls block, one at a time, and throw what {@link Calls} throws.
 */
public final class Acknowledgement {
    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgement.class);

    private final ReplyHandles.Interaction handle;
    private final JDA jda;
    /** Until it has been used: an event is far larger than what is remembered of it. */
    private Optional<Callback> callback;

    private volatile Stage stage;
    /** Whether an answer was tried whose fate is unknown. */
    private boolean doubted;

    private boolean abandoned;

    private Acknowledgement(ReplyHandles.Interaction handle, JDA jda, Optional<Callback> callback, Stage stage) {
        this.handle = handle;
        this.jda = jda;
        this.callback = callback;
        this.stage = stage;
    }

    static Acknowledgement open(ReplyHandles.Interaction handle, Callback callback) {
        return new Acknowledgement(handle, callback.jda(), Optional.of(callback), Stage.OPEN);
    }

    static Acknowledgement restored(ReplyHandles.Interaction handle, JDA jda) {
        return new Acknowledgement(handle, jda, Optional.empty(), Stage.UNKNOWN);
    }

    /** How far it is. */
    public enum Stage {
        /** Not acknowledged yet. */
        OPEN,
        /** All see that it is being worked on. */
        THINKING,
        /** The caller sees that it is being worked on. */
        THINKING_HIDDEN,
        /** Acknowledged. */
        DONE,
        /** Acknowledged by an answer whose fate was unknown until now; told once. */
        ARRIVED,
        /** It cannot be acknowledged any more, and answers cannot refer to it. */
        LOST,
        /** Only Discord knows. */
        UNKNOWN
    }

    public ReplyHandles.Interaction handle() {
        return handle;
    }

    /** Whether it waits for its acknowledgement, as far as can be seen without waiting. */
    boolean isOpen() {
        return stage == Stage.OPEN;
    }

    /** Does several things with it as one: nothing else happens to it meanwhile. */
    public synchronized <T> T exclusively(Supplier<T> work) {
        return work.get();
    }

    /** How far it is; asks Discord where only Discord knows. */
    public synchronized Stage stage() {
        if (stage == Stage.UNKNOWN) {
            Optional<Message> original = original();
            stage = original.map(Acknowledgement::stageOf).orElse(Stage.LOST);
            boolean arrived = doubted
                    && stage == Stage.DONE
                    && original.filter(this::isOwnAnswer).isPresent();
            doubted = false;
            return arrived ? Stage.ARRIVED : stage;
        }
        return stage;
    }

    /** What is called the original after a press may be the message of the button. */
    private boolean isOwnAnswer(Message original) {
        return !(handle instanceof ReplyHandles.Press press)
                || original.getIdLong() != press.message().number();
    }

    private static Stage stageOf(Message original) {
        if (!original.getFlags().contains(Message.MessageFlag.LOADING)) {
            return Stage.DONE;
        }
        return original.isEphemeral() ? Stage.THINKING_HIDDEN : Stage.THINKING;
    }

    /** The first answer, or the message of a button whose press was acknowledged; empty where there is none. */
    public synchronized Optional<Message> original() {
        try {
            return Optional.of(Calls.queued(hook().retrieveOriginal()));
        } catch (ErrorResponseException e) {
            if (isGone(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isGone(ErrorResponseException e) {
        return switch (e.getErrorResponse()) {
            case UNKNOWN_WEBHOOK, UNKNOWN_MESSAGE, UNKNOWN_INTERACTION, INVALID_WEBHOOK_TOKEN -> true;
            default -> false;
        };
    }

    /** Says that it is being worked on, unless something was said already. Never throws, for nobody waits for it. */
    synchronized void deferIfOpen() {
        if (stage != Stage.OPEN || abandoned) {
            return;
        }
        try {
            switch (callback.orElseThrow()) {
                case Callback.Press press -> acknowledge(press.nothing(), Stage.DONE);
                case Callback.Command command ->
                    acknowledge(
                            command.think(command.hidden()), command.hidden() ? Stage.THINKING_HIDDEN : Stage.THINKING);
            }
        } catch (RuntimeException e) {
            LOG.warn("an interaction could not be acknowledged: {}", Calls.shown(e));
        }
    }

    /** Answers an open one. */
    public synchronized Message reply(MessageCreateData message, boolean hidden) {
        doubted = true;
        Optional<InteractionCallbackResponse> answered = acknowledge(open().reply(message, hidden), Stage.DONE);
        doubted = false;
        return answered.map(InteractionCallbackResponse::getMessage)
                .or(this::original)
                .orElseThrow(() -> new IllegalStateException("Discord did not keep an answer"));
    }

    /** Changes the message of the button. */
    public synchronized void update(MessageEditData message) {
        if (stage == Stage.OPEN && open() instanceof Callback.Press press) {
            acknowledge(press.update(message), Stage.DONE);
        } else {
            Calls.queued(hook().editOriginal(message));
        }
    }

    /** Takes the press of a button without changing anything there, if it is still open. */
    public synchronized void silence() {
        if (stage == Stage.OPEN && open() instanceof Callback.Press press) {
            acknowledge(press.nothing(), Stage.DONE);
        }
    }

    /** Says what was being worked on. */
    public synchronized Message fill(MessageEditData message) {
        Message filled = Calls.queued(hook().editOriginal(message));
        stage = Stage.DONE;
        return filled;
    }

    public synchronized Message followUp(MessageCreateData message, boolean hidden) {
        return Calls.queued(hook().sendMessage(message).setEphemeral(hidden));
    }

    /** Takes away the first answer, or that something is being worked on; or the message of a pressed button. */
    public synchronized void removeOriginal() {
        Calls.queued(hook().deleteOriginal());
        stage = Stage.DONE;
    }

    /** Nothing will be said, so nobody should wait. Never throws. */
    public synchronized void dismiss() {
        try {
            switch (stage) {
                case OPEN -> dismissOpen();
                case THINKING, THINKING_HIDDEN -> removeOriginal();
                case DONE, ARRIVED, LOST, UNKNOWN -> {}
            }
        } catch (RuntimeException e) {
            LOG.warn("an interaction could not be ended: {}", Calls.shown(e));
        }
    }

    private void dismissOpen() {
        switch (open()) {
            case Callback.Press _ -> silence();
            case Callback.Command command -> {
                acknowledge(command.think(true), Stage.THINKING_HIDDEN);
                removeOriginal();
            }
        }
    }

    /** It could not be taken: an open one is left alone, so that the client says that it failed. Never throws. */
    public synchronized void abandon() {
        abandoned = true;
        if (stage == Stage.THINKING || stage == Stage.THINKING_HIDDEN) {
            dismiss();
        }
    }

    private Callback open() {
        return callback.orElseThrow(() -> new IllegalStateException("an interaction of before cannot be acknowledged"));
    }

    /** JDA lets it be tried once, whatever comes of it. */
    private Optional<InteractionCallbackResponse> acknowledge(RestAction<InteractionHook> action, Stage after) {
        try {
            InteractionHook hook = Calls.atOnce(action);
            stage = after;
            return hook.hasCallbackResponse() ? Optional.of(hook.getCallbackResponse()) : Optional.empty();
        } catch (ErrorResponseException e) {
            // It may have been acknowledged by an earlier attempt at the same, which a broken connection hid from us.
            boolean already = e.getErrorResponse() == ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED;
            stage = already || Calls.isInDoubt(e) ? Stage.UNKNOWN : Stage.LOST;
            throw e;
        } catch (RuntimeException e) {
            stage = Stage.UNKNOWN;
            throw e;
        } finally {
            callback = Optional.empty();
        }
    }

    /** Not the event's own, which waits for an acknowledgement that may have failed. */
    private InteractionHook hook() {
        return InteractionHook.from(jda, handle.token());
    }
}
