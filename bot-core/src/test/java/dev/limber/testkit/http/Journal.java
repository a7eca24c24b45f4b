package dev.limber.testkit.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The latest calls to a stand-in, and what was wrong with any. Safe for use by many threads.
 *
 * @param <C> what is kept of a call
 */
public final class Journal<C> {
    private static final int VIOLATIONS_KEPT = 1_000;

    private final int limit;
    private final Deque<C> calls = new ArrayDeque<>();
    private final Deque<String> violations = new ArrayDeque<>();

    /** @param limit how many calls are kept; 0 to keep none */
    public Journal(int limit) {
        this.limit = limit;
    }

    public boolean isKept() {
        return limit > 0;
    }

    public synchronized void record(C call) {
        if (calls.size() >= limit) {
            calls.poll();
        }
        calls.add(call);
    }

    public synchronized void violation(String text) {
        if (violations.size() < VIOLATIONS_KEPT) {
            violations.add(text);
        }
    }

    public synchronized List<C> calls() {
        return new ArrayList<>(calls);
    }

    public synchronized List<String> violations() {
        return new ArrayList<>(violations);
    }
}
