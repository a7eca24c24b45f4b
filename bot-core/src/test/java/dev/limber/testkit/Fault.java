package dev.limber.testkit;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Delivery;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Something that goes wrong with one delivery on a {@link FakePlatform}. */
public sealed interface Fault {
    /** Nothing is shown; this is what the platform says. */
    record Answers(Delivery outcome) implements Fault {}

    /** The message is shown, but the platform's answer is lost. */
    record ShownButUnknown() implements Fault {}

    /** Not shown, then as if it had been tried for the first time once the latch is open. */
    record Hangs(CountDownLatch until) implements Fault {}

    /** A bug in the adapter. */
    record Throws(RuntimeException bug) implements Fault {}

    static Fault retryAfter(Duration delay, Delivery.Scope scope) {
        return new Answers(new Delivery.RetryAfter(delay, scope));
    }

    static Fault movedTo(Address to) {
        return new Answers(new Delivery.Moved(to));
    }

    static Fault unreachable() {
        return new Answers(new Delivery.Unreachable("blocked by the user"));
    }

    static Fault failed() {
        return new Answers(new Delivery.Failed("refused"));
    }

    static Fault notEditable() {
        return new Answers(new Delivery.NotEditable());
    }

    static Fault lostBefore() {
        return new Answers(new Delivery.OutcomeUnknown("the connection broke"));
    }

    static Fault lostAfter() {
        return new ShownButUnknown();
    }
}
