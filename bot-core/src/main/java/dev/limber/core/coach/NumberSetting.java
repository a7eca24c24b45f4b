package dev.limber.core.coach;

import dev.limber.core.exercise.Variant;
import dev.limber.core.session.Preferences;
import dev.limber.core.session.UserState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A number within bounds, or "as suggested" where the content has one. */
final class NumberSetting implements Setting {
    /** A number with its unit, and nothing else: what people say may hold numbers, too. */
    private static final Pattern NUMBER = Pattern.compile("\\D{0,3}?(\\d{1,4})\\s*\\p{L}{0,10}\\.?");

    private static final String SUGGESTED = "auto";
    private static final int BUTTONS_IN_ROW = 4;

    private final String id;
    private final int least;
    private final int most;
    private final List<Integer> offered;
    private final boolean canBeSuggested;
    private final Function<Preferences, Optional<Integer>> read;
    private final BiFunction<Preferences, Optional<Integer>, Preferences> write;

    private NumberSetting(
            String id,
            int least,
            int most,
            List<Integer> offered,
            boolean canBeSuggested,
            Function<Preferences, Optional<Integer>> read,
            BiFunction<Preferences, Optional<Integer>, Preferences> write) {
        this.id = id;
        this.least = least;
        this.most = most;
        this.offered = offered;
        this.canBeSuggested = canBeSuggested;
        this.read = read;
        this.write = write;
    }

    /** Seconds of a hold. */
    static NumberSetting hold() {
        return new NumberSetting(
                "hold",
                Preferences.LEAST_HOLD_SECONDS,
                Preferences.MOST_HOLD_SECONDS,
                List.of(10, 15, 20, 30, 45, 60),
                true,
                Preferences::holdSeconds,
                Preferences::withHoldSeconds);
    }

    /** How often what is held is repeated. */
    static NumberSetting rounds() {
        return new NumberSetting(
                "rounds",
                1,
                Variant.MOST_ROUNDS,
                upTo(Variant.MOST_ROUNDS),
                true,
                Preferences::rounds,
                Preferences::withRounds);
    }

    /** Days of a week. */
    static NumberSetting goal() {
        return new NumberSetting(
                "goal",
                1,
                7,
                upTo(7),
                false,
                preferences -> Optional.of(preferences.weeklyGoal()),
                (preferences, goal) -> goal.map(preferences::withWeeklyGoal).orElse(preferences));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String shown(Turn turn) {
        return read.apply(turn.state().preferences())
                .map(number -> turn.text("settings." + id + ".value", Map.of("number", number)))
                .orElseGet(() -> turn.text("settings.as-suggested"));
    }

    @Override
    public List<List<Option>> options(Turn turn) {
        var rows = new ArrayList<List<Option>>();
        for (int i = 0; i < offered.size(); i += BUTTONS_IN_ROW) {
            rows.add(offered.subList(i, Math.min(i + BUTTONS_IN_ROW, offered.size())).stream()
                    .map(number -> new Option(
                            turn.text("settings." + id + ".value", Map.of("number", number)), String.valueOf(number)))
                    .toList());
        }
        if (canBeSuggested) {
            rows.add(List.of(new Option(turn.text("settings.as-suggested"), SUGGESTED)));
        }
        return rows;
    }

    @Override
    public Optional<String> read(Turn turn, String typed) {
        if (canBeSuggested && typed.equalsIgnoreCase(turn.text("settings.as-suggested"))) {
            return Optional.of(SUGGESTED);
        }
        Matcher number = NUMBER.matcher(typed);
        return number.matches() && isAllowed(Integer.parseInt(number.group(1)))
                ? Optional.of(number.group(1))
                : Optional.empty();
    }

    @Override
    public Optional<UserState> choose(Turn turn, String value) {
        UserState state = turn.state();
        if (canBeSuggested && value.equals(SUGGESTED)) {
            return Optional.of(state.withPreferences(write.apply(state.preferences(), Optional.empty())));
        }
        return Optional.of(value)
                .filter(digits -> digits.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .filter(this::isAllowed)
                .map(number -> state.withPreferences(write.apply(state.preferences(), Optional.of(number))));
    }

    private boolean isAllowed(int number) {
        return number >= least && number <= most;
    }

    private static List<Integer> upTo(int most) {
        return IntStream.rangeClosed(1, most).boxed().toList();
    }
}
