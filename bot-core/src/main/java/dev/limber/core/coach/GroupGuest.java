package dev.limber.core.coach;

import dev.limber.core.exercise.RoutineId;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Stretch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What somebody pressed that a whole chat sees, as far as it is their own matter. */
final class GroupGuest {
    /** The shortest that still counts, else what can be done at a desk. */
    private static final List<RoutineId> SHORT = List.of(new RoutineId("two-minute"), new RoutineId("desk-break"));

    private static final Duration DOUBLE_TAP = Duration.ofSeconds(3);

    private GroupGuest() {}

    static void take(Turn turn, ButtonAction.Deed deed) {
        switch (deed) {
            case JOIN -> join(turn);
            // Who had better not stretch is told so, alone, before they do it with the others.
            case TOGETHER, IN -> Gate.isOpen(turn);
            case NEXT, STOP, LEAD, HANDS_FREE, UNDO, RESUME -> Hints.staleButton(turn);
        }
    }

    /** Somebody stretches by themselves: through their own gate, and where nobody looks on. */
    private static void join(Turn turn) {
        Optional<RoutineId> routine = SHORT.stream()
                .filter(id -> turn.context().content().catalog().findRoutine(id).isPresent())
                .findFirst();
        Optional<Stretch> running = turn.state().stretch().filter(stretch -> !StretchFlow.isLongBreak(turn, stretch));
        if (routine.isEmpty()) {
            Routines.offer(turn, ButtonAction.Filter.SHORT);
        } else if (turn.state().dialogue() instanceof Dialogue.HealthCheck) {
            Questions.repeat(turn);
        } else if (running.isEmpty()) {
            Gate.start(turn, routine.get(), true);
        } else if (!turn.now().isBefore(running.get().lastActive().plus(DOUBLE_TAP))) {
            Conversation.wish(turn, routine.get());
        }
    }
}
