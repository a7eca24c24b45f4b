package dev.limber.core.coach;

import dev.limber.core.session.UserState;
import java.util.List;
import java.util.Optional;

/** Whose body is in the pictures. */
final class FigureSetting implements Setting {
    /** Empty where the content has no pictures at all. */
    static Optional<String> chosen(Turn turn) {
        List<String> figures = figures(turn);
        return turn.state()
                .preferences()
                .figure()
                .filter(figures::contains)
                .or(() -> figures.stream().findFirst());
    }

    private static List<String> figures(Turn turn) {
        return turn.context().content().pictures().figures();
    }

    @Override
    public String id() {
        return "figure";
    }

    @Override
    public String shown(Turn turn) {
        return chosen(turn).map(figure -> label(turn, figure)).orElseGet(() -> turn.text("settings.figure.none"));
    }

    @Override
    public List<List<Option>> options(Turn turn) {
        return List.of(figures(turn).stream()
                .map(figure -> new Option(label(turn, figure), figure))
                .toList());
    }

    @Override
    public Optional<String> read(Turn turn, String typed) {
        return figures(turn).stream()
                .filter(figure -> typed.equalsIgnoreCase(figure) || typed.equalsIgnoreCase(label(turn, figure)))
                .findFirst();
    }

    @Override
    public Optional<UserState> choose(Turn turn, String value) {
        UserState state = turn.state();
        return Optional.of(value)
                .filter(figures(turn)::contains)
                .map(figure -> state.withPreferences(state.preferences().withFigure(Optional.of(figure))));
    }

    /** An author's pack may have figures of its own: they are called what they are named. */
    private static String label(Turn turn, String figure) {
        return turn.phrases().find("settings.figure." + figure + ".name").orElse(figure);
    }
}
