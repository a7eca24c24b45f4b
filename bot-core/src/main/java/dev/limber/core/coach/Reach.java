package dev.limber.core.coach;

import dev.limber.core.chat.Body;
import dev.limber.core.session.UserState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody could not be written to: what is under way waits for them, as do their nudges, and they are told once, when
 * they are back.
 */
final class Reach {
    private Reach() {}

    /** It counts from the first time. */
    static void lose(Turn turn) {
        turn.pause();
        if (concernsNudges(turn)) {
            turn.become(turn.state().withNudges(turn.state().nudges().withOutOfReach(true)));
        }
        if (turn.state().unreachableSince().isEmpty()) {
            turn.become(turn.state().withUnreachableSince(Optional.of(turn.now())));
        }
    }

    /** A chat of several people that is gone is no reason to write no more to somebody alone. */
    private static boolean concernsNudges(Turn turn) {
        return turn.state().nudges().all().stream()
                .anyMatch(nudge -> turn.context().privateChat()
                        || nudge.place().address().equals(turn.context().address()));
    }

    /** Whether the person is back by their own doing, and does not know yet. */
    static boolean isToTell(UserState state, Body body) {
        return state.unreachableSince().isPresent() && isByThePerson(body);
    }

    /** Whether it came about by the person's own doing. */
    static boolean isByThePerson(Body body) {
        return switch (body) {
            case Body.CommandCalled called -> true;
            case Body.ButtonPressed pressed -> true;
            case Body.TextWritten written -> true;
            case Body.LocationShared location -> true;
            case Body.ChatMoved moved -> false;
            case Body.WokenUp cue -> false;
            case Body.NudgeDue nudge -> false;
            case Body.UserUnreachable unreachable -> false;
        };
    }

    /**
     * Tells them before what answers their doing, which has been decided. Next to what is urgent it would only be in the
     * way, and waits for another time; whoever has just been forgotten is told nothing.
     */
    static void tell(Turn turn, UserState before) {
        Optional<Instant> since = turn.state().unreachableSince();
        if (since.isEmpty() || turn.isUrgent()) {
            return;
        }
        turn.become(turn.state().withUnreachableSince(Optional.empty()));
        Prompt prompt = turn.prompt()
                .onlyPerson(Privacy.ASIDE)
                .line("reach.lost", Map.of("since", Dates.moment(turn, since.get())));
        before.stretch().ifPresent(stretch -> prompt.line("reach.paused", StretchFlow.where(turn, stretch)));
        prompt.line("reach.way");
        if (turn.state().nudges().outOfReach()) {
            prompt.line("reach.nudges").row(NudgePlaces.waysOn(turn, prompt));
        }
        prompt.sayFirst();
    }
}
