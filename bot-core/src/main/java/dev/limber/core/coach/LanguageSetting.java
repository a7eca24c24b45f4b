package dev.limber.core.coach;

import dev.limber.core.session.Stretch;
import dev.limber.core.session.UserState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The language that Limber speaks. */
final class LanguageSetting implements Setting {
    @Override
    public String id() {
        return "language";
    }

    @Override
    public String shown(Turn turn) {
        return ownName(turn.language());
    }

    @Override
    public List<List<Option>> options(Turn turn) {
        return List.of(turn.context().content().phrasebook().languages().stream()
                .map(language -> new Option(ownName(language), language.toLanguageTag()))
                .toList());
    }

    @Override
    public Optional<String> read(Turn turn, String typed) {
        return turn.context().content().phrasebook().languages().stream()
                .filter(language -> names(language, turn).anyMatch(typed::equalsIgnoreCase))
                .map(Locale::toLanguageTag)
                .findFirst();
    }

    /** A routine under way goes on in the new language, as far as the content still has what it is made of. */
    @Override
    public Optional<UserState> choose(Turn turn, String value) {
        var phrasebook = turn.context().content().phrasebook();
        return phrasebook.findLanguage(Locale.forLanguageTag(value)).map(language -> {
            Optional<Stretch> stretch = turn.state()
                    .stretch()
                    .map(running -> running.withPlan(PlanTexts.in(
                            language, running.plan(), turn.context().content())));
            return turn.state().withLanguage(Optional.of(language)).withStretch(stretch);
        });
    }

    private static Stream<String> names(Locale language, Turn turn) {
        return Stream.of(
                language.toLanguageTag(),
                ownName(language),
                language.getDisplayLanguage(turn.language()),
                language.getDisplayLanguage(Locale.ENGLISH));
    }

    private static String ownName(Locale language) {
        return language.getDisplayLanguage(language);
    }
}
