package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.limber.testkit.http.Blob;
import dev.limber.testkit.http.Journal;
import dev.limber.testkit.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes calls over HTTP, with all that can go wrong on the way. */
final class Front {
    private static final String WAITS = "getUpdates";
    private static final Pattern PATH = Pattern.compile("/bot([0-9]+:[A-Za-z0-9_-]+)/([A-Za-z]+)");
    private static final String JSON = "application/json";

    private final World world;
    private final Methods methods;
    private final Faults faults;
    private final Journal<Call> journal;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Duration answerDelay;

    /** How an answer leaves. */
    private enum Wire {
        WHOLE,
        HALF,
        NONE
    }

    private record Answer(int status, String contentType, Blob body, Wire wire) {
        Answer over(Wire changed) {
            return new Answer(status, contentType, body, changed);
        }
    }

    Front(World world, Methods methods, Faults faults, Journal<Call> journal) {
        this.world = world;
        this.methods = methods;
        this.faults = faults;
        this.journal = journal;
        this.answerDelay = world.settings().answerDelay();
    }

    void setAnswerDelay(Duration delay) {
        answerDelay = delay;
    }

    void close() {
        closed.countDown();
    }

    void handle(HttpExchange exchange) throws IOException {
        long begun = System.nanoTime();
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
            Optional<String> method = path.matches() ? Table.TABLE.method(path.group(2)) : Optional.empty();
            if (path.matches() && !isKnown(path.group(1))) {
                send(exchange, refused(Refusal.of(401, "Unauthorized")));
            } else if (method.isEmpty()) {
                journal.violation(
                        "unknown method " + exchange.getRequestURI().getPath().replaceFirst("/bot[^/]*", ""));
                send(exchange, refused(Refusal.of(404, "Not Found")));
            } else {
                call(exchange, method.get(), body, begun);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isKnown(String token) {
        if (world.settings().anyToken()) {
            world.actAs(token);
            return true;
        }
        return token.equals(world.settings().token());
    }

    private void call(HttpExchange exchange, String method, byte[] body, long begun)
            throws IOException, InterruptedException {
        Instant at = world.now();
        JsonNode params = Json.object();
        Answer answer;
        try {
            String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                    .orElse("");
            Request request = RequestReader.read(
                    method, Optional.ofNullable(exchange.getRequestURI().getRawQuery()), type, body);
            params = request.params();
            answer = answer(request);
        } catch (Refusal refusal) {
            answer = refused(method, refusal);
        } catch (RuntimeException bug) {
            journal.violation(method + ": a bug in the stand-in: " + bug);
            answer = refused(Refusal.of(500, "Internal Server Error"));
        }
        // The time that an answer takes counts from the call, but for one that has waited for something to tell.
        Duration spent = Duration.ofNanos(method.equals(WAITS) ? 0 : System.nanoTime() - begun);
        pause(answerDelay.minus(spent));
        if (journal.isKept()) {
            int status = answer.wire() == Wire.WHOLE ? answer.status() : 0;
            journal.record(new Call(
                    method,
                    params,
                    status,
                    at,
                    Duration.ofNanos(System.nanoTime() - begun),
                    exchange.getLocalAddress().getPort()));
        }
        send(exchange, answer);
    }

    private Answer answer(Request request) throws InterruptedException {
        Optional<Fault> fault = faults.take(request.method(), Chats.find(world, request));
        return fault.isPresent() ? suffer(fault.get(), request) : act(request);
    }

    private Answer suffer(Fault fault, Request request) throws InterruptedException {
        return switch (fault) {
            case Fault.TooManyRequests(int seconds) -> throw Refusal.tooMany(seconds);
            case Fault.Refuses(int code, String description, var to) -> throw Refusal.migrated(code, description, to);
            case Fault.Conflict() ->
                throw Refusal.conflict(
                        "terminated by other getUpdates request; " + "make sure that only one bot instance is running");
            case Fault.DropsBefore() -> new Answer(0, JSON, new Blob(new byte[0]), Wire.NONE);
            case Fault.DropsAfter() -> act(request).over(Wire.NONE);
            case Fault.CutsAnswer() -> act(request).over(Wire.HALF);
            case Fault.Hangs(Duration delay) -> {
                pause(delay);
                yield act(request);
            }
            case Fault.ServerError(int code) ->
                new Answer(
                        code,
                        "text/html",
                        new Blob(("<html><head><title>" + code + "</title></head><body><h1>" + code
                                        + "</h1></body></html>")
                                .getBytes(StandardCharsets.UTF_8)),
                        Wire.WHOLE);
        };
    }

    private Answer act(Request request) throws InterruptedException {
        try {
            ObjectNode answer = Json.object().put("ok", true).set("result", methods.call(request));
            return new Answer(200, JSON, new Blob(Json.bytes(answer)), Wire.WHOLE);
        } catch (Refusal refusal) {
            return refused(request.method(), refusal);
        }
    }

    private Answer refused(String method, Refusal refusal) {
        if (refusal.isViolation()) {
            journal.violation(method + ": " + refusal.description());
        }
        return refused(refusal);
    }

    private static Answer refused(Refusal refusal) {
        ObjectNode answer = Json.object()
                .put("ok", false)
                .put("error_code", refusal.code())
                .put("description", refusal.description());
        refusal.retryAfter().ifPresent(seconds -> answer.putObject("parameters").put("retry_after", seconds));
        refusal.migrateToChatId().ifPresent(id -> answer.putObject("parameters").put("migrate_to_chat_id", id));
        return new Answer(refusal.code(), JSON, new Blob(Json.bytes(answer)), Wire.WHOLE);
    }

    /** Shorter where the stand-in is closed. */
    private void pause(Duration delay) throws InterruptedException {
        if (delay.isPositive()) {
            var _ = closed.await(delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** What is not sent in full ends with the connection. */
    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.wire() == Wire.NONE) {
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        byte[] body = answer.body().bytes();
        exchange.sendResponseHeaders(answer.status(), body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, answer.wire() == Wire.HALF ? body.length / 2 : body.length);
        out.flush();
    }
}
