package dev.limber.core.session;

import java.util.Locale;
import java.util.Optional;

/** What is kept about a {@link Subject}: one kind for each kind of subject. */
public sealed interface SubjectState permits UserState, ChatState {
    /** Nothing is known yet. */
    static SubjectState initial(Subject subject) {
        return switch (subject) {
            case Subject.Person person -> UserState.initial();
            case Subject.Group group -> ChatState.initial();
        };
    }

    /** What was chosen. */
    Optional<Locale> language();

    /** The routine under way, whose plan is stored apart from all else. */
    Optional<Stretch> stretch();
}
