package dev.limber.discord.api;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.RestAction;
import org.jspecify.annotations.Nullable;

/** Makes calls of Discord's API, and waits for what comes of them. */
public final class Calls {
    /** How long a call may wait for its turn: Discord says how many there may be of each kind. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long one call may take; the client is made to keep it. */
    public static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    private Calls() {}

    /** A call did not go out because Discord wants to be left alone for a while. */
    public static final class HeldUpException extends RuntimeException {
        private final Duration delay;

        HeldUpException(Duration delay) {
            super("Discord wants to be left alone for " + delay);
            this.delay = delay;
        }

        public Duration delay() {
            return delay;
        }
    }

    /**
     * Calls in turn with others of its kind.
     *
     * @throws ErrorResponseException where Discord refused it, or the connection broke
     * @throws HeldUpException where its turn does not come soon
     */
    public static <T> T queued(RestAction<T> action) {
        return join(action.timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), true);
    }

    /**
     * Calls now, which suits calls that are not counted: acknowledgements.
     *
     * @throws ErrorResponseException where Discord refused it, or the connection broke
     * @throws HeldUpException where Discord says that it is too much
     */
    public static <T> T atOnce(RestAction<T> action) {
        return join(action, false);
    }

    private static <T> T join(RestAction<T> action, boolean queued) {
        try {
            return action.submit(queued).get(PATIENCE.plus(LONGEST_CALL).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (TimeoutException _) {
            // It is past its time and on its way no more, so it will never go out.
            throw new HeldUpException(PATIENCE);
        } catch (RejectedExecutionException _) {
            // The connection is being ended; whatever comes after it may take this up.
            throw new HeldUpException(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeldUpException(PATIENCE);
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case RateLimitedException limited -> new HeldUpException(Duration.ofMillis(limited.getRetryAfter()));
            case TimeoutException _ -> new HeldUpException(PATIENCE);
            case RejectedExecutionException _ -> new HeldUpException(PATIENCE);
            case RuntimeException cause -> cause;
            case null, default -> new CompletionException(e);
        };
    }

    /** Whether nobody knows if Discord acted on the call. */
    public static boolean isInDoubt(ErrorResponseException e) {
        @Nullable Throwable cause = e.getCause();
        return isOutOfOrder(e) || (cause instanceof IOException && !isNotSent(e));
    }

    /** Whether Discord, or a gateway before it, says that it does not work now. */
    public static boolean isOutOfOrder(ErrorResponseException e) {
        return e.getResponse().code >= 500;
    }

    /** Whether the call never left this machine. */
    public static boolean isNotSent(ErrorResponseException e) {
        for (@Nullable Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof RefusedCallException) {
                return true;
            }
        }
        return false;
    }

    /** For the log: neither token nor what people say is in it. */
    public static String shown(RuntimeException e) {
        return e instanceof ErrorResponseException refused
                ? refused.getErrorCode() + " " + refused.getMeaning()
                : e.getClass().getSimpleName();
    }
}
