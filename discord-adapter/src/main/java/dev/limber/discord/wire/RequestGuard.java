package dev.limber.discord.wire;

import dev.limber.discord.api.RefusedCallException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets calls go to the one API that is configured, and to no other; and lets none go for a while when too many were
 * refused. Discord bans the address of whoever collects 10,000 refusals within ten minutes.
 */
public final class RequestGuard implements Interceptor {
    static final Duration WINDOW = Duration.ofMinutes(10);
    static final int MOST_REFUSALS = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(RequestGuard.class);

    private final HttpUrl api;
    private final LongSupplier nanos;
    /** When the refusals of the last ten minutes were, by the same clock; no more of them than count. */
    private final Deque<Long> refusals = new ArrayDeque<>();

    /** @param nanos a clock that nobody sets, such as {@link System#nanoTime} */
    public RequestGuard(HttpUrl api, LongSupplier nanos) {
        this.api = api;
        this.nanos = nanos;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        HttpUrl url = chain.request().url();
        if (!url.host().equals(api.host()) || url.port() != api.port()) {
            throw new RefusedCallException("a call of another server than the one that is configured");
        }
        if (isFull()) {
            throw new RefusedCallException("Discord has refused too many calls lately");
        }
        Response response = chain.proceed(chain.request());
        if (isRefusal(response)) {
            note();
        }
        return response;
    }

    /** A limit that others have used up counts against nobody. */
    private static boolean isRefusal(Response response) {
        return switch (response.code()) {
            case 401, 403 -> true;
            case 429 -> !"shared".equals(response.header("X-RateLimit-Scope"));
            default -> false;
        };
    }

    private synchronized boolean isFull() {
        long now = nanos.getAsLong();
        while (!refusals.isEmpty() && now - refusals.getFirst() > WINDOW.toNanos()) {
            refusals.removeFirst();
        }
        return refusals.size() >= MOST_REFUSALS;
    }

    private synchronized void note() {
        refusals.addLast(nanos.getAsLong());
        if (refusals.size() == MOST_REFUSALS) {
            LOG.error(
                    "Discord has refused {} calls within ten minutes; Limber calls no more for a while", MOST_REFUSALS);
        }
    }
}
