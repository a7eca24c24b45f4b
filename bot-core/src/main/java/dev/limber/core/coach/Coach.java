package dev.limber.core.coach;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.Suggestion;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.UserState;
import dev.limber.core.text.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides every turn of every conversation. Pure, and safe to share between threads. */
public final class Coach {
    private static final int MOST_SUGGESTIONS = 25;

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
        var turn = new Turn(state, context, replaceable(body));
        switch (body) {
            case Body.CommandCalled(String name, String argument) -> command(turn, name, argument.strip());
            case Body.ButtonPressed pressed -> press(turn, pressed.data());
            case Body.TextWritten(String text) ->
                Conversation.hear(turn, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
            case Body.LocationShared location -> turn.say("settings.zone.no-location");
            case Body.WokenUp(String cue, var due) -> HandsFree.wake(turn, cue, due);
            case Body.UserUnreachable unreachable -> turn.pauseHandsFree();
            case Body.ChatMoved moved -> {
                // The store has rewritten the addresses; nothing in a person's state holds one.
            }
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

    private static Optional<MessageRef> replaceable(Body body) {
        return body instanceof Body.ButtonPressed(String data, MessageRef message, boolean latest) && latest
                ? Optional.of(message)
                : Optional.empty();
    }

    /** A command takes the place of what was asked, unless that was about health. */
    private static void command(Turn turn, String name, String argument) {
        if (!Conversation.isAboutHealth(turn.state().dialogue())) {
            turn.ask(new Dialogue.None());
        }
        Commands.find(name, turn.context().content().phrasebook())
                .ifPresentOrElse(found -> found.run(turn, argument), () -> unknownCommand(turn, name));
    }

    private static void unknownCommand(Turn turn, String name) {
        Optional<Command> nearest = Commands.nearest(name, turn.phrases());
        if (nearest.isPresent()) {
            turn.say("command.did-you-mean", Map.of("name", Commands.localName(nearest.get(), turn.phrases())));
        } else {
            turn.say("command.unknown");
        }
    }

    private static void press(Turn turn, String data) {
        switch (ButtonCodec.decode(data)) {
            case ButtonCodec.Decoded.Known(ButtonAction action, int revision) -> {
                if (revision == turn.state().revision()) {
                    Conversation.act(turn, action);
                } else {
                    Hints.staleButton(turn);
                }
            }
            case ButtonCodec.Decoded.Stale() -> Hints.staleButton(turn);
            case ButtonCodec.Decoded.Foreign() -> Hints.staleButton(turn);
        }
    }
}
