package dev.limber.core.coach;

import dev.limber.core.session.UserState;
import java.util.List;
import java.util.Optional;

/** Whether no nudges come in a week whose goal is reached. */
final class GoalRestSetting implements Setting {
    private static final List<String> VALUES = List.of("on", "off");

    @Override
    public String id() {
        return "goal-rest";
    }

    @Override
    public String shown(Turn turn) {
        return turn.text(turn.state().nudges().restAtGoal() ? "settings.on" : "settings.off");
    }

    @Override
    public List<List<Option>> options(Turn turn) {
        return List.of(VALUES.stream()
                .map(value -> new Option(turn.text("settings." + value), value))
                .toList());
    }

    @Override
    public Optional<String> read(Turn turn, String typed) {
        return VALUES.stream()
                .filter(value ->
                        typed.equalsIgnoreCase(value) || typed.equalsIgnoreCase(turn.text("settings." + value)))
                .findFirst();
    }

    @Override
    public Optional<UserState> choose(Turn turn, String value) {
        return Optional.of(value).filter(VALUES::contains).map(chosen -> {
            UserState state = turn.state();
            return state.withNudges(state.nudges().withRestAtGoal(chosen.equals("on")));
        });
    }
}
