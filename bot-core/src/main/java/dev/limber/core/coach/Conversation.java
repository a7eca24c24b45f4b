package dev.limber.core.coach;

import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Lock;
import dev.limber.core.session.Offer;
import dev.limber.core.session.Stretch;
import dev.limber.core.text.Intent;
import dev.limber.core.text.Reading;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out what a person's words or buttons mean where the conversation stands. */
final class Conversation {
    private static final Pattern LABEL_PARTS = Pattern.compile("[,·]");

    private Conversation() {}

    static void hear(Turn turn, String text) {
        Optional<ButtonAction> offered = offered(turn, text);
        if (offered.isPresent()) {
            act(turn, offered.get());
            return;
        }
        Reading reading = turn.context().content().utterances().read(text, turn.language());
        boolean urgent = reading instanceof Reading.Alarm || reading instanceof Reading.Complaint;
        if (turn.state().dialogue() instanceof Dialogue.EnterSetting(String setting)) {
            if (!urgent && SettingsCommand.enter(turn, setting, text.strip())) {
                return;
            }
            if (!(reading instanceof Reading.Unclear)) {
                turn.ask(new Dialogue.None());
            }
        }
        switch (reading) {
            case Reading.Word(Intent intent) -> steer(turn, intent);
            case Reading.Wish(RoutineId routine) -> wish(turn, routine);
            case Reading.Complaint() -> complain(turn);
            case Reading.Alarm() -> HealthCheckFlow.lock(turn, Lock.Reason.EMERGENCY);
            case Reading.AllWell() -> allWell(turn);
            case Reading.Unclear() -> {
                if (!repeatQuestion(turn)) {
                    Hints.unclear(turn);
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
                        .ifPresentOrElse(found -> found.run(turn, ""), () -> Hints.staleButton(turn));
            case ButtonAction.OpenSetting(String setting) -> SettingsCommand.open(turn, setting);
            case ButtonAction.Choose(String setting, String value) -> SettingsCommand.choose(turn, setting, value);
        }
    }

    /** Shows what fits, unless stretching is locked. */
    static void browse(Turn turn, ButtonAction.Filter filter) {
        if (turn.state().dialogue() instanceof Dialogue.Pain pain) {
            PainFlow.repeat(turn, pain);
        } else if (Gate.isOpen(turn)) {
            turn.ask(new Dialogue.None());
            Routines.offer(turn, filter);
        }
    }

    /** What was asked is still open, and the word may be its answer; if not, it steers the routine. */
    private static void steer(Turn turn, Intent intent) {
        boolean answered = switch (turn.state().dialogue()) {
            case Dialogue.None() -> false;
            case Dialogue.HealthCheck check -> HealthCheckFlow.answer(turn, check, intent);
            case Dialogue.RoutineQuestion asked -> Gate.answer(turn, asked, intent);
            case Dialogue.Pain pain -> PainFlow.answer(turn, pain, intent);
            case Dialogue.CarryOn() -> StretchFlow.answerCarryOn(turn, intent);
            case Dialogue.Feeling asked -> FinishFlow.answer(turn, asked, intent);
            case Dialogue.EnterSetting open -> false;
            case Dialogue.ConfirmForget() -> ForgetCommand.answer(turn, intent);
        };
        if (!answered) {
            freely(turn, intent);
        }
    }

    private static void freely(Turn turn, Intent intent) {
        switch (intent) {
            case HELP -> new HelpCommand().run(turn, "");
            case STRETCH -> new StretchCommand().run(turn, "");
            case GREETING -> new StartCommand().run(turn, "");
            case THANKS -> turn.say("hint.thanks");
            case NEXT,
                    BACK,
                    AGAIN,
                    PAUSE,
                    RESUME,
                    EASIER,
                    HARDER,
                    SKIP,
                    STOP,
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
        if (isOpenQuestion(turn.state().dialogue()) && repeatQuestion(turn)) {
            return;
        }
        Optional<Stretch> stretch = turn.state().stretch();
        if (stretch.isPresent()) {
            StretchFlow.steer(turn, stretch.get(), intent);
        } else if (intent == Intent.HANDS_FREE || intent == Intent.BY_HAND) {
            SettingsCommand.choose(turn, "hands-free", intent == Intent.HANDS_FREE ? "on" : "off");
        } else if (intent == Intent.WORSE) {
            PainFlow.begin(turn);
        } else {
            Hints.nothingRunning(turn);
        }
    }

    private static void wish(Turn turn, RoutineId routine) {
        if (turn.state().dialogue() instanceof Dialogue.Pain pain) {
            PainFlow.repeat(turn, pain);
            return;
        }
        if (turn.state().dialogue() instanceof Dialogue.HealthCheck(var question, var ticked, var before)) {
            HealthCheckFlow.repeat(turn, new Dialogue.HealthCheck(question, ticked, Optional.of(routine)));
            return;
        }
        if (turn.state().dialogue() instanceof Dialogue.RoutineQuestion asked
                && asked.routine().equals(routine)) {
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
        Prompt prompt = turn.prompt().onlyPerson().line("stretch.switch-question", with(where, "wanted", wanted));
        prompt.row(
                        prompt.primary("button.carry-on", new ButtonAction.Steer(Intent.RESUME)),
                        new Choice(wanted, new ButtonAction.Begin(routine), ButtonStyle.NORMAL))
                .say();
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

    /** Whether what was asked must be answered before anything else. */
    static boolean isAboutHealth(Dialogue dialogue) {
        return dialogue instanceof Dialogue.Pain || dialogue instanceof Dialogue.HealthCheck;
    }

    private static boolean isOpenQuestion(Dialogue dialogue) {
        return switch (dialogue) {
            case Dialogue.HealthCheck check -> true;
            case Dialogue.RoutineQuestion asked -> true;
            case Dialogue.Pain pain -> true;
            case Dialogue.None none -> false;
            case Dialogue.CarryOn carryOn -> false;
            case Dialogue.Feeling asked -> false;
            case Dialogue.EnterSetting open -> false;
            case Dialogue.ConfirmForget confirm -> false;
        };
    }

    /** @return false where nothing was asked */
    private static boolean repeatQuestion(Turn turn) {
        switch (turn.state().dialogue()) {
            case Dialogue.None() -> {
                return false;
            }
            case Dialogue.HealthCheck check -> HealthCheckFlow.repeat(turn, check);
            case Dialogue.RoutineQuestion asked -> Gate.ask(turn, asked);
            case Dialogue.Pain pain -> PainFlow.repeat(turn, pain);
            case Dialogue.CarryOn() ->
                turn.state().stretch().ifPresent(stretch -> StretchFlow.askCarryOn(turn, stretch));
            case Dialogue.Feeling asked -> {
                return false;
            }
            case Dialogue.EnterSetting(String setting) -> SettingsCommand.hint(turn, setting);
            case Dialogue.ConfirmForget() -> ForgetCommand.ask(turn);
        }
        return true;
    }

    /** The button shown last whose label was typed, or one part of it: "it stays" of "No, it stays". */
    private static Optional<ButtonAction> offered(Turn turn, String text) {
        String typed = bare(text);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        List<Offer> offers = turn.state().offers();
        return offers.stream()
                .filter(offer -> bare(offer.label()).equals(typed))
                .findFirst()
                .or(() -> offers.stream().filter(offer -> isPart(offer, typed)).findFirst())
                .flatMap(offer -> ButtonCodec.decode(offer.data()) instanceof ButtonCodec.Decoded.Known known
                        ? Optional.of(known.action())
                        : Optional.empty());
    }

    private static boolean isPart(Offer offer, String typed) {
        return Arrays.stream(LABEL_PARTS.split(offer.label(), -1))
                .anyMatch(part -> bare(part).equals(typed));
    }

    /** Letters and digits alone, in lower case. */
    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Map<String, Object> with(Map<String, Object> arguments, String name, Object value) {
        var all = new HashMap<>(arguments);
        all.put(name, value);
        return all;
    }
}
