package dev.limber.core.nudge;

import dev.limber.core.text.TimeWord;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A time of the day as it was said.
 *
 * @param minutes of the day, up to 24:00
 * @param marked whether it can hardly be anything but a time, unlike a bare number
 * @param fixed whether it is said which half of the day is meant
 */
record ClockTime(int minutes, boolean marked, boolean fixed) {
    static final int HOUR = 60;
    static final int NOON = 12 * HOUR;
    private static final int MIDNIGHT = 24 * HOUR;
    private static final int LATEST_EARLY_MORNING = 5 * HOUR;
    private static final int LATEST_AFTERNOON = 7 * HOUR;

    static ClockTime of(LocalTime time) {
        return new ClockTime(time.getHour() * HOUR + time.getMinute(), false, true);
    }

    /** Empty for 24:00. */
    Optional<LocalTime> time() {
        return minutes < MIDNIGHT ? Optional.of(LocalTime.MIN.plusMinutes(minutes)) : Optional.empty();
    }

    /** The end of a window; 24:00 is the last minute of the day. */
    LocalTime end() {
        return LocalTime.MIN.plusMinutes(Math.min(minutes, MIDNIGHT - 1));
    }

    /** Whether twelve hours later can be meant too. */
    boolean isAmbiguous() {
        return !fixed && minutes >= HOUR && minutes < NOON;
    }

    /** Hardly anybody is up then. */
    boolean isEarlyAndAmbiguous() {
        return isAmbiguous() && minutes < LATEST_EARLY_MORNING;
    }

    ClockTime mark() {
        return new ClockTime(minutes, true, fixed);
    }

    ClockTime later() {
        return new ClockTime(minutes + NOON, marked, true);
    }

    /** The half of the day that {@code word} says: AM or PM. */
    Optional<ClockTime> half(TimeWord word) {
        if (minutes < HOUR || minutes >= NOON + HOUR) {
            return Optional.empty();
        }
        int inHalf = minutes % NOON;
        return Optional.of(new ClockTime(word == TimeWord.PM ? inHalf + NOON : inHalf, true, true));
    }

    /** This time in the morning, in the afternoon or in the evening; empty where it cannot be. */
    Optional<ClockTime> during(TimeWord part) {
        if (fixed) {
            return Optional.of(this);
        }
        int read = switch (part) {
            case MORNING -> minutes < NOON ? minutes : -1;
            case AFTERNOON -> minutes >= NOON ? minutes : minutes < LATEST_AFTERNOON ? minutes + NOON : -1;
            case EVENING -> eveningMinutes();
            default -> throw new IllegalArgumentException(part + " is no part of a day");
        };
        return read < 0 ? Optional.empty() : Optional.of(new ClockTime(read, marked, true));
    }

    private int eveningMinutes() {
        if (minutes >= NOON + LATEST_EARLY_MORNING) {
            return minutes;
        }
        return minutes >= LATEST_EARLY_MORNING && minutes < NOON ? minutes + NOON : -1;
    }
}
