package dev.limber.core.text;

import java.time.DayOfWeek;
import java.time.Month;

/** What a word can mean where people say when they want to be nudged. */
public enum TimeWord {
    MONDAY(Kind.DAY, true),
    TUESDAY(Kind.DAY, true),
    WEDNESDAY(Kind.DAY, true),
    THURSDAY(Kind.DAY, true),
    FRIDAY(Kind.DAY, true),
    SATURDAY(Kind.DAY, true),
    SUNDAY(Kind.DAY, true),
    DAILY(Kind.DAY, true),
    WEEKDAYS(Kind.DAY, true),
    WEEKENDS(Kind.DAY, true),
    JANUARY(Kind.MONTH, true),
    FEBRUARY(Kind.MONTH, true),
    MARCH(Kind.MONTH, true),
    APRIL(Kind.MONTH, true),
    MAY(Kind.MONTH, true),
    JUNE(Kind.MONTH, true),
    JULY(Kind.MONTH, true),
    AUGUST(Kind.MONTH, true),
    SEPTEMBER(Kind.MONTH, true),
    OCTOBER(Kind.MONTH, true),
    NOVEMBER(Kind.MONTH, true),
    DECEMBER(Kind.MONTH, true),
    MINUTE(Kind.UNIT, true),
    MINUTES(Kind.UNIT, true),
    HOUR(Kind.UNIT, true),
    HOURS(Kind.UNIT, true),
    DAY(Kind.UNIT, true),
    DAYS(Kind.UNIT, true),
    WEEK(Kind.UNIT, false),
    WEEKS(Kind.UNIT, false),
    MONTH(Kind.UNIT, false),
    MONTHS(Kind.UNIT, false),
    /** Before noon: "8 am". */
    AM(Kind.CLOCK, false),
    PM(Kind.CLOCK, false),
    /** Follows an hour, and minutes can follow it: "8 o'clock", "21 Uhr 30". */
    O_CLOCK(Kind.CLOCK, false),
    MORNING(Kind.CLOCK, false),
    AFTERNOON(Kind.CLOCK, false),
    EVENING(Kind.CLOCK, false),
    TODAY(Kind.DATE, true),
    TOMORROW(Kind.DATE, true),
    /** Today in the evening. */
    TONIGHT(Kind.DATE, false),
    DAY_AFTER_TOMORROW(Kind.DATE, false),
    /** What is over, whatever the time. */
    YESTERDAY(Kind.DATE, false),
    /** Makes one date of a weekday: "next Monday". */
    NEXT(Kind.DATE, false),
    /** Before an interval, or before days: "every hour", "every Monday". */
    EVERY(Kind.LINK, true),
    /** Every hour, in one word. */
    HOURLY(Kind.LINK, false),
    /** Before a time. */
    AT(Kind.LINK, true),
    /** Before a day or a date. */
    ON(Kind.LINK, false),
    FROM(Kind.LINK, false),
    BETWEEN(Kind.LINK, false),
    /** Between two times or days, and before the day that ends a pause: "9 to 17", "until Monday". */
    TO(Kind.LINK, false),
    AND(Kind.LINK, true),
    /** Before days that are left out: "daily except Sunday". */
    EXCEPT(Kind.LINK, false),
    /** Before what is still to pass: "in 20 minutes". */
    IN(Kind.LINK, true),
    /** Before how long a pause takes. */
    FOR(Kind.LINK, false),
    /** No nudges any more. */
    OFF(Kind.REQUEST, false),
    RESUME(Kind.REQUEST, false),
    PAUSE(Kind.REQUEST, false),
    /** That what was just said had better be said again some other time: "snooze", "later". */
    LATER(Kind.REQUEST, false),
    /** About this chat. */
    HERE(Kind.REQUEST, false),
    WHY(Kind.REQUEST, false),
    TEST(Kind.REQUEST, false),
    /** Means nothing, wherever it stands: "please". */
    FILLER(Kind.IGNORED, false),
    /** Follows the day of a month: "24th". */
    ORDINAL(Kind.IGNORED, false),
    /** Means nothing beside the time that it is just now: "it is … here". */
    CLOCK_FILLER(Kind.IGNORED, false);

    private final Kind kind;
    private final boolean printed;

    TimeWord(Kind kind, boolean printed) {
        this.kind = kind;
        this.printed = printed;
    }

    /** What no two meanings of one word may share. */
    enum Kind {
        DAY,
        MONTH,
        UNIT,
        CLOCK,
        DATE,
        LINK,
        REQUEST,
        IGNORED
    }

    Kind kind() {
        return kind;
    }

    /** Whether a language cannot do without, because Limber itself says it. */
    boolean isPrinted() {
        return printed;
    }

    public static TimeWord of(DayOfWeek day) {
        return valueOf(day.name());
    }

    public static TimeWord of(Month month) {
        return valueOf(month.name());
    }
}
