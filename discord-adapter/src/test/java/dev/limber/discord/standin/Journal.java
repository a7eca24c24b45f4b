package dev.limber.discord.standin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The latest calls and violations. Safe for use by many threads. */
final class Journal {
    private static final int VIOLATIONS_KEPT = 1_000;

    private final int limit;
    private final Deque<Call> calls = new ArrayDeque<>();
    private final Deque<String> violations = new ArrayDeque<>();

    Journal(int limit) {
        this.limit = limit;
    }

    boolean isKept() {
        return limit > 0;
    }

    synchronized void record(Call call) {
        if (calls.size() >= limit) {
            calls.poll();
        }
        calls.add(call);
    }

    synchronized void violation(String text) {
        if (violations.size() < VIOLATIONS_KEPT) {
            violations.add(text);
        }
    }

    synchronized List<Call> calls() {
        return new ArrayList<>(calls);
    }

    synchronized List<String> violations() {
        return new ArrayList<>(violations);
    }
}
