package dev.limber.core.coach;

import dev.limber.core.exercise.Routine;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Lock;
import dev.limber.core.session.Plan;
import dev.limber.core.text.Intent;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stands before every routine: nothing starts while locked, nor before the health check, nor with a question open. */
final class Gate {
    private Gate() {}

    /** Whether stretching may be talked about; says why where it may not. */
    static boolean isOpen(Turn turn) {
        turn.state().lock().ifPresent(lock -> explain(turn, lock));
        return turn.state().lock().isEmpty();
    }

    /** Whether the health check was answered, or skipped, lately enough. */
    static boolean isChecked(Turn turn) {
        return turn.state()
                .screening()
                .map(screening -> screening.isValid(turn.now()))
                .orElse(false);
    }

    static void start(Turn turn, RoutineId id) {
        start(turn, id, false);
    }

    /** @param alone whether its steps are for the person alone, wherever it begins */
    static void start(Turn turn, RoutineId id, boolean alone) {
        Optional<Routine> routine = turn.context().content().catalog().findRoutine(id);
        if (Questions.repeatPain(turn)) {
            return;
        }
        if (routine.isEmpty()) {
            turn.say("stretch.gone");
            Routines.offer(turn, ButtonAction.Filter.ALL);
        } else if (isOpen(turn)) {
            if (isChecked(turn)) {
                askOrBegin(turn, routine.get(), Optional.empty(), Set.of(), alone);
            } else {
                HealthCheckFlow.begin(turn, Optional.of(id), alone);
            }
        }
    }

    /** @return whether the intent was an answer */
    static boolean answer(Turn turn, Dialogue.RoutineQuestion asked, Intent intent) {
        if (intent == Intent.STOP) {
            turn.ask(new Dialogue.None());
            turn.say("stretch.not-now");
            return true;
        }
        boolean yes = intent == Intent.YES || intent == Intent.NEXT;
        if (!yes && intent != Intent.NO && intent != Intent.SKIP) {
            return false;
        }
        var agreed = new HashSet<>(asked.agreed());
        if (yes) {
            agreed.add(asked.question());
        }
        Optional<Routine> routine = turn.context().content().catalog().findRoutine(asked.routine());
        turn.ask(new Dialogue.None());
        routine.ifPresentOrElse(
                found -> askOrBegin(turn, found, Optional.of(asked.question()), agreed, false),
                () -> start(turn, asked.routine()));
        return true;
    }

    static void ask(Turn turn, Dialogue.RoutineQuestion asked) {
        turn.pauseHandsFree();
        turn.ask(asked);
        Prompt prompt = turn.prompt().onlyPerson(Privacy.FIRST).line("question." + asked.question());
        prompt.row(prompt.word("button.yes", Intent.YES), prompt.word("button.no", Intent.NO))
                .say();
    }

    private static void askOrBegin(
            Turn turn, Routine routine, Optional<String> asked, Set<String> agreed, boolean alone) {
        Optional<String> question = Routines.nextQuestion(routine, asked);
        if (question.isPresent()) {
            ask(turn, new Dialogue.RoutineQuestion(routine.id(), question.get(), agreed));
            return;
        }
        turn.ask(new Dialogue.None());
        Optional<Plan> plan = Routines.plan(turn, routine, agreed);
        if (plan.isPresent()) {
            StretchFlow.begin(turn, plan.get(), alone);
        } else {
            turn.prompt()
                    .onlyPerson(Privacy.FIRST)
                    .foundWith(new StretchCommand())
                    .line("stretch.nothing-left", Map.of("name", turn.text("routine." + routine.id() + ".name")))
                    .say();
            Routines.offer(turn, ButtonAction.Filter.ALL);
        }
    }

    /** Ends everything and says what to do. */
    static void lock(Turn turn, Lock.Reason reason) {
        var lock = new Lock(reason, turn.now(), reason == Lock.Reason.EMERGENCY ? behind(turn) : Optional.empty());
        FinishFlow.rememberUnfinished(turn);
        turn.become(turn.state()
                .withLock(Optional.of(lock))
                .withStretch(Optional.empty())
                .withDialogue(new Dialogue.None()));
        warn(turn, lock);
    }

    /** What a doctor has to say is not settled by an emergency that comes on top of it. */
    private static Optional<Lock.Reason> behind(Turn turn) {
        return turn.state()
                .lock()
                .flatMap(before ->
                        before.reason() == Lock.Reason.EMERGENCY ? before.behind() : Optional.of(before.reason()));
    }

    /** Later, nobody may tell a lock from any other question: what the others read is the same. */
    static void explain(Turn turn, Lock lock) {
        explain(turn, lock, Privacy.FIRST);
    }

    /** In the moment in which something turned out that must be acted upon. */
    private static void warn(Turn turn, Lock lock) {
        explain(turn, lock, lock.reason() == Lock.Reason.DOCTOR_MUST_AGREE ? Privacy.FIRST : Privacy.URGENT);
    }

    private static void explain(Turn turn, Lock lock, Privacy privacy) {
        Prompt prompt = turn.prompt().onlyPerson(privacy);
        switch (lock.reason()) {
            case EMERGENCY ->
                prompt.title("lock.emergency.title")
                        .line("lock.emergency.call")
                        .line("lock.emergency.until")
                        .row(prompt.choice("button.check-anew", new ButtonAction.CheckAnew()));
            case SEE_DOCTOR ->
                prompt.title("lock.see-doctor.title")
                        .line("lock.see-doctor.until")
                        .row(prompt.choice("button.doctor-has-seen", new ButtonAction.DoctorAgrees()));
            case DOCTOR_MUST_AGREE ->
                prompt.title("lock.doctor-must-agree.title")
                        .line("lock.doctor-must-agree.until")
                        .row(prompt.choice("button.doctor-agrees", new ButtonAction.DoctorAgrees()));
        }
        prompt.say();
    }
}
