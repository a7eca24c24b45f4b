package dev.limber.core.coach;

import dev.limber.core.exercise.ConditionId;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Screening;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Somebody tells of a condition in private when nobody has asked: "I'm pregnant". Then the check is made, with that ticked. */
final class HealthNews {
    private HealthNews() {}

    /**
     * @param signs whether it has to be asked for signs that something is wrong, whatever was answered before
     * @return whether a condition was named
     */
    static boolean hear(Turn turn, String text, boolean signs) {
        boolean listens = turn.context().privateChat() && listens(turn.state().dialogue());
        if (!listens || turn.state().lock().isPresent()) {
            return false;
        }
        Set<ConditionId> known = known(turn);
        Set<ConditionId> named = turn.context()
                .content()
                .utterances()
                .findConditions(text, turn.language())
                .named();
        if (named.isEmpty()) {
            return false;
        }
        if (known.containsAll(named) && !signs) {
            Prompt prompt = turn.prompt().onlyPerson();
            HealthQuestions.note(turn, prompt, known);
            prompt.say();
            return true;
        }
        boolean answered = Gate.isChecked(turn)
                && !turn.state().screening().map(Screening::skipped).orElse(true);
        HealthCheckFlow.beginWith(turn, union(known, named), !signs && answered);
        return true;
    }

    /** Other questions have answers in which the same words may stand. */
    private static boolean listens(Dialogue dialogue) {
        return dialogue instanceof Dialogue.None
                || dialogue instanceof Dialogue.RoutineQuestion
                || dialogue instanceof Dialogue.CarryOn
                || dialogue instanceof Dialogue.Feeling;
    }

    /** What was ticked is minded from now on though the rest was not answered, and no plan made before goes on. */
    static void keep(Turn turn, Set<ConditionId> ticked) {
        Optional<Screening> before = turn.state().screening();
        if (before.isPresent() && !known(turn).containsAll(ticked)) {
            var now = new Screening(before.get().at(), before.get().skipped(), union(known(turn), ticked));
            FinishFlow.rememberUnfinished(turn);
            turn.become(turn.state().withScreening(Optional.of(now)).withStretch(Optional.empty()));
        }
    }

    private static Set<ConditionId> known(Turn turn) {
        return turn.state().screening().map(Screening::conditions).orElse(Set.of());
    }

    private static Set<ConditionId> union(Set<ConditionId> some, Set<ConditionId> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
