package dev.limber.core.nudge;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What holds nudges back.
 *
 * @param zone where the person is
 * @param quietHours hold back every nudge
 * @param restDays days of that zone; they hold back recurring rules, not what was asked for once
 * @param pausedUntil the first day of that zone on which nudges come again
 * @param oneIn how many slots of a recurring rule come to one nudge, 1 to {@value #MOST_IN_ONE}: 1 for every slot, 2 for
 *     half as many
 */
public record NudgeBounds(
        ZoneId zone,
        Optional<QuietHours> quietHours,
        Set<DayOfWeek> restDays,
        Optional<LocalDate> pausedUntil,
        int oneIn) {
    public static final int MOST_IN_ONE = 32;

    /** @throws IllegalArgumentException where {@code oneIn} is out of bounds */
    public NudgeBounds {
        Set<DayOfWeek> ordered = EnumSet.noneOf(DayOfWeek.class);
        ordered.addAll(restDays);
        restDays = Collections.unmodifiableSet(ordered);
        if (oneIn < 1 || oneIn > MOST_IN_ONE) {
            throw new IllegalArgumentException("one in " + oneIn);
        }
    }

    /** Nothing holds nudges back. */
    public static NudgeBounds none(ZoneId zone) {
        return new NudgeBounds(zone, Optional.empty(), Set.of(), Optional.empty(), 1);
    }
}
