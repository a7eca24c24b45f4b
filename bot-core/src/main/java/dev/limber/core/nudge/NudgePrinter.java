package dev.limber.core.nudge;

import dev.limber.core.text.TimeWord;
import dev.limber.core.text.TimeWords;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says a rule in the words of one language. */
final class NudgePrinter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final int SHORTEST_RANGE = 3;

    private final TimeWords words;
    private final ZonedDateTime now;

    NudgePrinter(TimeWords words, ZonedDateTime now) {
        this.words = words;
        this.now = now;
    }

    String print(NudgeRule rule) {
        return switch (rule) {
            case NudgeRule.AtTimes(Set<DayOfWeek> days, List<LocalTime> times) -> days(days) + at(list(times));
            case NudgeRule.Every(Duration interval, LocalTime from, LocalTime to, Set<DayOfWeek> days) ->
                words.printed(TimeWord.EVERY) + " " + interval(interval) + ", " + TIME.format(from) + "–"
                        + TIME.format(to) + ", " + days(days);
            case NudgeRule.Once(LocalDateTime at) -> date(at) + at(TIME.format(at));
            case NudgeRule.At(Instant at) -> words.printed(TimeWord.IN) + " " + wait(at);
        };
    }

    private String at(String time) {
        return " " + words.printed(TimeWord.AT) + " " + time;
    }

    /** {@code 9:00, 12:00 and 15:00}. */
    private String list(List<LocalTime> times) {
        List<String> said = times.stream().map(TIME::format).toList();
        String last = said.getLast();
        return said.size() == 1
                ? last
                : String.join(", ", said.subList(0, said.size() - 1)) + " " + words.printed(TimeWord.AND) + " " + last;
    }

    private String interval(Duration interval) {
        long minutes = interval.toMinutes();
        boolean hours = interval.toMinutesPart() == 0 && interval.toHours() > 1;
        return hours
                ? interval.toHours() + " " + words.printed(TimeWord.HOURS)
                : minutes + " " + words.printed(TimeWord.MINUTES);
    }

    private String days(Set<DayOfWeek> days) {
        if (days.equals(DaysGrammar.ALL)) {
            return words.printed(TimeWord.DAILY);
        } else if (days.equals(DaysGrammar.WEEKDAYS)) {
            return words.printed(TimeWord.WEEKDAYS);
        } else if (days.equals(DaysGrammar.WEEKENDS)) {
            return words.printed(TimeWord.WEEKENDS);
        }
        List<String> parts = new ArrayList<>();
        for (List<DayOfWeek> run : runs(days)) {
            if (run.size() >= SHORTEST_RANGE) {
                parts.add(day(run.getFirst()) + "–" + day(run.getLast()));
            } else {
                run.forEach(day -> parts.add(day(day)));
            }
        }
        return String.join(", ", parts);
    }

    /** Days that follow one another, Monday first. */
    private static List<List<DayOfWeek>> runs(Set<DayOfWeek> days) {
        List<List<DayOfWeek>> runs = new ArrayList<>();
        for (DayOfWeek day : days) {
            if (runs.isEmpty() || day == DayOfWeek.MONDAY || runs.getLast().getLast() != day.minus(1)) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(day);
        }
        return runs;
    }

    private String day(DayOfWeek day) {
        return words.printed(TimeWord.of(day));
    }

    /** Today and tomorrow by name, as long as the time is not over. */
    private String date(LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        LocalDate today = now.toLocalDate();
        if (day.equals(today) && at.isAfter(now.toLocalDateTime())) {
            return words.printed(TimeWord.TODAY);
        } else if (day.equals(today.plusDays(1))) {
            return words.printed(TimeWord.TOMORROW);
        }
        return words.dateOf(
                String.valueOf(day.getDayOfMonth()),
                words.printed(TimeWord.of(day.getMonth())),
                String.format(Locale.ROOT, "%04d", day.getYear()));
    }

    private String wait(Instant at) {
        Duration left = Duration.between(now.toInstant(), at);
        long minutes = Math.max(1, left.plusSeconds(59).toMinutes());
        Duration whole = Duration.ofMinutes(minutes);
        return List.of(
                        count(whole.toDays(), TimeWord.DAY, TimeWord.DAYS),
                        count(whole.toHoursPart(), TimeWord.HOUR, TimeWord.HOURS),
                        count(whole.toMinutesPart(), TimeWord.MINUTE, TimeWord.MINUTES))
                .stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String count(long count, TimeWord one, TimeWord many) {
        return count == 0 ? "" : count + " " + words.printed(count == 1 ? one : many);
    }
}
