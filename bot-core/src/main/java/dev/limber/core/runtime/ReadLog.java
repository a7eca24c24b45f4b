package dev.limber.core.runtime;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Tells what happened while something was being read elsewhere. Remembers no more than the reads under way need. Not
 * safe for use by several threads.
 */
final class ReadLog<T> {
    private long step;
    private final TreeSet<Long> readsUnderWay = new TreeSet<>();
    private final Map<T, Long> happened = new LinkedHashMap<>();

    /** @return names the read */
    long begin() {
        step++;
        readsUnderWay.add(step);
        return step;
    }

    void note(T thing) {
        if (!readsUnderWay.isEmpty()) {
            step++;
            happened.remove(thing);
            happened.put(thing, step);
        }
    }

    boolean happenedSince(long read, T thing) {
        Long when = happened.get(thing);
        return when != null && when > read;
    }

    void end(long read) {
        readsUnderWay.remove(read);
        long oldest = readsUnderWay.isEmpty() ? Long.MAX_VALUE : readsUnderWay.first();
        Iterator<Long> inOrder = happened.values().iterator();
        while (inOrder.hasNext() && inOrder.next() < oldest) {
            inOrder.remove();
        }
    }

    int size() {
        return happened.size();
    }
}
