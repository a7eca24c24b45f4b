package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** Answers as they leave. */
final class Responses {
    private static final int MILLIS = 1_000;

    private Responses() {}

    static MockResponse of(Answer answer) {
        return plain(answer).build();
    }

    static MockResponse of(Answer answer, Optional<Paces.Standing> standing, Instant now) {
        MockResponse.Builder response = plain(answer);
        standing.ifPresent(each -> limits(response, each, now));
        return response.build();
    }

    /** It has passed a proxy: without this header a client takes a refusal for a ban. */
    private static MockResponse.Builder plain(Answer answer) {
        MockResponse.Builder response =
                new MockResponse.Builder().code(answer.status()).addHeader("Via", "1.1 google");
        answer.body()
                .ifPresent(body ->
                        response.setHeader("Content-Type", "application/json").body(body.toString()));
        return response;
    }

    private static void limits(MockResponse.Builder response, Paces.Standing standing, Instant now) {
        response.addHeader("X-RateLimit-Bucket", standing.bucket())
                .addHeader("X-RateLimit-Limit", standing.limit())
                .addHeader("X-RateLimit-Remaining", standing.remaining())
                .addHeader("X-RateLimit-Reset-After", seconds(standing.resetAfter()))
                .addHeader(
                        "X-RateLimit-Reset",
                        seconds(Duration.ofMillis(now.toEpochMilli()).plus(standing.resetAfter())));
    }

    static MockResponse rateLimited(Paces.Standing standing, Duration retryAfter, Fault.Scope scope) {
        boolean global = scope == Fault.Scope.GLOBAL;
        ObjectNode body = Json.object()
                .put("message", "You are being rate limited.")
                .put("retry_after", (double) retryAfter.toMillis() / MILLIS)
                .put("global", global);
        MockResponse.Builder response = plain(new Answer(429, Optional.of(body)))
                // Whole seconds, unlike what the body says.
                .addHeader("Retry-After", Long.toString(Math.ceilDiv(retryAfter.toMillis(), MILLIS)))
                .addHeader("X-RateLimit-Scope", scope.name().toLowerCase(Locale.ROOT));
        if (global) {
            response.addHeader("X-RateLimit-Global", "true");
        } else {
            limits(
                    response,
                    new Paces.Standing(standing.bucket(), standing.limit(), 0, retryAfter, true),
                    Instant.now());
        }
        return response.build();
    }

    /** A proxy's page in place of an answer. */
    static MockResponse page(int code) {
        return new MockResponse.Builder()
                .code(code)
                .setHeader("Content-Type", "text/html")
                .body("<html><head><title>" + code + "</title></head><body><h1>" + code + "</h1></body></html>")
                .build();
    }

    /** No answer: the connection ends. */
    static MockResponse cut() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", (double) duration.toMillis() / MILLIS);
    }
}
