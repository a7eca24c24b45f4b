package dev.limber.core.coach;

import dev.limber.core.session.UserState;
import dev.limber.core.text.Intent;
import dev.limber.core.text.Reading;
import java.util.List;
import java.util.Optional;

/** Whether routines go on by themselves. */
final class HandsFreeSetting implements Setting {
    @Override
    public String id() {
        return "hands-free";
    }

    @Override
    public String shown(Turn turn) {
        return turn.text(turn.state().preferences().handsFree() ? "settings.on" : "settings.off");
    }

    @Override
    public List<List<Option>> options(Turn turn) {
        return List.of(
                List.of(new Option(turn.text("settings.on"), "on"), new Option(turn.text("settings.off"), "off")));
    }

    @Override
    public Optional<String> read(Turn turn, String typed) {
        for (String value : List.of("on", "off")) {
            if (typed.equalsIgnoreCase(value) || typed.equalsIgnoreCase(turn.text("settings." + value))) {
                return Optional.of(value);
            }
        }
        return switch (turn.context().content().utterances().read(typed, turn.language())) {
            case Reading.Word(Intent intent) when intent == Intent.YES -> Optional.of("on");
            case Reading.Word(Intent intent) when intent == Intent.NO -> Optional.of("off");
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<UserState> choose(Turn turn, String value) {
        UserState state = turn.state();
        return switch (value) {
            case "on", "off" ->
                Optional.of(state.withPreferences(state.preferences().withHandsFree(value.equals("on"))));
            default -> Optional.empty();
        };
    }
}
