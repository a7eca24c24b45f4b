package dev.limber.core.coach;

import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.exercise.Condition;
import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Dialogue.HealthCheck;
import dev.limber.core.session.Dialogue.HealthQuestion;
import dev.limber.core.session.Lock;
import dev.limber.core.session.Screening;
import dev.limber.core.text.Intent;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The check before the first stretch, and again every 90 days: three questions, each of which can be skipped. */
final class HealthCheckFlow {
    private HealthCheckFlow() {}

    static void begin(Turn turn, Optional<RoutineId> wanted) {
        show(turn, new HealthCheck(HealthQuestion.EMERGENCY_SIGNS, Set.of(), wanted), true);
    }

    /** What to leave out, once a doctor has said that stretching is fine. */
    static void askConditionsOnly(Turn turn) {
        show(turn, new HealthCheck(HealthQuestion.CONDITIONS, Set.of(), Optional.empty()), false);
    }

    static void repeat(Turn turn, HealthCheck check) {
        show(turn, check, false);
    }

    /** @return whether the intent was an answer */
    static boolean answer(Turn turn, HealthCheck check, Intent intent) {
        if (intent == Intent.SKIP) {
            skip(turn, check);
            return true;
        }
        if (intent == Intent.STOP) {
            turn.ask(new Dialogue.None());
            turn.prompt().onlyPerson().line("health.stopped").say();
            return true;
        }
        return switch (check.question()) {
            case EMERGENCY_SIGNS ->
                answerSigns(turn, check, intent, Lock.Reason.EMERGENCY, HealthQuestion.DOCTOR_SIGNS);
            case DOCTOR_SIGNS -> answerSigns(turn, check, intent, Lock.Reason.SEE_DOCTOR, HealthQuestion.CONDITIONS);
            case CONDITIONS -> answerConditions(turn, check, intent);
        };
    }

    static void tick(Turn turn, HealthCheck check, ConditionId condition) {
        if (turn.context().content().catalog().findCondition(condition).isEmpty()) {
            show(turn, check, false);
            return;
        }
        var ticked = new HashSet<>(check.ticked());
        if (!ticked.add(condition)) {
            ticked.remove(condition);
        }
        show(turn, new HealthCheck(HealthQuestion.CONDITIONS, ticked, check.wanted()), false);
    }

    /** Ends everything and says what to do. */
    static void lock(Turn turn, Lock.Reason reason) {
        var lock = new Lock(reason, turn.now());
        FinishFlow.rememberUnfinished(turn);
        turn.become(turn.state()
                .withLock(Optional.of(lock))
                .withStretch(Optional.empty())
                .withDialogue(new Dialogue.None()));
        Gate.warn(turn, lock);
    }

    private static boolean answerSigns(
            Turn turn, HealthCheck check, Intent intent, Lock.Reason reason, HealthQuestion next) {
        if (intent == Intent.YES) {
            lock(turn, reason);
            return true;
        }
        // "Ok" or "next" might be no more than "I see": signs are only ruled out by a no.
        if (intent == Intent.NO) {
            show(turn, new HealthCheck(next, check.ticked(), check.wanted()), false);
            return true;
        }
        return false;
    }

    private static boolean answerConditions(Turn turn, HealthCheck check, Intent intent) {
        if (intent != Intent.NEXT && intent != Intent.NO && intent != Intent.YES) {
            return false;
        }
        Set<ConditionId> conditions = intent == Intent.NO ? Set.of() : check.ticked();
        FinishFlow.rememberUnfinished(turn);
        turn.become(turn.state()
                .withLock(Optional.empty())
                .withStretch(Optional.empty())
                .withScreening(Optional.of(new Screening(turn.now(), false, conditions)))
                .withDialogue(new Dialogue.None()));
        if (conditions.stream().anyMatch(id -> locks(turn, id))) {
            lock(turn, Lock.Reason.DOCTOR_MUST_AGREE);
        } else {
            goOn(turn, check.wanted(), "health.thanks");
        }
        return true;
    }

    /** What is known already, or was just ticked, still counts; a lock is not lifted by skipping. */
    private static void skip(Turn turn, HealthCheck check) {
        turn.ask(new Dialogue.None());
        if (!Gate.isOpen(turn)) {
            return;
        }
        var known = new HashSet<>(check.ticked());
        turn.state().screening().ifPresent(before -> known.addAll(before.conditions()));
        FinishFlow.rememberUnfinished(turn);
        turn.become(turn.state()
                .withScreening(Optional.of(new Screening(turn.now(), true, known)))
                .withStretch(Optional.empty()));
        if (check.ticked().stream().anyMatch(id -> locks(turn, id))) {
            lock(turn, Lock.Reason.DOCTOR_MUST_AGREE);
        } else {
            goOn(turn, check.wanted(), "health.skipped");
        }
    }

    private static boolean locks(Turn turn, ConditionId id) {
        return turn.context()
                .content()
                .catalog()
                .findCondition(id)
                .map(Condition::locks)
                .orElse(false);
    }

    private static void goOn(Turn turn, Optional<RoutineId> wanted, String key) {
        turn.prompt().onlyPerson().line(key).say();
        wanted.ifPresentOrElse(
                routine -> Gate.start(turn, routine), () -> Routines.offer(turn, ButtonAction.Filter.ALL));
    }

    private static void show(Turn turn, HealthCheck check, boolean introduce) {
        turn.pauseHandsFree();
        turn.ask(check);
        Prompt prompt = turn.prompt().onlyPerson(Privacy.FIRST);
        if (introduce) {
            prompt.title("health.title").line("health.intro");
        }
        switch (check.question()) {
            case EMERGENCY_SIGNS -> signs(prompt, "emergency-signs");
            case DOCTOR_SIGNS -> signs(prompt, "doctor-signs");
            case CONDITIONS -> conditions(turn, prompt, check);
        }
        prompt.say();
    }

    private static void signs(Prompt prompt, String which) {
        prompt.line("health." + which + "-question")
                .bullets("health." + which)
                .row(
                        prompt.primary("button.none-of-these", new ButtonAction.Steer(Intent.NO)),
                        prompt.word("button.at-least-one", Intent.YES),
                        prompt.word("button.skip-check", Intent.SKIP));
    }

    private static void conditions(Turn turn, Prompt prompt, HealthCheck check) {
        prompt.line("health.conditions-question");
        for (Condition condition :
                turn.context().content().catalog().conditions().values()) {
            if (!condition.id().equals(Condition.UNSCREENED)) {
                String mark = check.ticked().contains(condition.id()) ? "health.ticked" : "health.unticked";
                String name = turn.text("condition." + condition.id() + ".name");
                String label = turn.text(mark, Map.of("name", name));
                prompt.row(new Choice(label, new ButtonAction.Tick(condition.id()), ButtonStyle.NORMAL));
            }
        }
        prompt.row(
                check.ticked().isEmpty()
                        ? prompt.primary("button.none-of-these", new ButtonAction.Steer(Intent.NO))
                        : prompt.primary("button.that-is-all", new ButtonAction.Steer(Intent.NEXT)),
                prompt.word("button.skip-check", Intent.SKIP));
    }
}
