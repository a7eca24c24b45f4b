package dev.limber.core.nudge;

import dev.limber.core.text.TimeWord;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads days of the week: {@code mon-fri}, {@code tue thu}, {@code on weekends}, {@code every day}. */
final class DaysGrammar {
    static final Set<DayOfWeek> ALL = Set.of(DayOfWeek.values());
    static final Set<DayOfWeek> WEEKDAYS = Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    static final Set<DayOfWeek> WEEKENDS = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private static final List<TimeWord> PLAIN =
            Arrays.stream(DayOfWeek.values()).map(TimeWord::of).toList();

    private final Cursor cursor;

    DaysGrammar(Cursor cursor) {
        this.cursor = cursor;
    }

    Optional<Set<DayOfWeek>> days() {
        return cursor.attempt(() -> plain().map(this::without).filter(days -> !days.isEmpty()));
    }

    /** {@code weekdays except Friday}. */
    private Set<DayOfWeek> without(Set<DayOfWeek> days) {
        Set<DayOfWeek> left = EnumSet.copyOf(days);
        cursor.attempt(() -> cursor.take(TimeWord.EXCEPT) ? plain() : Optional.empty())
                .ifPresent(left::removeAll);
        return left;
    }

    private Optional<Set<DayOfWeek>> plain() {
        return cursor.attempt(() -> {
            boolean linked = cursor.take(TimeWord.ON);
            boolean every = cursor.take(TimeWord.EVERY);
            if (every && !linked && cursor.take(TimeWord.DAY)) {
                return Optional.of(ALL);
            }
            Optional<Set<DayOfWeek>> first = item();
            first.ifPresent(this::addMore);
            return first;
        });
    }

    private void addMore(Set<DayOfWeek> days) {
        Optional<Set<DayOfWeek>> more = Optional.of(days);
        while (more.isPresent()) {
            days.addAll(more.get());
            more = cursor.attempt(() -> {
                cursor.take(TimeWord.AND);
                cursor.take(TimeWord.ON);
                return item();
            });
        }
    }

    private Optional<Set<DayOfWeek>> item() {
        if (cursor.take(TimeWord.DAILY)) {
            return Optional.of(EnumSet.copyOf(ALL));
        } else if (cursor.take(TimeWord.WEEKDAYS)) {
            return Optional.of(EnumSet.copyOf(WEEKDAYS));
        } else if (cursor.take(TimeWord.WEEKENDS)) {
            return Optional.of(EnumSet.copyOf(WEEKENDS));
        }
        return day().map(this::range);
    }

    private Optional<DayOfWeek> day() {
        return PLAIN.stream().filter(cursor::take).findFirst().map(word -> DayOfWeek.of(PLAIN.indexOf(word) + 1));
    }

    /** From {@code first} on to the day that ends the range, over Sunday where it comes earlier in the week. */
    private Set<DayOfWeek> range(DayOfWeek first) {
        Optional<DayOfWeek> last = cursor.attempt(() -> cursor.take(TimeWord.TO) ? day() : Optional.empty());
        Set<DayOfWeek> days = EnumSet.of(first);
        for (DayOfWeek day = first; last.isPresent() && day != last.get(); ) {
            day = day.plus(1);
            days.add(day);
        }
        return days;
    }
}
