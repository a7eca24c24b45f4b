package dev.limber.core.nudge;

import dev.limber.core.text.TimeWord;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads a day: {@code today}, {@code next monday}, {@code 24th of December}, {@code 24.12.2026}. */
final class DateGrammar {
    private static final int YEAR_DIGITS = 4;
    /** The 29th of February can be so far ahead. */
    private static final int MOST_YEARS_AHEAD = 8;

    private final Cursor cursor;
    private final LocalDate today;

    DateGrammar(Cursor cursor, LocalDate today) {
        this.cursor = cursor;
        this.today = today;
    }

    /** One day; a mere weekday is none. Of dates without a year, the next one, today included. */
    Optional<LocalDate> date() {
        return cursor.attempt(() -> {
            cursor.take(TimeWord.ON);
            return relative().or(this::nextWeekday).or(this::inDigits).or(this::inWords);
        });
    }

    /** The day that ends a pause: a date, the next Monday, or the beginning of a month or of next week. */
    Optional<LocalDate> end() {
        return date().or(() -> cursor.attempt(() -> {
            cursor.take(TimeWord.ON);
            boolean next = cursor.take(TimeWord.NEXT);
            if (next && cursor.take(TimeWord.WEEK)) {
                return Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
            }
            if (next) {
                return cursor.take(TimeWord.MONTH)
                        ? Optional.of(today.with(TemporalAdjusters.firstDayOfNextMonth()))
                        : Optional.empty();
            }
            return dotted().or(() -> weekday()
                    .map(day -> today.with(TemporalAdjusters.next(day)))
                    .or(() -> month().flatMap(month -> coming(month.getValue(), 1))));
        }));
    }

    Optional<DayOfWeek> weekday() {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> cursor.take(TimeWord.of(day)))
                .findFirst();
    }

    private Optional<LocalDate> relative() {
        if (cursor.take(TimeWord.TODAY) || cursor.take(TimeWord.TONIGHT)) {
            return Optional.of(today);
        } else if (cursor.take(TimeWord.TOMORROW)) {
            return Optional.of(today.plusDays(1));
        }
        return cursor.take(TimeWord.DAY_AFTER_TOMORROW) ? Optional.of(today.plusDays(2)) : Optional.empty();
    }

    private Optional<LocalDate> nextWeekday() {
        return cursor.attempt(() -> cursor.take(TimeWord.NEXT)
                ? weekday().map(day -> today.with(TemporalAdjusters.next(day)))
                : Optional.empty());
    }

    private Optional<LocalDate> inDigits() {
        return cursor.take(token -> token instanceof Token.Date(Optional<Integer> year, int month, int day)
                ? resolve(year, month, day)
                : Optional.empty());
    }

    /** {@code 24.12}, which could be a time elsewhere. */
    private Optional<LocalDate> dotted() {
        return cursor.take(token -> token instanceof Token.Clock(int day, int month, boolean colon) && !colon
                ? coming(month, day)
                : Optional.empty());
    }

    private Optional<LocalDate> inWords() {
        return cursor.attempt(() -> dayOfMonth().flatMap(day -> month().flatMap(month -> withYear(month, day))))
                .or(() -> cursor.attempt(() ->
                        month().flatMap(month -> dayOfMonth().flatMap(day -> withYear(month, day)))));
    }

    private Optional<Integer> dayOfMonth() {
        Optional<Integer> day =
                cursor.take(token -> token instanceof Token.Numeral(int value, int digits) && digits < YEAR_DIGITS
                        ? Optional.of(value)
                        : Optional.empty());
        cursor.take(TimeWord.ORDINAL);
        return day;
    }

    private Optional<Month> month() {
        return Arrays.stream(Month.values())
                .filter(month -> cursor.take(TimeWord.of(month)))
                .findFirst();
    }

    private Optional<LocalDate> withYear(Month month, int day) {
        Optional<Integer> year = cursor.attempt(() -> {
            cursor.take(TimeWord.AND);
            return cursor.take(token -> token instanceof Token.Numeral(int value, int digits) && digits == YEAR_DIGITS
                    ? Optional.of(value)
                    : Optional.empty());
        });
        return resolve(year, month.getValue(), day);
    }

    private Optional<LocalDate> resolve(Optional<Integer> year, int month, int day) {
        return year.isPresent() ? day(year.get(), month, day) : coming(month, day);
    }

    private Optional<LocalDate> coming(int month, int day) {
        return IntStream.rangeClosed(0, MOST_YEARS_AHEAD)
                .mapToObj(years -> day(today.getYear() + years, month, day))
                .flatMap(Optional::stream)
                .filter(date -> !date.isBefore(today))
                .findFirst();
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** How many days a pause of so many days, weeks or months takes from today. */
    Optional<Long> daysOf(int count) {
        if (cursor.take(TimeWord.DAY) || cursor.take(TimeWord.DAYS)) {
            return Optional.of((long) count);
        } else if (cursor.take(TimeWord.WEEK) || cursor.take(TimeWord.WEEKS)) {
            return Optional.of(ChronoUnit.DAYS.between(today, today.plusWeeks(count)));
        }
        return cursor.take(TimeWord.MONTH) || cursor.take(TimeWord.MONTHS)
                ? Optional.of(ChronoUnit.DAYS.between(today, today.plusMonths(count)))
                : Optional.empty();
    }
}
