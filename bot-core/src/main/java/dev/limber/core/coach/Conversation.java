package dev.limber.core.coach;

import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Lock;
import dev.limber.core.session.Stretch;
import dev.limber.core.text.Intent;
import dev.limber.core.text.Reading;
import dev.limber.core.text.Utterances;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds out what a person's words or buttons mean where the conversation stands. */
final class Conversation {
    /** As long as what hurts may come from the routine before. */
    private static final Duration SHORTLY_AFTER = Duration.ofMinutes(15);

    private Conversation() {}

    static void hear(Turn turn, String text) {
        if (text.isBlank()) {
            if (!Questions.repeat(turn)) {
                Hints.wordless(turn);
            }
            return;
        }
        boolean answerable = Questions.areAnsweredByWords(turn);
        if (answerable
                && turn.state().dialogue() instanceof Dialogue.HealthCheck check
                && HealthCheckFlow.hear(turn, check, text)) {
            return;
        }
        Optional<ButtonAction> offered = answerable ? Offered.find(turn.state().offers(), text) : Optional.empty();
        if (offered.isPresent()) {
            act(turn, offered.get());
            return;
        }
        Reading reading = turn.context().content().utterances().read(text, turn.language());
        boolean urgent = reading instanceof Reading.Alarm
                || reading instanceof Reading.Despair
                || reading instanceof Reading.Complaint;
        if (turn.state().dialogue() instanceof Dialogue.EnterSetting(String setting)) {
            if (!urgent && SettingsCommand.enter(turn, setting, text.strip())) {
                return;
            }
            if (!(reading instanceof Reading.Unclear)) {
                turn.ask(new Dialogue.None());
            }
        }
        if (!urgent && NudgeWords.hear(turn, text.strip(), reading)) {
            return;
        }
        if (!answerable && Questions.isAnswer(reading)) {
            Questions.repeat(turn);
            return;
        }
        switch (reading) {
            case Reading.Word(Intent intent) -> steer(turn, intent);
            case Reading.Wish(RoutineId routine) -> wish(turn, routine);
            case Reading.Complaint() -> complain(turn, text);
            case Reading.Alarm() -> Gate.lock(turn, Lock.Reason.EMERGENCY);
            case Reading.Despair() -> Lifeline.say(turn);
            case Reading.AllWell() -> allWell(turn);
            case Reading.Unclear() -> {
                if (turn.state().dialogue() instanceof Dialogue.HealthCheck check) {
                    HealthCheckFlow.repeatNotUnderstood(turn, check);
                } else if (!Questions.repeat(turn)) {
                    if (HealthCheckFlow.isAskedFor(turn, text)) {
                        Hints.tellTheCheck(turn);
                    } else {
                        Hints.unclear(turn);
                    }
                }
            }
        }
    }

    static void act(Turn turn, ButtonAction action) {
        switch (action) {
            case ButtonAction.Steer(Intent intent) -> steer(turn, intent);
            case ButtonAction.Hurts() -> PainFlow.begin(turn);
            case ButtonAction.Begin(RoutineId routine) -> Gate.start(turn, routine);
            case ButtonAction.Browse(ButtonAction.Filter filter) -> browse(turn, filter);
            case ButtonAction.Tick(var condition) -> {
                if (turn.state().dialogue() instanceof Dialogue.HealthCheck check) {
                    HealthCheckFlow.tick(turn, check, condition);
                } else {
                    Hints.staleButton(turn);
                }
            }
            case ButtonAction.StartAgain() -> StretchFlow.startAgain(turn);
            case ButtonAction.CheckAnew() ->
                HealthCheckFlow.begin(
                        turn,
                        turn.state().stretch().map(stretch -> stretch.plan().routine()));
            case ButtonAction.DoctorAgrees() -> doctorAgrees(turn);
            case ButtonAction.Run(String command) ->
                Commands.find(command, turn.context().content().phrasebook())
                        .ifPresentOrElse(found -> Commands.run(turn, found, ""), () -> Hints.staleButton(turn));
            case ButtonAction.OpenSetting(String setting) -> SettingsCommand.open(turn, setting);
            case ButtonAction.Choose(String setting, String value) -> SettingsCommand.choose(turn, setting, value);
            case ButtonAction.UndoNudges() -> NudgeFlow.undo(turn);
            case ButtonAction.KeepBoth() -> NudgeFlow.keepBoth(turn);
            case ButtonAction.DropNudge(String nudge) -> NudgeFlow.drop(turn, nudge);
            case ButtonAction.Lasting lasting -> NudgeAnswers.act(turn, lasting);
            case ButtonAction.Group(ButtonAction.Deed deed, String about) -> GroupGuest.take(turn, deed);
        }
    }

    /** Shows what fits, unless stretching is locked. */
    static void browse(Turn turn, ButtonAction.Filter filter) {
        if (!Questions.repeatPain(turn) && Gate.isOpen(turn)) {
            turn.ask(new Dialogue.None());
            Routines.offer(turn, filter);
        }
    }

    /** What was asked is still open, and the word may be its answer; if not, it steers the routine. */
    private static void steer(Turn turn, Intent said) {
        boolean listed = turn.state().dialogue() instanceof Dialogue.HealthCheck;
        Intent intent = said == Intent.THAT_IS_ALL && !listed ? Intent.STOP : NudgeWords.meant(turn, said);
        boolean answered = switch (turn.state().dialogue()) {
            case Dialogue.None() -> false;
            case Dialogue.HealthCheck check -> HealthCheckFlow.answer(turn, check, intent);
            case Dialogue.RoutineQuestion asked -> Gate.answer(turn, asked, intent);
            case Dialogue.Pain pain -> PainFlow.answer(turn, pain, intent);
            case Dialogue.CarryOn() -> StretchFlow.answerCarryOn(turn, intent);
            case Dialogue.Feeling asked -> FinishFlow.answer(turn, asked, intent);
            case Dialogue.EnterSetting open -> false;
            case Dialogue.ConfirmForget() -> ForgetCommand.answer(turn, intent);
            case Dialogue.NudgeZone zone -> ZoneQuestion.answer(turn, intent);
            case Dialogue.NudgeWhere where -> false;
        };
        if (!answered && !NudgeWords.answer(turn, intent)) {
            freely(turn, intent);
        }
    }

    private static void freely(Turn turn, Intent intent) {
        switch (intent) {
            case HELP -> new HelpCommand().run(turn, "");
            case STRETCH -> new StretchCommand().run(turn, "");
            case GREETING -> new StartCommand().run(turn, "");
            case THANKS -> turn.say("hint.thanks");
            case SNOOZE -> NudgeSnooze.byWord(turn);
            case NOT_TODAY -> NudgeAnswers.notTodayByWord(turn);
            case NEXT,
                    BACK,
                    AGAIN,
                    PAUSE,
                    RESUME,
                    EASIER,
                    HARDER,
                    SKIP,
                    STOP,
                    THAT_IS_ALL,
                    YES,
                    NO,
                    BETTER,
                    SAME,
                    WORSE,
                    HANDS_FREE,
                    BY_HAND,
                    HOW -> steerRoutine(turn, intent);
        }
    }

    private static void steerRoutine(Turn turn, Intent intent) {
        if (Questions.mustBeAnswered(turn.state().dialogue()) && Questions.repeat(turn)) {
            return;
        }
        Optional<Stretch> stretch = turn.state().stretch();
        if (stretch.isPresent()) {
            StretchFlow.steer(turn, stretch.get(), intent);
        } else if (intent == Intent.HANDS_FREE || intent == Intent.BY_HAND) {
            SettingsCommand.choose(turn, "hands-free", intent == Intent.HANDS_FREE ? "on" : "off");
        } else if (intent == Intent.WORSE) {
            PainFlow.begin(turn);
        } else if (turn.state().dialogue() instanceof Dialogue.NudgeZone) {
            ZoneQuestion.repeat(turn);
        } else if (!NudgeWords.offerToGoOn(turn, intent)) {
            Hints.nothingRunning(turn);
        }
    }

    /** Starts what somebody would like, unless something else comes first. */
    static void wish(Turn turn, RoutineId routine) {
        if (turn.state().dialogue() instanceof Dialogue.Pain pain) {
            PainFlow.repeat(turn, pain);
            return;
        }
        if (turn.state().dialogue() instanceof Dialogue.HealthCheck(var question, var ticked, var before, var alone)) {
            HealthCheckFlow.repeat(turn, new Dialogue.HealthCheck(question, ticked, Optional.of(routine), alone));
            return;
        }
        if (turn.state().dialogue() instanceof Dialogue.RoutineQuestion asked
                && asked.routine().equals(routine)
                && Questions.areAnsweredByWords(turn)) {
            steer(turn, Intent.YES);
            return;
        }
        Optional<Stretch> running = turn.state().stretch();
        if (running.isEmpty() || StretchFlow.isLongBreak(turn, running.get())) {
            Gate.start(turn, routine);
            return;
        }
        Map<String, Object> where = StretchFlow.where(turn, running.get());
        String wanted = turn.text("routine." + routine + ".name");
        turn.pauseHandsFree();
        turn.ask(new Dialogue.CarryOn());
        Prompt prompt =
                turn.prompt().onlyPerson(Privacy.ANSWER).line("stretch.switch-question", with(where, "wanted", wanted));
        prompt.row(
                        prompt.primary("button.carry-on", new ButtonAction.Steer(Intent.RESUME)),
                        new Choice(wanted, new ButtonAction.Begin(routine), ButtonStyle.NORMAL))
                .say();
    }

    /** An ordinary ache that no routine can have brought about asks for one; all else that hurts is a reason to stop. */
    static void complain(Turn turn, String typed) {
        Optional<Utterances.Ache> ache = turn.context().content().utterances().findAche(typed, turn.language());
        boolean routine = isInOrAfterRoutine(turn);
        boolean idle = turn.state().dialogue() instanceof Dialogue.None && !routine;
        if (ache.isEmpty() && idle && HealthCheckFlow.isAskedFor(turn, typed)) {
            // A diagnosis, and nothing is being done that could be stopped.
            HealthCheckFlow.begin(turn, Optional.empty());
        } else if (ache.isEmpty() || turn.state().dialogue() instanceof Dialogue.Pain || routine) {
            complain(turn);
        } else if (turn.state().dialogue()
                instanceof Dialogue.HealthCheck(var question, var ticked, var before, var alone)) {
            Optional<RoutineId> wanted = ache.get().routine().or(() -> before);
            HealthCheckFlow.repeat(turn, new Dialogue.HealthCheck(question, ticked, wanted, alone));
        } else {
            HealthCheckFlow.beginWithAche(turn, ache.get().routine());
        }
    }

    private static boolean isInOrAfterRoutine(Turn turn) {
        return turn.state()
                        .stretch()
                        .filter(stretch -> !StretchFlow.isLongBreak(turn, stretch))
                        .isPresent()
                || !turn.context()
                        .records()
                        .completionsSince(turn.now().minus(SHORTLY_AFTER))
                        .isEmpty();
    }

    static void complain(Turn turn) {
        if (turn.state().dialogue() instanceof Dialogue.Pain pain
                && pain.question() != Dialogue.PainQuestion.WHAT_NOW) {
            PainFlow.repeat(turn, pain);
        } else if (turn.state().dialogue() instanceof Dialogue.HealthCheck check
                && turn.state().stretch().isEmpty()) {
            // Nothing is being done that could be stopped, and this very question asks what hurts.
            HealthCheckFlow.repeat(turn, check);
        } else {
            PainFlow.begin(turn);
        }
    }

    private static void allWell(Turn turn) {
        switch (turn.state().dialogue()) {
            case Dialogue.Pain(Dialogue.PainQuestion question) ->
                steer(turn, question == Dialogue.PainQuestion.EASES_WITH_REST ? Intent.YES : Intent.NO);
            case Dialogue.Feeling asked -> steer(turn, Intent.BETTER);
            case Dialogue.HealthCheck check -> HealthCheckFlow.repeat(turn, check);
            case Dialogue.None none -> Hints.allWell(turn);
            case Dialogue.RoutineQuestion asked -> Hints.allWell(turn);
            case Dialogue.CarryOn carryOn -> Hints.allWell(turn);
            case Dialogue.EnterSetting open -> Hints.allWell(turn);
            case Dialogue.ConfirmForget confirm -> Hints.allWell(turn);
            case Dialogue.NudgeZone zone -> Hints.allWell(turn);
            case Dialogue.NudgeWhere where -> Hints.allWell(turn);
        }
    }

    private static void doctorAgrees(Turn turn) {
        boolean liftable = turn.state()
                .lock()
                .map(lock -> lock.reason() != Lock.Reason.EMERGENCY)
                .orElse(false);
        if (!liftable) {
            Hints.unclear(turn);
            return;
        }
        turn.become(turn.state().withLock(Optional.empty()));
        turn.prompt().onlyPerson().line("lock.lifted").say();
        if (Gate.isChecked(turn)) {
            Routines.offer(turn, ButtonAction.Filter.ALL);
        } else {
            HealthCheckFlow.askConditionsOnly(turn);
        }
    }

    private static Map<String, Object> with(Map<String, Object> arguments, String name, Object value) {
        var all = new HashMap<>(arguments);
        all.put(name, value);
        return all;
    }
}
