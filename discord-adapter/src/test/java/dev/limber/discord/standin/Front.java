package dev.limber.discord.standin;

import dev.limber.testkit.http.Journal;
import dev.limber.testkit.http.Upload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Takes calls over HTTP, with all that can go wrong on the way. */
final class Front extends Dispatcher {
    private final World world;
    private final Methods methods;
    private final WebSocketSide gateway;
    private final Faults faults;
    private final Journal<Call> journal;
    private final Paces paces;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Duration answerDelay;
    private volatile boolean cutOff;

    Front(World world, Methods methods, WebSocketSide gateway, Faults faults, Journal<Call> journal) {
        this.world = world;
        this.methods = methods;
        this.gateway = gateway;
        this.faults = faults;
        this.journal = journal;
        this.paces = new Paces(world.settings().paced());
        this.answerDelay = world.settings().answerDelay();
    }

    void setAnswerDelay(Duration delay) {
        answerDelay = delay;
    }

    void setCutOff(boolean cut) {
        cutOff = cut;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    @Override
    public MockResponse dispatch(RecordedRequest sent) throws InterruptedException {
        if (sent.getUrl().encodedPath().equals("/gateway")) {
            return gateway.upgrade(sent);
        }
        return cutOff ? Responses.cut() : call(sent);
    }

    private MockResponse call(RecordedRequest sent) throws InterruptedException {
        Optional<Request> routed = RequestReader.route(sent);
        if (routed.isEmpty()) {
            journal.violation(
                    "unknown route " + sent.getMethod() + " " + sent.getUrl().encodedPath());
            return Responses.of(Answer.refused(Refusal.of(Trouble.NO_SUCH_ROUTE)));
        }
        long begun = System.nanoTime();
        Instant at = world.now();
        Request request = routed.get();
        Reply reply;
        try {
            checkToken(request, sent);
            request = RequestReader.read(request, sent);
            reply = answer(request);
        } catch (Refusal refusal) {
            reply = refused(request, refusal);
        } catch (RuntimeException bug) {
            journal.violation(request.route().name() + ": a bug in the stand-in: " + bug);
            reply = refused(request, Refusal.excused(Trouble.INTERNAL));
        }
        String route = request.route().name();
        request.unknown().forEach(each -> journal.violation(route + ": " + each));
        pause(answerDelay.minusNanos(System.nanoTime() - begun));
        record(request, sent, reply.status(), at, begun);
        return reply.response();
    }

    /** What goes back; the status is 0 where nothing does. */
    private record Reply(int status, MockResponse response) {}

    private void checkToken(Request request, RecordedRequest sent) {
        String given =
                Optional.ofNullable(sent.getHeaders().get("Authorization")).orElse("");
        boolean any = world.settings().tokens().isEmpty();
        boolean known = given.startsWith("Bot ")
                && (any || world.settings().tokens().contains(given.substring("Bot ".length())));
        if (!request.route().open() && !known) {
            throw Refusal.of(Trouble.UNAUTHORIZED);
        }
    }

    private Reply answer(Request request) throws InterruptedException {
        Optional<Fault> fault = faults.take(request);
        return fault.isPresent() ? suffer(fault.get(), request) : act(request);
    }

    private Reply suffer(Fault fault, Request request) throws InterruptedException {
        return switch (fault) {
            case Fault.RateLimited(Duration retryAfter, Fault.Scope scope) ->
                new Reply(429, Responses.rateLimited(paces.count(request), retryAfter, scope));
            case Fault.Refuses(Trouble trouble) -> refused(request, Refusal.excused(trouble));
            case Fault.ServerError(int code) -> new Reply(code, Responses.page(code));
            case Fault.DropsBefore() -> new Reply(0, Responses.cut());
            case Fault.DropsAfter() -> {
                act(request);
                world.interactions().find(request.param("interaction_token")).ifPresent(Interaction::loseAnswer);
                yield new Reply(0, Responses.cut());
            }
            case Fault.Hangs(Duration delay) -> {
                pause(delay);
                yield act(request);
            }
        };
    }

    private Reply act(Request request) {
        boolean unlimited = request.route().name().equals("create_interaction_response");
        Optional<Paces.Standing> standing = unlimited ? Optional.empty() : Optional.of(paces.count(request));
        if (standing.filter(Paces.Standing::exceeded).isPresent()) {
            Paces.Standing exceeded = standing.get();
            return new Reply(429, Responses.rateLimited(exceeded, exceeded.resetAfter(), Fault.Scope.USER));
        }
        Answer answer;
        try {
            answer = methods.call(request);
        } catch (Refusal refusal) {
            note(request, refusal);
            answer = Answer.refused(refusal);
        }
        return new Reply(answer.status(), Responses.of(answer, standing, world.now()));
    }

    private Reply refused(Request request, Refusal refusal) {
        note(request, refusal);
        return new Reply(refusal.trouble().status(), Responses.of(Answer.refused(refusal)));
    }

    private void note(Request request, Refusal refusal) {
        if (refusal.isViolation()) {
            journal.violation(request.route().name() + ": " + refusal.description());
        }
    }

    private void record(Request request, RecordedRequest sent, int status, Instant at, long begun) {
        if (journal.isKept()) {
            List<String> files = request.files().values().stream()
                    .map(Upload::fileName)
                    .sorted()
                    .toList();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            String path = sent.getUrl().encodedPath();
            journal.record(new Call(request.route().name(), path, request.body(), files, status, at, took));
        }
    }

    /** Shorter where the stand-in is closed. */
    private void pause(Duration delay) throws InterruptedException {
        if (delay.isPositive()) {
            var _ = closed.await(delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
