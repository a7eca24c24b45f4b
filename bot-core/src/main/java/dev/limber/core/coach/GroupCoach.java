package dev.limber.core.coach;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.UserId;
import dev.limber.core.coach.ButtonAction.Deed;
import dev.limber.core.session.ChatState;
import dev.limber.core.text.Content;
import dev.limber.core.text.Reading;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides the turns of chats whose members share something: nudges for all of them, and stretching together. Safe to
 * share between threads; what it decides depends on its arguments alone.
 */
public final class GroupCoach {

    /** The chat itself, for where nobody else is known to have done something. */
    public static UserId chatAsUser(Address address) {
        return new UserId(address.platform(), address.chat());
    }

    static boolean speaksAsChat(UserId user, Address address) {
        return user.equals(chatAsUser(address));
    }

    /**
     * Whether a message is the chat's matter: {@code /nudge here …} in any language, a button that all share, and what
     * somebody says in the name of the chat. Everything else is a matter of the person.
     */
    public boolean concerns(IncomingMessage message, Content content) {
        return switch (message.body()) {
            case Body.CommandCalled(String name, String argument) ->
                !message.privateChat()
                        && (speaksAsChat(message.user(), message.address())
                                || (GroupPhrases.isNudge(name, content)
                                        && GroupPhrases.afterHere(argument, content)
                                                .isPresent()
                                        && !isDistress(argument, message, content)));
            case Body.ButtonPressed pressed -> shared(pressed).isPresent();
            case Body.TextWritten written -> false;
            case Body.LocationShared location -> false;
            case Body.ChatMoved moved -> false;
            case Body.WokenUp cue -> false;
            case Body.NudgeDue nudge -> false;
            case Body.UserUnreachable unreachable -> false;
        };
    }

    /** Who needs help gets it, whatever they have typed it after. */
    private static boolean isDistress(String argument, IncomingMessage message, Content content) {
        Reading reading =
                content.utterances().read(argument, message.languageHint().orElse(Locale.ENGLISH));
        return reading instanceof Reading.Despair || reading instanceof Reading.Alarm;
    }

    /** Whether it matters if who did it may manage the chat; where it does, that must be asked before deciding. */
    public boolean asksForRights(Body body) {
        return switch (body) {
            case Body.CommandCalled called -> true;
            case Body.ButtonPressed pressed ->
                shared(pressed)
                        .filter(action -> action.deed() == Deed.UNDO || action.deed() == Deed.RESUME)
                        .isPresent();
            case Body.TextWritten written -> false;
            case Body.LocationShared location -> false;
            case Body.ChatMoved moved -> false;
            case Body.WokenUp cue -> false;
            case Body.NudgeDue nudge -> false;
            case Body.UserUnreachable unreachable -> false;
        };
    }

    /** Whether nobody has just done anything: then nobody's standing matters. */
    public static boolean isUnasked(Body body) {
        return switch (body) {
            case Body.CommandCalled called -> false;
            case Body.ButtonPressed pressed -> false;
            case Body.TextWritten written -> false;
            case Body.LocationShared location -> false;
            case Body.ChatMoved moved -> true;
            case Body.WokenUp cue -> true;
            case Body.NudgeDue nudge -> true;
            case Body.UserUnreachable unreachable -> true;
        };
    }

    private static Optional<ButtonAction.Group> shared(Body.ButtonPressed pressed) {
        return ButtonCodec.decode(pressed.data()) instanceof ButtonCodec.Decoded.Known(ButtonAction action, int _)
                        && action instanceof ButtonAction.Group group
                ? Optional.of(group)
                : Optional.empty();
    }

    /** What to say and remember when {@code body} reaches a chat in {@code state}. */
    public GroupDecision decide(ChatState state, Body body, Context context) {
        GroupTurn turn = GroupTurn.begin(state, context, replaceable(body));
        switch (body) {
            case Body.CommandCalled(String name, String argument) -> {
                Optional<String> wanted = GroupPhrases.afterHere(argument, context.content())
                        .filter(rest -> GroupPhrases.isNudge(name, context.content()));
                wanted.ifPresentOrElse(rest -> GroupCommand.run(turn, rest), () -> turn.aside("group.anonymous"));
            }
            case Body.ButtonPressed pressed -> shared(pressed).ifPresent(action -> press(turn, action, pressed));
            case Body.WokenUp(String cue, var due) -> HandsFree.wake(turn.voice(), cue, due);
            case Body.NudgeDue(String nudge, var occurrence) -> GroupNudge.due(turn, nudge, occurrence);
            case Body.UserUnreachable unreachable -> GroupNudge.lose(turn);
            case Body.TextWritten written -> {}
            case Body.LocationShared location -> {}
            case Body.ChatMoved moved -> {}
        }
        return turn.decision();
    }

    /** What all share changes where it stands, whatever was said since; only a step is not for looking back at. */
    private static Optional<MessageRef> replaceable(Body body) {
        return body instanceof Body.ButtonPressed pressed
                ? shared(pressed)
                        .filter(action -> !GroupSession.isOfStep(action))
                        .map(action -> pressed.message())
                : Optional.empty();
    }

    private static void press(GroupTurn turn, ButtonAction.Group action, Body.ButtonPressed pressed) {
        switch (action.deed()) {
            case JOIN -> GroupNudge.join(turn, action.about(), pressed);
            case TOGETHER -> GroupSession.begin(turn, action.about(), pressed);
            case IN -> GroupSession.countIn(turn, action.about(), pressed);
            case NEXT -> GroupSession.next(turn, action.about());
            case STOP -> GroupSession.stop(turn, action.about());
            case LEAD -> GroupSession.lead(turn, action.about());
            case HANDS_FREE -> GroupSession.goByItself(turn, action.about());
            case UNDO -> GroupCommand.undo(turn, action.about());
            case RESUME -> GroupCommand.resumeByButton(turn);
        }
    }
}
