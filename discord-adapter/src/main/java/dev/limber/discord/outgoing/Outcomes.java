package dev.limber.discord.outgoing;

import dev.limber.core.chat.Delivery;
import dev.limber.discord.api.Calls;
import java.time.Duration;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.PermissionException;

/** What it means for a delivery that a call failed. Pure. */
final class Outcomes {
    private static final Duration UNTIL_NETWORK = Duration.ofSeconds(3);
    /** The token is wrong now: somebody must do something first. */
    private static final Duration UNTIL_SOMEBODY_ACTS = Duration.ofSeconds(60);

    private static final Duration UNTIL_IN_ORDER = Duration.ofSeconds(5);
    private static final Duration UNTIL_SLOWER = Duration.ofSeconds(10);
    private static final Duration UNTIL_REPEATED = Duration.ofSeconds(1);
    private static final int UNAUTHORIZED = 401;

    private Outcomes() {}

    static Delivery of(RuntimeException failure) {
        return switch (failure) {
            case Calls.HeldUpException heldUp -> new Delivery.RetryAfter(heldUp.delay(), Delivery.Scope.CHAT);
            case ErrorResponseException refused -> of(refused);
            case PermissionException missing ->
                new Delivery.Failed("the bot lacks the permission '"
                        + missing.getPermission().getName() + "'");
            default -> throw failure;
        };
    }

    /** The same for what may be done twice without harm: a change that is in doubt is made again. */
    static Delivery ofChange(Delivery outcome) {
        return outcome instanceof Delivery.OutcomeUnknown
                ? new Delivery.RetryAfter(UNTIL_REPEATED, Delivery.Scope.CHAT)
                : outcome;
    }

    private static Delivery of(ErrorResponseException refused) {
        if (Calls.isNotSent(refused)) {
            return new Delivery.RetryAfter(UNTIL_NETWORK, Delivery.Scope.PLATFORM);
        }
        if (Calls.isOutOfOrder(refused)) {
            return new Delivery.OutOfOrder(Calls.shown(refused), UNTIL_IN_ORDER);
        }
        if (Calls.isInDoubt(refused)) {
            return new Delivery.OutcomeUnknown(Calls.shown(refused));
        }
        if (refused.getResponse().code == UNAUTHORIZED) {
            return new Delivery.RetryAfter(UNTIL_SOMEBODY_ACTS, Delivery.Scope.PLATFORM);
        }
        return switch (refused.getErrorResponse()) {
            case OPEN_DM_TOO_FAST, CHANNEL_WRITE_RATE_LIMIT, MESSAGE_SEND_TEMPORARILY_DISABLED ->
                new Delivery.RetryAfter(UNTIL_SLOWER, Delivery.Scope.CHAT);
            case CANNOT_SEND_TO_USER, NO_MUTUAL_GUILDS, UNKNOWN_USER, UNKNOWN_CHANNEL ->
                new Delivery.Unreachable(Calls.shown(refused));
            case UNKNOWN_MESSAGE, INVALID_AUTHOR_EDIT, ILLEGAL_OPERATION_ARCHIVED_THREAD -> new Delivery.NotEditable();
            default -> new Delivery.Failed(Calls.shown(refused));
        };
    }
}
