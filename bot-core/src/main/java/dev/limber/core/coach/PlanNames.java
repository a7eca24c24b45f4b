package dev.limber.core.coach;

import dev.limber.core.exercise.Catalog;
import dev.limber.core.exercise.Exercise;
import dev.limber.core.exercise.Variant;
import dev.limber.core.session.Plan;
import dev.limber.core.text.Phrases;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts the names that a plan keeps of what it leaves out or changes into another language. */
final class PlanNames {
    private final Map<String, String> translated = new HashMap<>();

    /** @param from what the plan was written with; where that is not known, names stay as they are */
    PlanNames(Catalog catalog, Optional<Phrases> from, Phrases to) {
        from.ifPresent(old -> {
            catalog.exercises().values().forEach(exercise -> add(exercise, old, to));
            catalog.equipment().forEach(id -> add(old.say("equipment." + id), to.say("equipment." + id)));
        });
    }

    Plan.LeftOut in(Plan.LeftOut leftOut) {
        return new Plan.LeftOut(
                in(leftOut.exercise()),
                leftOut.because(),
                leftOut.equipment().stream().map(this::in).toList(),
                leftOut.instead().map(this::in));
    }

    Plan.Adapted in(Plan.Adapted adapted) {
        return new Plan.Adapted(in(adapted.exercise()), in(adapted.way()), adapted.because());
    }

    private String in(String name) {
        return translated.getOrDefault(name, name);
    }

    private void add(Exercise exercise, Phrases from, Phrases to) {
        String key = "exercise." + exercise.id() + ".name";
        add(from.say(key), to.say(key));
        for (Variant variant : exercise.variants()) {
            add(PlanTexts.name(exercise.id(), variant.id(), from), PlanTexts.name(exercise.id(), variant.id(), to));
        }
    }

    private void add(String from, String to) {
        translated.putIfAbsent(from, to);
    }
}
