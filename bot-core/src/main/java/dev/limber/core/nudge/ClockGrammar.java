package dev.limber.core.nudge;

import dev.limber.core.text.TimeWord;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a time of the day: {@code 9:00}, {@code 8.30 pm}, {@code 21 Uhr 30}, {@code half past 7}, {@code noon}. */
final class ClockGrammar {
    private static final int HOURS = 24;
    private static final int MINUTES = 60;
    private static final int HALF_DAY = 12;

    private final Cursor cursor;

    ClockGrammar(Cursor cursor) {
        this.cursor = cursor;
    }

    Optional<ClockTime> time() {
        return cursor.attempt(
                () -> moment().or(this::offsetHour).or(this::clock).or(this::hour));
    }

    /** {@code in the morning}. */
    Optional<TimeWord> partOfDay() {
        return Stream.of(TimeWord.MORNING, TimeWord.AFTERNOON, TimeWord.EVENING)
                .filter(cursor::take)
                .findFirst();
    }

    private Optional<ClockTime> moment() {
        return cursor.take(
                token -> token instanceof Token.Word word ? word.moment().map(ClockTime::of) : Optional.empty());
    }

    private Optional<ClockTime> offsetHour() {
        return cursor.attempt(() -> {
            Optional<Integer> offset =
                    cursor.take(token -> token instanceof Token.Word word ? word.offset() : Optional.empty());
            Optional<Integer> hour = offset.flatMap(_ -> hourNumber()).filter(value -> value < HOURS);
            return hour.flatMap(value -> suffixed(new ClockTime(
                    Math.floorMod(value * MINUTES + offset.orElse(0), HOURS * MINUTES), true, value > HALF_DAY)));
        });
    }

    private Optional<ClockTime> clock() {
        return cursor.attempt(() -> cursor.take(ClockGrammar::written).flatMap(this::suffixed));
    }

    private static Optional<ClockTime> written(Token token) {
        return token instanceof Token.Clock(int hour, int minute, boolean colon)
                        && minute < MINUTES
                        && hour * MINUTES + minute <= HOURS * MINUTES
                ? Optional.of(new ClockTime(hour * MINUTES + minute, colon, false))
                : Optional.empty();
    }

    private Optional<ClockTime> hour() {
        return cursor.attempt(() -> hourNumber()
                .filter(hour -> hour <= HOURS)
                .flatMap(hour -> suffixed(new ClockTime(hour * MINUTES, false, false))));
    }

    /** Four digits are a year. */
    private Optional<Integer> hourNumber() {
        return cursor.peek()
                .filter(token -> !(token instanceof Token.Numeral(int _, int digits)) || digits <= 2)
                .flatMap(_ -> cursor.takeNumber());
    }

    private Optional<ClockTime> suffixed(ClockTime time) {
        for (TimeWord half : new TimeWord[] {TimeWord.AM, TimeWord.PM}) {
            if (cursor.take(half)) {
                return time.half(half);
            }
        }
        if (!cursor.take(TimeWord.O_CLOCK)) {
            return Optional.of(time);
        }
        int more = time.minutes() % MINUTES == 0
                ? cursor.take(ClockGrammar::minutes).orElse(0)
                : 0;
        return Optional.of(new ClockTime(time.minutes() + more, true, time.fixed()))
                .filter(whole -> whole.minutes() <= HOURS * MINUTES);
    }

    private static Optional<Integer> minutes(Token token) {
        return token instanceof Token.Numeral(int value, int digits) && digits == 2 && value < MINUTES
                ? Optional.of(value)
                : Optional.empty();
    }
}
