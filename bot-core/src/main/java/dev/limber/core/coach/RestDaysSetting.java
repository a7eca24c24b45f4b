package dev.limber.core.coach;

import dev.limber.core.session.UserState;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Days on which nothing is expected. */
final class RestDaysSetting implements Setting {
    private static final int BUTTONS_IN_ROW = 4;

    @Override
    public String id() {
        return "rest-days";
    }

    @Override
    public boolean severalAtOnce() {
        return true;
    }

    @Override
    public String shown(Turn turn) {
        Set<DayOfWeek> restDays = turn.state().preferences().restDays();
        return restDays.isEmpty()
                ? turn.text("settings.rest-days.none")
                : restDays.stream()
                        .sorted()
                        .map(day -> name(day, turn, TextStyle.FULL))
                        .collect(Collectors.joining(", "));
    }

    @Override
    public List<List<Option>> options(Turn turn) {
        Set<DayOfWeek> restDays = turn.state().preferences().restDays();
        List<Option> all = Arrays.stream(DayOfWeek.values())
                .map(day -> new Option(
                        turn.text(
                                restDays.contains(day) ? "settings.ticked" : "settings.unticked",
                                Map.of("name", name(day, turn, TextStyle.SHORT))),
                        day.name().toLowerCase(Locale.ROOT)))
                .toList();
        return List.of(all.subList(0, BUTTONS_IN_ROW), all.subList(BUTTONS_IN_ROW, all.size()));
    }

    @Override
    public Optional<String> read(Turn turn, String typed) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> Stream.of(TextStyle.FULL, TextStyle.SHORT)
                        .anyMatch(style -> name(day, turn, style).equalsIgnoreCase(typed)))
                .map(day -> day.name().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    @Override
    public Optional<UserState> choose(Turn turn, String value) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(value))
                .findFirst()
                .map(day -> {
                    var restDays = new HashSet<>(turn.state().preferences().restDays());
                    if (!restDays.remove(day)) {
                        restDays.add(day);
                    }
                    return turn.state()
                            .withPreferences(turn.state().preferences().withRestDays(restDays));
                });
    }

    private static String name(DayOfWeek day, Turn turn, TextStyle style) {
        return day.getDisplayName(style, turn.language());
    }
}
