package dev.limber.core.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When nothing scheduled could be sent on a platform, by the clock: nobody was there, or the platform asked to wait. What
 * waits for its pace all the same is not late by that. Safe for use by many threads.
 */
final class Standstills {
    /** What is older makes nothing late that is not late already. */
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private static final int MOST = 1_000;

    private final Deque<Span> spans = new ArrayDeque<>();

    private record Span(Instant from, Instant to) {}

    /** Notes that nothing could be sent from one moment to another; what is known of already counts once. */
    synchronized void note(Instant from, Instant to) {
        Instant begin = spans.isEmpty() || spans.getLast().to().isBefore(from)
                ? from
                : spans.getLast().to();
        if (begin.isBefore(to)) {
            spans.addLast(new Span(begin, to));
        }
        while (spans.size() > MOST || (!spans.isEmpty() && spans.getFirst().to().isBefore(to.minus(REMEMBERED)))) {
            spans.removeFirst();
        }
    }

    /** For how long altogether nothing could be sent since then. */
    synchronized Duration since(Instant moment) {
        Duration sum = Duration.ZERO;
        for (Span span : spans) {
            Instant from = span.from().isBefore(moment) ? moment : span.from();
            if (from.isBefore(span.to())) {
                sum = sum.plus(Duration.between(from, span.to()));
            }
        }
        return sum;
    }
}
