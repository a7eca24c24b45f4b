package dev.limber.core.coach;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.Suggestion;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.UserState;
import dev.limber.core.text.Content;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides every turn of every conversation. Pure, and safe to share between threads. */
public final class Coach {
    private static final int MOST_SUGGESTIONS = 25;

    private static final Duration DOUBLE_TAP = Duration.ofSeconds(3);

    /** The longest text that is looked at; what people mean stands at the beginning. */
    private static final int LONGEST_TEXT = 2_000;

    /** All commands, in the order of the help. */
    public List<CommandSpec> commands(Content content) {
        return Commands.all().stream()
                .map(command -> Commands.spec(command, content.phrasebook()))
                .toList();
    }

    /** What to say and remember when {@code body} reaches somebody in {@code state}. */
    public Decision decide(UserState state, Body body, Context context) {
        if (body instanceof Body.ButtonPressed pressed && isSomebodyElses(pressed, context)) {
            var aside = new Turn(state, context, Optional.empty());
            Hints.notYours(aside);
            return aside.decision();
        }
        boolean tells = Reach.isToTell(state, body);
        var turn = new Turn(state, context, tells ? Optional.empty() : replaceable(body));
        if (Reach.isByThePerson(body)) {
            turn.become(state.withNudges(state.nudges().withSignOfLife(context.now())));
        }
        switch (body) {
            case Body.CommandCalled(String name, String argument) -> command(turn, name, argument.strip());
            case Body.ButtonPressed pressed -> press(turn, pressed);
            case Body.TextWritten(String text) ->
                Conversation.hear(turn, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
            case Body.LocationShared(double latitude, double longitude) ->
                ZoneSetting.locate(turn, latitude, longitude);
            case Body.WokenUp(String cue, var due) -> HandsFree.wake(turn, cue, due);
            case Body.NudgeDue(String nudge, var occurrence) -> NudgeComes.come(turn, nudge, occurrence);
            case Body.UserUnreachable unreachable -> Reach.lose(turn);
            case Body.ChatMoved moved -> {
                // The store has rewritten the addresses; a nudge's own is put right when it comes due.
            }
        }
        ZoneQuestion.goOn(turn);
        if (Reach.isByThePerson(body)) {
            ZoneQuestion.remind(turn, state, body instanceof Body.TextWritten);
        }
        if (tells) {
            Reach.tell(turn, state);
        }
        return turn.decision();
    }

    /** Completions for a command's argument, best first, at most 25. */
    public List<Suggestion> suggest(UserState state, String command, String typed, Context context) {
        var turn = new Turn(state, context, Optional.empty());
        return Commands.find(command, context.content().phrasebook())
                .map(found -> found.suggest(turn, typed.strip()))
                .orElse(List.of())
                .stream()
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    private static boolean isSomebodyElses(Body.ButtonPressed pressed, Context context) {
        return pressed.owner().map(owner -> !owner.equals(context.user())).orElse(false);
    }

    private static Optional<MessageRef> replaceable(Body body) {
        return body instanceof Body.ButtonPressed pressed && pressed.latest()
                ? Optional.of(pressed.message())
                : Optional.empty();
    }

    private static void command(Turn turn, String name, String argument) {
        turn.countAsCalled();
        if (Lifeline.isCalledFor(turn, argument)) {
            Lifeline.say(turn);
            return;
        }
        Optional<Command> found = Commands.find(name, turn.context().content().phrasebook());
        boolean keepsQuestion = Questions.areAboutHealth(turn.state().dialogue())
                || ZoneQuestion.isOpen(turn)
                || found.map(command -> command.keepsQuestion(turn, argument)).orElse(false);
        if (!keepsQuestion) {
            turn.ask(new Dialogue.None());
        }
        found.ifPresentOrElse(
                command -> Commands.run(turn, command, argument), () -> unknownCommand(turn, name, argument));
    }

    /** What a setting is called opens it: "/language". */
    private static void unknownCommand(Turn turn, String name, String argument) {
        Optional<String> setting = SettingsCommand.called(turn, name);
        if (setting.isPresent()) {
            Commands.run(turn, new SettingsCommand(), (setting.get() + " " + argument).strip());
            return;
        }
        Optional<Command> nearest = Commands.nearest(name, turn.phrases());
        if (nearest.isPresent()) {
            turn.say("command.did-you-mean", Map.of("name", Commands.localName(nearest.get(), turn.phrases())));
        } else {
            turn.say("command.unknown");
        }
    }

    private static void press(Turn turn, Body.ButtonPressed pressed) {
        switch (ButtonCodec.decode(pressed.data())) {
            case ButtonCodec.Decoded.Known(ButtonAction.Group group, int _) -> Conversation.act(turn, group);
            case ButtonCodec.Decoded.Known(ButtonAction action, int revision) -> {
                if (action instanceof ButtonAction.Lasting
                        || revision == turn.state().revision()) {
                    Conversation.act(turn, action);
                } else if (action instanceof ButtonAction.Hurts) {
                    // Pain is never out of date.
                    Conversation.complain(turn);
                } else if (action instanceof ButtonAction.UndoNudges || action instanceof ButtonAction.KeepBoth) {
                    turn.keepWhatIsShown();
                    NudgeReply.tooLateToUndo(turn);
                } else if (!isDoubleTap(turn, pressed, revision)) {
                    Hints.staleButton(turn);
                }
            }
            case ButtonCodec.Decoded.Stale() -> Hints.staleButton(turn);
            case ButtonCodec.Decoded.Foreign() -> Hints.staleButton(turn);
        }
    }

    /** The second of two quick presses: what the first one changed is what the person sees, and needs no comment. */
    private static boolean isDoubleTap(Turn turn, Body.ButtonPressed pressed, int revision) {
        return pressed.latest()
                && revision == turn.state().revision() - 1
                && turn.state()
                        .stretch()
                        .filter(stretch ->
                                turn.now().isBefore(stretch.lastActive().plus(DOUBLE_TAP)))
                        .isPresent();
    }
}
