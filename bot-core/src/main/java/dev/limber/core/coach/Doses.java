package dev.limber.core.coach;

import dev.limber.core.exercise.Dose;
import dev.limber.core.exercise.Variant;
import dev.limber.core.session.Preferences;
import java.time.Duration;

/** How much one person does of a variant: the person's own choice over the content's, the careful set over both. */
final class Doses {
    /** The careful set holds for 10 to 20 seconds, once. */
    private static final Duration LONGEST_CAREFUL_HOLD = Duration.ofSeconds(20);

    private final Preferences preferences;
    private final boolean careful;

    Doses(Preferences preferences, boolean careful) {
        this.preferences = preferences;
        this.careful = careful;
    }

    Dose dose(Variant variant) {
        return switch (variant.dose()) {
            case Dose.Hold(Duration duration) ->
                new Dose.Hold(capped(
                        preferences.holdSeconds().map(Duration::ofSeconds).orElse(duration)));
            case Dose.Breaths breaths -> careful ? cappedBreaths(breaths) : breaths;
            case Dose.Repetitions repetitions -> repetitions;
        };
    }

    /** Repetitions are a set of their own: only what is held is repeated in rounds that the person may choose. */
    int rounds(Variant variant) {
        if (careful) {
            return 1;
        }
        return switch (variant.dose()) {
            case Dose.Hold hold -> preferences.rounds().orElse(variant.rounds());
            case Dose.Breaths breaths -> preferences.rounds().orElse(variant.rounds());
            case Dose.Repetitions repetitions -> variant.rounds();
        };
    }

    private Duration capped(Duration hold) {
        return careful && hold.compareTo(LONGEST_CAREFUL_HOLD) > 0 ? LONGEST_CAREFUL_HOLD : hold;
    }

    private static Dose cappedBreaths(Dose.Breaths breaths) {
        long fitting = LONGEST_CAREFUL_HOLD.dividedBy(breaths.tempo());
        return new Dose.Breaths(Math.clamp(fitting, 1, breaths.count()), breaths.tempo());
    }
}
