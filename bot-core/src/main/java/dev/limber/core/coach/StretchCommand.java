package dev.limber.core.coach;

import dev.limber.core.chat.Suggestion;
import dev.limber.core.exercise.Routine;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.session.Lock;
import dev.limber.core.text.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /stretch}: starts a routine, or helps to choose one. */
final class StretchCommand implements Command {
    @Override
    public String name() {
        return "stretch";
    }

    @Override
    public boolean onlyPerson() {
        return false;
    }

    @Override
    public boolean takesArgument() {
        return true;
    }

    @Override
    public void run(Turn turn, String argument) {
        if (argument.isEmpty()) {
            choose(turn);
            return;
        }
        Reading reading = turn.context().content().utterances().read(argument, turn.language());
        Optional<RoutineId> routine = find(turn, argument);
        if (reading instanceof Reading.Alarm) {
            Gate.lock(turn, Lock.Reason.EMERGENCY);
        } else if (reading instanceof Reading.Complaint) {
            Conversation.complain(turn, argument);
        } else if (routine.isPresent()) {
            Gate.start(turn, routine.get());
        } else if (Gate.isOpen(turn)) {
            turn.say("stretch.unknown-routine", Map.of("typed", shortened(argument)));
            Routines.offer(turn, ButtonAction.Filter.ALL);
        }
    }

    @Override
    public List<Suggestion> suggest(Turn turn, String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<Suggestion> all = turn.context().content().catalog().routines().values().stream()
                .map(Routine::id)
                .map(id -> new Suggestion(turn.text("routine." + id + ".name"), id.value()))
                .toList();
        List<Suggestion> matching = all.stream()
                .filter(suggestion ->
                        suggestion.label().toLowerCase(Locale.ROOT).contains(wanted)
                                || suggestion.value().contains(wanted))
                .toList();
        if (!matching.isEmpty()) {
            return matching;
        }
        Optional<RoutineId> meant = find(turn, typed);
        return all.stream()
                .filter(suggestion ->
                        meant.map(id -> id.value().equals(suggestion.value())).orElse(true))
                .toList();
    }

    private static Optional<RoutineId> find(Turn turn, String text) {
        var utterances = turn.context().content().utterances();
        Optional<RoutineId> named = utterances.findRoutine(text, turn.language());
        return named.isPresent()
                ? named
                : utterances.read(text, turn.language()) instanceof Reading.Wish(RoutineId wished)
                        ? Optional.of(wished)
                        : Optional.empty();
    }

    private static void choose(Turn turn) {
        if (!Questions.repeatPain(turn) && Gate.isOpen(turn)) {
            turn.state()
                    .stretch()
                    .ifPresentOrElse(
                            unfinished -> StretchFlow.askCarryOn(turn, unfinished),
                            () -> Routines.offer(turn, ButtonAction.Filter.ALL));
        }
    }

    /** What people typed is said back in part only. */
    private static String shortened(String text) {
        int longest = 40;
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }
}
