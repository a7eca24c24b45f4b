package dev.limber.core.nudge;

import dev.limber.core.nudge.RuleDraft.Window;
import dev.limber.core.text.TimeWord;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a rule to the very last word; its parts can come in any order: {@code mon-fri every 90 min 9-17}. */
final class RuleGrammar {
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private final Cursor cursor;
    private final ClockGrammar clock;
    private final DaysGrammar days;
    private final DateGrammar dates;
    private final RuleDraft draft;

    RuleGrammar(Cursor cursor, ZonedDateTime now) {
        this.cursor = cursor;
        clock = new ClockGrammar(cursor);
        days = new DaysGrammar(cursor);
        dates = new DateGrammar(cursor, now.toLocalDate());
        draft = new RuleDraft(now);
    }

    /** @param strictly whether a bare number is no time */
    Optional<NudgeRequest> request(boolean strictly) {
        return understand() ? draft.request(strictly) : Optional.empty();
    }

    /** What is missing for a rule, where all that is there is understood. */
    Optional<NudgeFault> fault() {
        return understand() ? draft.fault() : Optional.empty();
    }

    /** The duration that comes next: "5 minutes", "minute". */
    Optional<Duration> anyDuration() {
        return durations().or(() -> unit().map(Duration::ofMinutes));
    }

    private boolean understand() {
        boolean understood = true;
        while (understood && !cursor.isAtEnd()) {
            understood = part() || (cursor.take(TimeWord.AND) && draft.and() && !cursor.isAtEnd());
        }
        return understood;
    }

    private boolean part() {
        int start = cursor.position();
        return delay().map(draft::delay)
                .or(() -> interval().map(draft::interval))
                .or(() -> window().map(draft::window))
                .or(this::date)
                .or(() -> days.days().map(draft::days))
                .or(() -> partOfDay().map(draft::partOfDay))
                .or(() -> times().map(draft::times))
                .filter(_ -> cursor.position() > start)
                .orElse(false);
    }

    private Optional<Duration> delay() {
        return cursor.attempt(() -> cursor.take(TimeWord.IN) ? durations() : Optional.empty());
    }

    /** {@code 1 hour 20 minutes}, {@code half an hour}. */
    Optional<Duration> durations() {
        Optional<Duration> sum = duration();
        Optional<Duration> more = sum;
        while (more.isPresent()) {
            more = cursor.attempt(() -> {
                cursor.take(TimeWord.AND);
                return duration();
            });
            sum = more.isPresent() ? Optional.of(sum.orElse(Duration.ZERO).plus(more.get())) : sum;
        }
        return sum;
    }

    private Optional<Duration> interval() {
        if (cursor.take(TimeWord.HOURLY)) {
            return Optional.of(Duration.ofHours(1));
        }
        return cursor.attempt(() -> {
            if (!cursor.take(TimeWord.EVERY)) {
                return Optional.empty();
            }
            return duration().or(() -> shortUnit().map(Duration::ofMinutes));
        });
    }

    /** {@code 90 min}, {@code half an hour}, {@code an hour}. */
    private Optional<Duration> duration() {
        return cursor.attempt(() -> {
            Optional<Integer> count = cursor.takeNumber();
            Optional<Duration> span = count.filter(number -> number != 1).isPresent() ? Optional.empty() : span();
            return span.or(() -> count.flatMap(number -> unit().map(unit -> Duration.ofMinutes((long) number * unit))));
        });
    }

    private Optional<Duration> span() {
        return cursor.take(
                token -> token instanceof Token.Word word ? word.span().map(Duration::ofMinutes) : Optional.empty());
    }

    /** In minutes. */
    private Optional<Integer> unit() {
        return shortUnit()
                .or(() ->
                        cursor.take(TimeWord.DAY) || cursor.take(TimeWord.DAYS) ? Optional.of(DAY) : Optional.empty());
    }

    private Optional<Integer> shortUnit() {
        if (cursor.take(TimeWord.MINUTE) || cursor.take(TimeWord.MINUTES)) {
            return Optional.of(1);
        } else if (cursor.take(TimeWord.HOUR) || cursor.take(TimeWord.HOURS)) {
            return Optional.of(HOUR);
        }
        return Optional.empty();
    }

    private Optional<Window> window() {
        return cursor.attempt(() -> {
            cursor.take(TimeWord.FROM);
            boolean between = cursor.take(TimeWord.BETWEEN);
            Optional<ClockTime> start = clock.time();
            boolean linked = start.isPresent() && (cursor.take(TimeWord.TO) || (between && cursor.take(TimeWord.AND)));
            return linked
                    ? start.flatMap(first -> clock.time().flatMap(last -> Window.of(first, last)))
                    : Optional.empty();
        });
    }

    private Optional<Boolean> date() {
        if (draft.hasDate()) {
            return Optional.empty();
        }
        boolean tonight = cursor.isNext(TimeWord.TONIGHT);
        boolean today = cursor.isNext(TimeWord.TODAY);
        return dates.date().map(date -> draft.date(date, today) && (!tonight || draft.partOfDay(TimeWord.EVENING)));
    }

    private Optional<TimeWord> partOfDay() {
        return cursor.attempt(() -> {
            boolean every = cursor.take(TimeWord.EVERY);
            Optional<TimeWord> part = clock.partOfDay();
            if (every && part.isPresent()) {
                draft.repeat();
            }
            return part;
        });
    }

    private Optional<List<ClockTime>> times() {
        List<ClockTime> times = new ArrayList<>();
        Optional<ClockTime> next = cursor.attempt(() -> {
            boolean at = cursor.take(TimeWord.AT);
            return clock.time().map(time -> at ? time.mark() : time);
        });
        while (next.isPresent()) {
            times.add(next.get());
            next = cursor.attempt(this::furtherTime);
        }
        return times.isEmpty() ? Optional.empty() : Optional.of(times);
    }

    private Optional<ClockTime> furtherTime() {
        boolean linked = cursor.take(TimeWord.AND);
        linked |= cursor.take(TimeWord.AT);
        boolean enough = linked;
        return clock.time().filter(time -> enough || time.marked() || time.fixed());
    }
}
