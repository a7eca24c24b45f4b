package dev.limber.core.runtime;

import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.coach.Context;
import dev.limber.core.coach.Decision;
import dev.limber.core.coach.Defaults;
import dev.limber.core.coach.Effect;
import dev.limber.core.session.CueAfter;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Offer;
import dev.limber.core.session.UserState;
import dev.limber.testkit.TestContent;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Decides in the simplest way: repeats what it hears, numbered by the turns that the person has had; on some words does
 * something special. Keeps what it was told last as the state's only offer.
 */
final class Parrot implements Mind.Decider {
    private final Map<String, Trick> tricks = new HashMap<>();

    /** What it does on a word instead of repeating it. */
    interface Trick {
        Decision perform(UserState state, Context context);
    }

    Parrot on(String word, Trick trick) {
        tricks.put(word, trick);
        return this;
    }

    Mind mind() {
        return new Mind(
                this, (_, _, _, _) -> List.of(), TestContent::minimal, new Defaults(Locale.ENGLISH, ZoneOffset.UTC));
    }

    @Override
    public Decision decide(UserState state, Body body, Context context) {
        String heard = heard(body);
        Trick trick = tricks.get(heard);
        if (trick != null) {
            return trick.perform(state, context);
        }
        UserState after = remembering(state, heard);
        return new Decision(after, List.of(say(after.revision() + " " + heard)));
    }

    private static String heard(Body body) {
        return switch (body) {
            case Body.TextWritten(String text) -> text;
            case Body.WokenUp(String cue, var _) -> "woken " + cue;
            case Body.NudgeDue(String nudge, var occurrence) -> "nudged: " + nudge;
            case Body.UserUnreachable(String reason) -> "unreachable: " + reason;
            case Body.CommandCalled(String name, String argument) -> "/" + name + " " + argument;
            case Body.ButtonPressed pressed -> "pressed " + pressed.data();
            case Body.LocationShared _ -> "location";
            case Body.ChatMoved _ -> "moved";
        };
    }

    static UserState remembering(UserState state, String heard) {
        return state.withOffers(List.of(new Offer(heard.isBlank() ? "-" : heard, "-")), state.revision() + 1);
    }

    static String remembered(UserState state) {
        return state.offers().getFirst().label();
    }

    static OutgoingMessage message(String text) {
        return OutgoingMessage.of(
                new Audience.Everyone(), List.of(Block.Text.of(TextStyle.BODY, text)), List.of(), Optional.empty());
    }

    static Effect say(String text) {
        return new Effect.Say(message(text), Lane.ANSWER, Optional.empty());
    }

    static Effect nudge(String text) {
        return new Effect.Say(message(text), Lane.NUDGE, Optional.empty());
    }

    static Effect sayThen(String text, Duration delay, String cue) {
        return new Effect.Say(message(text), Lane.ANSWER, Optional.of(new CueAfter(delay, cue)));
    }

    /** A decision that counts as a turn, and does all this. */
    static Decision turn(UserState state, Effect... effects) {
        return new Decision(remembering(state, "trick"), new ArrayList<>(List.of(effects)));
    }
}
