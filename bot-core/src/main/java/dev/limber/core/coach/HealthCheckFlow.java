package dev.limber.core.coach;

import dev.limber.core.exercise.Condition;
import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Dialogue.HealthCheck;
import dev.limber.core.session.Dialogue.HealthQuestion;
import dev.limber.core.session.Lock;
import dev.limber.core.session.Screening;
import dev.limber.core.text.Intent;
import dev.limber.core.text.Reading;
import dev.limber.core.text.Utterances;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The check before the first stretch, and again every 90 days: three questions, each of which can be skipped unless stretching is locked. */
final class HealthCheckFlow {
    private HealthCheckFlow() {}

    static void begin(Turn turn, Optional<RoutineId> wanted) {
        begin(turn, wanted, false);
    }

    /** @param alone whether the routine is for the person alone, wherever it begins */
    static void begin(Turn turn, Optional<RoutineId> wanted, boolean alone) {
        show(
                turn,
                new HealthCheck(HealthQuestion.EMERGENCY_SIGNS, Set.of(), wanted, alone),
                prompt -> HealthQuestions.introduce(turn, prompt));
    }

    /** Something aches that no routine brought about; whoever was checked lately is asked for the urgent signs only. */
    static void beginWithAche(Turn turn, Optional<RoutineId> wanted) {
        Optional<Lock.Reason> locked = turn.state().lock().map(Lock::reason);
        if (locked.filter(reason -> reason == Lock.Reason.EMERGENCY).isPresent()) {
            Gate.isOpen(turn);
        } else if (locked.isPresent() || Gate.isChecked(turn)) {
            show(
                    turn,
                    new HealthCheck(HealthQuestion.ACHE, Set.of(), wanted, false),
                    prompt -> prompt.line("pain.ache"));
        } else {
            begin(turn, wanted);
        }
    }

    /** What to leave out, once a doctor has said that stretching is fine. */
    static void askConditionsOnly(Turn turn) {
        show(turn, new HealthCheck(HealthQuestion.CONDITIONS, Set.of(), Optional.empty(), false));
    }

    static void repeat(Turn turn, HealthCheck check) {
        show(turn, check);
    }

    static void repeatNotUnderstood(Turn turn, HealthCheck check) {
        show(turn, check, prompt -> prompt.line("hint.unclear"));
    }

    /** @return whether the intent was an answer */
    static boolean answer(Turn turn, HealthCheck check, Intent intent) {
        boolean ache = check.question() == HealthQuestion.ACHE;
        if (intent == Intent.SKIP && !ache) {
            skip(turn, check);
            return true;
        }
        if (intent == Intent.STOP && !ache) {
            turn.ask(new Dialogue.None());
            turn.prompt().onlyPerson().line("health.stopped").say();
            return true;
        }
        return switch (check.question()) {
            case EMERGENCY_SIGNS ->
                answerSigns(turn, check, intent, Lock.Reason.EMERGENCY, HealthQuestion.DOCTOR_SIGNS);
            case DOCTOR_SIGNS -> answerSigns(turn, check, intent, Lock.Reason.SEE_DOCTOR, HealthQuestion.CONDITIONS);
            case CONDITIONS -> answerConditions(turn, check, intent);
            case ACHE -> answerAche(turn, check, intent);
        };
    }

    static void tick(Turn turn, HealthCheck check, ConditionId condition) {
        if (turn.context().content().catalog().findCondition(condition).isEmpty()) {
            show(turn, check);
            return;
        }
        var ticked = new HashSet<>(check.ticked());
        if (!ticked.add(condition)) {
            ticked.remove(condition);
        }
        show(turn, check.asking(HealthQuestion.CONDITIONS).ticking(ticked));
    }

    /**
     * Ticks what is called by its name, whatever was asked, and takes back what is denied.
     *
     * @return whether anything was
     */
    static boolean hear(Turn turn, HealthCheck check, String text) {
        if (check.question() == HealthQuestion.ACHE) {
            return false;
        }
        var utterances = turn.context().content().utterances();
        Reading reading = utterances.read(text, turn.language());
        if (reading instanceof Reading.Alarm || reading instanceof Reading.Despair) {
            return false;
        }
        Utterances.Conditions heard = utterances.findConditions(text, turn.language());
        var ticked = new HashSet<>(check.ticked());
        boolean takenBack = ticked.removeAll(heard.denied()) && check.question() == HealthQuestion.CONDITIONS;
        ticked.addAll(heard.named());
        if (!takenBack && heard.named().isEmpty()) {
            return false;
        }
        show(turn, check.ticking(ticked), prompt -> HealthQuestions.note(turn, prompt, ticked));
        return true;
    }

    /** Whether it is said in private, and nothing is locked, that something holds which the health check asks for. */
    static boolean isAskedFor(Turn turn, String typed) {
        return turn.context().privateChat()
                && turn.state().lock().isEmpty()
                && !turn.context()
                        .content()
                        .utterances()
                        .findConditions(typed, turn.language())
                        .named()
                        .isEmpty();
    }

    private static boolean answerSigns(
            Turn turn, HealthCheck check, Intent intent, Lock.Reason reason, HealthQuestion next) {
        if (intent == Intent.YES) {
            Gate.lock(turn, reason);
            return true;
        }
        // "Ok" or "next" might be no more than "I see": signs are only ruled out by a no.
        if (intent == Intent.NO) {
            show(turn, check.asking(next));
            return true;
        }
        return false;
    }

    private static boolean answerAche(Turn turn, HealthCheck check, Intent intent) {
        switch (intent) {
            case YES -> Gate.lock(turn, Lock.Reason.EMERGENCY);
            case NO -> {
                turn.ask(new Dialogue.None());
                if (Gate.isOpen(turn)) {
                    Routines.offerGently(turn, check.wanted());
                }
            }
            case STOP -> {
                turn.ask(new Dialogue.None());
                if (Gate.isOpen(turn)) {
                    turn.say("stretch.not-now");
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean answerConditions(Turn turn, HealthCheck check, Intent intent) {
        // "Yes" with nothing ticked says that something is true, and not what.
        boolean ends = intent == Intent.NEXT || intent == Intent.NO || intent == Intent.THAT_IS_ALL;
        if (!ends && (intent != Intent.YES || check.ticked().isEmpty())) {
            return false;
        }
        Set<ConditionId> conditions = check.ticked();
        Optional<Lock.Reason> behind = turn.state().lock().flatMap(Lock::behind);
        FinishFlow.rememberUnfinished(turn);
        turn.become(turn.state()
                .withLock(Optional.empty())
                .withStretch(Optional.empty())
                .withScreening(Optional.of(new Screening(turn.now(), false, conditions)))
                .withDialogue(new Dialogue.None()));
        if (conditions.stream().anyMatch(id -> locks(turn, id))) {
            Gate.lock(turn, Lock.Reason.DOCTOR_MUST_AGREE);
        } else if (behind.isPresent()) {
            Gate.lock(turn, behind.get());
        } else {
            goOn(turn, check, "health.thanks");
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
            Gate.lock(turn, Lock.Reason.DOCTOR_MUST_AGREE);
        } else {
            goOn(turn, check, "health.skipped");
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

    private static void goOn(Turn turn, HealthCheck check, String key) {
        turn.prompt().onlyPerson().line(key).say();
        check.wanted()
                .ifPresentOrElse(
                        routine -> Gate.start(turn, routine, check.alone()),
                        () -> Routines.offer(turn, ButtonAction.Filter.ALL));
    }

    private static void show(Turn turn, HealthCheck check) {
        show(turn, check, prompt -> {});
    }

    private static void show(Turn turn, HealthCheck check, Consumer<Prompt> beginning) {
        turn.pauseHandsFree();
        turn.ask(check);
        Prompt prompt =
                turn.prompt().onlyPerson(check.question() == HealthQuestion.ACHE ? Privacy.ANSWER : Privacy.FIRST);
        beginning.accept(prompt);
        HealthQuestions.ask(turn, prompt, check);
        prompt.say();
    }
}
