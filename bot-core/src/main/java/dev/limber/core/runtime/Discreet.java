package dev.limber.core.runtime;

import java.util.Arrays;

/** A copy of a throwable for the log: types and places, no messages, for these may quote what a person wrote. */
final class Discreet extends RuntimeException {
    private static final int MOST_CAUSES = 8;

    private Discreet(Throwable original) {
        super(original.getClass().getName());
        setStackTrace(original.getStackTrace());
    }

    static Throwable of(Throwable original) {
        var copy = new Discreet(original);
        Discreet last = copy;
        Throwable cause = original.getCause();
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            var next = new Discreet(cause);
            last.initCause(next);
            last = next;
            cause = cause.getCause();
        }
        Arrays.stream(original.getSuppressed()).map(Discreet::new).forEach(copy::addSuppressed);
        return copy;
    }

    /** Where the copy was made says nothing. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
