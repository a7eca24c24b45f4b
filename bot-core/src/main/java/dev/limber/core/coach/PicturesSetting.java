package dev.limber.core.coach;

import dev.limber.core.exercise.Fields;
import dev.limber.core.session.PictureStyle;
import dev.limber.core.session.UserState;
import dev.limber.core.text.Intent;
import dev.limber.core.text.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether exercises come with pictures that move, with stills, or with words alone. */
final class PicturesSetting implements Setting {
    @Override
    public String id() {
        return "pictures";
    }

    @Override
    public String shown(Turn turn) {
        return label(turn, turn.state().preferences().pictureStyle());
    }

    @Override
    public List<List<Option>> options(Turn turn) {
        return List.of(Arrays.stream(PictureStyle.values())
                .map(style -> new Option(label(turn, style), Fields.wordFor(style)))
                .toList());
    }

    @Override
    public Optional<String> read(Turn turn, String typed) {
        for (PictureStyle style : PictureStyle.values()) {
            if (typed.equalsIgnoreCase(Fields.wordFor(style)) || typed.equalsIgnoreCase(label(turn, style))) {
                return Optional.of(Fields.wordFor(style));
            }
        }
        return switch (turn.context().content().utterances().read(typed, turn.language())) {
            case Reading.Word(Intent intent) when intent == Intent.YES -> Optional.of("moving");
            case Reading.Word(Intent intent) when intent == Intent.NO -> Optional.of("off");
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<UserState> choose(Turn turn, String value) {
        UserState state = turn.state();
        return Arrays.stream(PictureStyle.values())
                .filter(style -> Fields.wordFor(style).equals(value))
                .map(style -> state.withPreferences(state.preferences().withPictures(style)))
                .findFirst();
    }

    private static String label(Turn turn, PictureStyle style) {
        return turn.text("settings.pictures." + Fields.wordFor(style));
    }
}
