package dev.limber.core.nudge;

import dev.limber.core.text.TimeWord;
import dev.limber.core.text.TimeWords.Example;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the kind of example that shows most to somebody who was not understood. */
final class NearestExample {
    static final Example STANDARD = Example.STANDARD;
    static final int MOST = 3;

    private static final Set<TimeWord> OF_PAUSES =
            EnumSet.of(TimeWord.PAUSE, TimeWord.OFF, TimeWord.WEEK, TimeWord.WEEKS, TimeWord.MONTH, TimeWord.MONTHS);
    private static final Set<TimeWord> OF_INTERVALS = EnumSet.of(TimeWord.EVERY, TimeWord.HOURLY, TimeWord.BETWEEN);
    private static final Set<TimeWord> OF_ONE_TIME = EnumSet.of(
            TimeWord.IN,
            TimeWord.TODAY,
            TimeWord.TOMORROW,
            TimeWord.TONIGHT,
            TimeWord.DAY_AFTER_TOMORROW,
            TimeWord.NEXT);
    private static final Set<TimeWord> OF_UNITS =
            EnumSet.of(TimeWord.MINUTE, TimeWord.MINUTES, TimeWord.HOUR, TimeWord.HOURS);
    private static final Set<TimeWord> OF_CLOCKS = EnumSet.of(
            TimeWord.MONDAY,
            TimeWord.TUESDAY,
            TimeWord.WEDNESDAY,
            TimeWord.THURSDAY,
            TimeWord.FRIDAY,
            TimeWord.SATURDAY,
            TimeWord.SUNDAY,
            TimeWord.DAILY,
            TimeWord.WEEKDAYS,
            TimeWord.WEEKENDS,
            TimeWord.AM,
            TimeWord.PM,
            TimeWord.O_CLOCK,
            TimeWord.MORNING,
            TimeWord.AFTERNOON,
            TimeWord.EVENING);

    private NearestExample() {}

    static Optional<Example> of(List<Token> tokens) {
        Set<TimeWord> said = EnumSet.noneOf(TimeWord.class);
        boolean clock = false;
        for (Token token : tokens) {
            clock |= token instanceof Token.Clock;
            if (token instanceof Token.Word word) {
                said.addAll(word.meanings());
                clock |= word.moment().isPresent();
            }
        }
        if (hasAny(said, OF_PAUSES)) {
            return Optional.of(Example.PAUSE);
        } else if (hasAny(said, OF_INTERVALS)) {
            return Optional.of(Example.INTERVAL);
        } else if (hasAny(said, OF_ONE_TIME)) {
            return Optional.of(Example.ONCE);
        } else if (hasAny(said, OF_UNITS)) {
            return Optional.of(Example.INTERVAL);
        }
        return clock || hasAny(said, OF_CLOCKS) ? Optional.of(Example.CLOCK) : Optional.empty();
    }

    private static boolean hasAny(Set<TimeWord> said, Set<TimeWord> kind) {
        return said.stream().anyMatch(kind::contains);
    }
}
