package dev.limber.discord.standin;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The latest payloads, what was wrong with them, and counts. Safe for use by many threads. */
final class GatewayJournal {
    private static final int FRAMES_KEPT = 2_000;
    private static final int VIOLATIONS_KEPT = 1_000;

    private final Deque<GatewayFrame> frames = new ArrayDeque<>();
    private final List<String> violations = new ArrayList<>();
    private final List<Integer> clientCloses = new ArrayList<>();
    private Duration longestHeartbeatGap = Duration.ZERO;
    final AtomicInteger identifies = new AtomicInteger();
    final AtomicInteger resumes = new AtomicInteger();
    final AtomicInteger heartbeats = new AtomicInteger();
    final AtomicInteger zombies = new AtomicInteger();

    void received(String text) {
        record(new GatewayFrame(true, text));
    }

    void sent(String text) {
        record(new GatewayFrame(false, text));
    }

    private synchronized void record(GatewayFrame frame) {
        if (frames.size() >= FRAMES_KEPT) {
            frames.poll();
        }
        frames.add(frame);
    }

    synchronized void violation(String text) {
        if (violations.size() < VIOLATIONS_KEPT) {
            violations.add(text);
        }
    }

    synchronized void closedByClient(int code) {
        clientCloses.add(code);
    }

    synchronized void heartbeatGap(Duration gap) {
        if (gap.compareTo(longestHeartbeatGap) > 0) {
            longestHeartbeatGap = gap;
        }
    }

    /** On connections that are over. */
    synchronized Duration longestHeartbeatGap() {
        return longestHeartbeatGap;
    }

    synchronized List<GatewayFrame> frames() {
        return List.copyOf(frames);
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    synchronized List<Integer> clientCloses() {
        return List.copyOf(clientCloses);
    }
}
