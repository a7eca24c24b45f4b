package dev.limber.core.coach;

import dev.limber.core.chat.MomentStyle;
import dev.limber.core.chat.Piece;
import dev.limber.core.exercise.Dose;
import dev.limber.core.session.CueAfter;
import dev.limber.core.session.Pace;
import dev.limber.core.session.PlanStep;
import dev.limber.core.session.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Goes on by itself, cue by cue, each counted from the delivery of the one before. */
final class HandsFree {
    /** A cue that is later than this found nobody waiting any more: the routine is paused instead. */
    private static final Duration TOO_LATE = Duration.ofMinutes(1);

    /** Holds at least this long have a half-way cue. */
    private static final Duration LONG_HOLD = Duration.ofSeconds(20);

    /** A slow reader's pace, with time to get into position. */
    private static final Duration PER_WORD = Duration.ofMillis(400);

    private static final Duration TO_SETTLE = Duration.ofSeconds(5);
    private static final Duration LONGEST_READING = Duration.ofSeconds(30);

    private HandsFree() {}

    /** Names what happened last in a routine, so that a cue asked for before it is known to be stale. */
    static String cue(Stretch stretch) {
        return stretch.plan().id() + ":" + stretch.beat();
    }

    static Duration timeToRead(Stretch stretch, List<String> lines) {
        return switch (stretch.current()) {
            case PlanStep.Prepare prepare -> prepare.time();
            case PlanStep.Work work -> {
                long words =
                        lines.stream().mapToLong(line -> line.split(" ").length).sum();
                Duration reading = TO_SETTLE.plus(PER_WORD.multipliedBy(words));
                yield reading.compareTo(LONGEST_READING) > 0 ? LONGEST_READING : reading;
            }
        };
    }

    static void wake(Turn turn, String cue, Instant due) {
        turn.state().stretch().filter(stretch -> cue(stretch).equals(cue)).ifPresent(stretch -> {
            if (stretch.pace() instanceof Pace.HandsFree(Pace.Moment moment)) {
                if (turn.now().isAfter(due.plus(TOO_LATE))) {
                    pauseAfterAbsence(turn, stretch);
                } else {
                    goOn(turn, stretch, moment);
                }
            }
        });
    }

    private static void pauseAfterAbsence(Turn turn, Stretch stretch) {
        Stretch paused = stretch.withPace(new Pace.Paused(true));
        turn.stretch(paused);
        turn.stage().wasAway(turn, paused);
    }

    private static void goOn(Turn turn, Stretch stretch, Pace.Moment moment) {
        switch (stretch.current()) {
            case PlanStep.Prepare prepare -> endStep(turn, stretch);
            case PlanStep.Work work -> {
                Dose dose =
                        stretch.plan().exercises().get(work.exercise()).option().dose();
                switch (moment) {
                    case READING -> startWork(turn, stretch, dose);
                    case WORKING -> {
                        if (hasHalfWay(dose)) {
                            sayHalfWay(turn, stretch, dose);
                        } else {
                            endStep(turn, stretch);
                        }
                    }
                    case HALF_WAY -> endStep(turn, stretch);
                    case AWAITING_WORD -> Hints.whereWeAre(turn);
                }
            }
        }
    }

    private static void startWork(Turn turn, Stretch stretch, Dose dose) {
        Stretch working = stretch.withPace(new Pace.HandsFree(Pace.Moment.WORKING));
        turn.stretch(working);
        Duration delay = hasHalfWay(dose) ? dose.duration().dividedBy(2) : dose.duration();
        Map<String, ?> arguments = Map.of("dose", StepPrompt.dose(turn, dose));
        Prompt prompt = turn.routinePrompt().line("hands-free.go", arguments);
        if (dose instanceof Dose.Hold(Duration held)) {
            // Clients count it down, so that nobody has to.
            var end = new Piece.Moment(turn.now().plus(held), MomentStyle.RELATIVE, turn.zone());
            prompt.quiet("hands-free.countdown", Map.of("end", end));
        }
        prompt.say(new CueAfter(delay, cue(working)));
    }

    private static void sayHalfWay(Turn turn, Stretch stretch, Dose dose) {
        Stretch halfWay = stretch.withPace(new Pace.HandsFree(Pace.Moment.HALF_WAY));
        turn.stretch(halfWay);
        Duration delay = dose.duration().minus(dose.duration().dividedBy(2));
        turn.routinePrompt().line("hands-free.half-way").say(new CueAfter(delay, cue(halfWay)));
    }

    private static void endStep(Turn turn, Stretch stretch) {
        if (stretch.isLastStep()) {
            turn.stage().allDone(turn, stretch);
        } else {
            int next = stretch.step() + 1;
            turn.stretch(stretch.at(next).withPace(new Pace.HandsFree(Pace.Moment.READING)));
            StretchFlow.show(turn, Opening.afterCue(stretch, next));
        }
    }

    private static boolean hasHalfWay(Dose dose) {
        return switch (dose) {
            case Dose.Hold hold -> hold.duration().compareTo(LONG_HOLD) >= 0;
            case Dose.Breaths breaths -> breaths.duration().compareTo(LONG_HOLD) >= 0;
            case Dose.Repetitions repetitions -> false;
        };
    }
}
