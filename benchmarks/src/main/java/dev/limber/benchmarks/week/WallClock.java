package dev.limber.benchmarks.week;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * What the clock on the wall of a zone says in each minute of some days: found by looking at it every minute, so that it
 * has nothing in common with how nudges are planned. Minutes are counted since 1970; local ones as the wall says.
 */
final class WallClock {
    private static final int DAY = 24 * 60;
    private static final int FURTHEST_FROM_UTC = 16 * 60;

    private final ZoneId zone;
    private final long start;
    private final long[] locals;
    /** For each local minute from the first possible one on, when the wall says so for the first time; -1 for never. */
    private final long[] firsts;

    WallClock(ZoneId zone, long start, long end) {
        this.zone = zone;
        this.start = start;
        locals = new long[Math.toIntExact(end - start)];
        firsts = new long[locals.length + 2 * FURTHEST_FROM_UTC];
        Arrays.fill(firsts, -1);
        for (int i = 0; i < locals.length; i++) {
            var instant = Instant.ofEpochSecond((start + i) * 60);
            locals[i] = start + i + zone.getRules().getOffset(instant).getTotalSeconds() / 60;
            int place = place(locals[i]);
            firsts[place] = firsts[place] < 0 ? start + i : firsts[place];
        }
    }

    ZoneId zone() {
        return zone;
    }

    private int place(long local) {
        return Math.toIntExact(local - start + FURTHEST_FROM_UTC);
    }

    private long local(long minute) {
        return locals[Math.toIntExact(minute - start)];
    }

    LocalDate day(long minute) {
        return LocalDate.ofEpochDay(Math.floorDiv(local(minute), DAY));
    }

    /** The minute of the day, 0 to 1439. */
    int time(long minute) {
        return Math.floorMod(local(minute), DAY);
    }

    /** When the wall says a time of a day for the first time; where it never does, as much later as it jumps. */
    long first(LocalDate day, int time) {
        int place = place(day.toEpochDay() * DAY + time);
        if (firsts[place] >= 0) {
            return firsts[place];
        }
        int from = place;
        while (firsts[from - 1] < 0) {
            from--;
        }
        int to = place;
        while (firsts[to] < 0) {
            to++;
        }
        return firsts[place + to - from];
    }
}
