package dev.limber.core.coach;

import dev.limber.core.nudge.QuietHours;
import dev.limber.core.session.UserState;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When not to be written to unasked; a value is {@code HHmm-HHmm} or {@code off}. */
final class QuietHoursSetting implements Setting {
    private static final String OFF = "off";
    private static final Pattern VALUE = Pattern.compile("(\\d{2})(\\d{2})-(\\d{2})(\\d{2})");
    private static final String TIME = "(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)?";
    private static final Pattern TYPED =
            Pattern.compile("\\D{0,6}?" + TIME + "[^\\dap]{1,6}" + TIME + "\\D{0,6}", Pattern.CASE_INSENSITIVE);
    private static final int HALF_DAY = 12;
    private static final int DAY = 24;
    private static final int HOUR = 60;

    @Override
    public String id() {
        return "quiet-hours";
    }

    @Override
    public String shown(Turn turn) {
        return turn.state()
                .preferences()
                .quietHours()
                .map(hours -> words(turn, hours))
                .orElseGet(() -> turn.text("settings.off"));
    }

    @Override
    public List<List<Option>> options(Turn turn) {
        return List.of(
                List.of(preset(turn, 21, 7), preset(turn, 22, 7), preset(turn, 22, 8)),
                List.of(new Option(turn.text("settings.off"), OFF)));
    }

    @Override
    public Optional<String> read(Turn turn, String typed) {
        if (typed.equalsIgnoreCase(OFF) || typed.equalsIgnoreCase(turn.text("settings.off"))) {
            return Optional.of(OFF);
        }
        Matcher times = TYPED.matcher(typed);
        return times.matches()
                ? time(times, 1).flatMap(from -> time(times, 4).map(to -> value(new QuietHours(from, to))))
                : Optional.empty();
    }

    @Override
    public Optional<UserState> choose(Turn turn, String value) {
        UserState state = turn.state();
        if (value.equals(OFF)) {
            return Optional.of(state.withPreferences(state.preferences().withQuietHours(Optional.empty())));
        }
        Matcher times = VALUE.matcher(value);
        if (!times.matches()) {
            return Optional.empty();
        }
        Optional<LocalTime> from = time(Integer.parseInt(times.group(1)), Integer.parseInt(times.group(2)));
        Optional<LocalTime> to = time(Integer.parseInt(times.group(3)), Integer.parseInt(times.group(4)));
        return from.flatMap(start -> to.map(end -> new QuietHours(start, end)))
                .filter(hours -> !hours.start().equals(hours.end()))
                .map(hours -> state.withPreferences(state.preferences().withQuietHours(Optional.of(hours))));
    }

    private static Option preset(Turn turn, int from, int to) {
        var hours = new QuietHours(LocalTime.of(from, 0), LocalTime.of(to, 0));
        return new Option(words(turn, hours), value(hours));
    }

    private static String words(Turn turn, QuietHours hours) {
        return turn.text(
                "settings.quiet-hours.value",
                Map.of("start", Dates.time(hours.start()), "end", Dates.time(hours.end())));
    }

    private static String value(QuietHours hours) {
        var format = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);
        return format.format(hours.start()) + "-" + format.format(hours.end());
    }

    private static Optional<LocalTime> time(Matcher typed, int group) {
        int hour = Integer.parseInt(typed.group(group));
        int minute = typed.group(group + 1) == null ? 0 : Integer.parseInt(typed.group(group + 1));
        String half =
                typed.group(group + 2) == null ? "" : typed.group(group + 2).toLowerCase(Locale.ROOT);
        if (!half.isEmpty() && hour > HALF_DAY) {
            return Optional.empty();
        }
        return time(
                switch (half) {
                    case "am" -> hour % HALF_DAY;
                    case "pm" -> hour % HALF_DAY + HALF_DAY;
                    default -> hour == DAY ? 0 : hour;
                },
                minute);
    }

    private static Optional<LocalTime> time(int hour, int minute) {
        return hour < DAY && minute < HOUR ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }
}
