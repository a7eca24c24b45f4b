package dev.limber.core.coach;

import dev.limber.core.chat.Body;
import dev.limber.core.coach.ButtonAction.Deed;
import dev.limber.core.exercise.Condition;
import dev.limber.core.exercise.Routine;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.session.Pace;
import dev.limber.core.session.Plan;
import dev.limber.core.session.Preferences;
import dev.limber.core.session.Stretch;
import dev.limber.core.session.Together;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stretching together: one routine of the careful set for all, led by whoever started it, or going on by itself. */
final class GroupSession {
    /** Everybody can do it where they are. */
    private static final RoutineId ROUTINE = new RoutineId("desk-break");

    private static final Duration DOUBLE_TAP = Duration.ofSeconds(3);

    private GroupSession() {}

    /** Whether it is pressed below a step. */
    static boolean isOfStep(ButtonAction.Group action) {
        return action.about().contains(".");
    }

    static void begin(GroupTurn turn, String about, Body.ButtonPressed pressed) {
        Optional<Together> running = turn.together().filter(together -> !together.isAbandoned(turn.now()));
        if (!GroupNudge.isOfToday(turn, about)) {
            GroupNudge.sayOutdated(turn);
        } else if (running.isPresent()) {
            turn.pass(pressed);
            count(turn, running.get());
            turn.aside("group.together.running");
        } else {
            Optional<Plan> plan = plan(turn);
            plan.ifPresentOrElse(found -> begin(turn, found, about, pressed), () -> turn.aside("group.together.none"));
        }
    }

    private static void begin(GroupTurn turn, Plan plan, String about, Body.ButtonPressed pressed) {
        turn.pass(pressed);
        var stretch = Stretch.begin(plan, new Pace.HandsFree(Pace.Moment.READING), turn.now());
        Together together = new Together(stretch, turn.user(), Set.of());
        turn.together(together);
        count(turn, together);
        GroupNudge.showAgain(turn, about);
        welcome(turn, turn.together().orElse(together));
        StepPrompt.show(turn.voice(), stretch, Opening.none());
    }

    /** What the chat does is for people of whom nothing is known: the careful set, where they sit. */
    private static Optional<Plan> plan(GroupTurn turn) {
        var catalog = turn.context().content().catalog();
        var planner =
                new Planner(catalog, turn.voice().phrases(), Preferences.standard(), Set.of(Condition.UNSCREENED));
        Optional<Routine> routine = catalog.findRoutine(ROUTINE)
                .or(() -> catalog.routines().values().stream()
                        .filter(each -> each.places().contains(Routine.Place.DESK))
                        .findFirst());
        return routine.flatMap(found -> planner.plan(turn.context().freshId(), found, Set.of()));
    }

    private static void welcome(GroupTurn turn, Together together) {
        Prompt prompt = turn.prompt()
                .title(
                        "group.together.title",
                        Map.of("name", together.stretch().plan().name()))
                .line("group.together.safety")
                .line("group.together.in", Map.of("people", together.members().size()));
        prompt.row(prompt.primary("button.in", button(Deed.IN, together))).say();
    }

    /** Counts somebody in, and shows how many they are. */
    static void countIn(GroupTurn turn, String about, Body.ButtonPressed pressed) {
        Optional<Together> running = find(turn, about);
        if (running.isEmpty()) {
            turn.aside("group.together.over");
            return;
        }
        turn.pass(pressed);
        boolean counted = running.get().members().contains(turn.user());
        count(turn, running.get());
        if (about.contains(".")) {
            turn.aside("group.together.counted");
        } else if (!counted) {
            turn.together().ifPresent(together -> welcome(turn, together));
        }
    }

    private static void count(GroupTurn turn, Together together) {
        turn.together(together.with(turn.user()));
        GroupNudge.count(turn);
    }

    static void next(GroupTurn turn, String about) {
        Optional<Together> running = find(turn, about);
        if (running.isEmpty()) {
            turn.aside("group.together.over");
        } else if (step(about) != running.get().stretch().step()) {
            if (!isDoubleTap(turn, running.get(), about)) {
                turn.aside("group.together.earlier-step");
            }
        } else {
            led(turn, about).ifPresent(together -> next(turn, together.stretch()));
        }
    }

    private static boolean isDoubleTap(GroupTurn turn, Together together, String about) {
        return step(about) == together.stretch().step() - 1
                && turn.now().isBefore(together.stretch().lastActive().plus(DOUBLE_TAP));
    }

    private static void next(GroupTurn turn, Stretch stretch) {
        if (stretch.isPaused()) {
            show(turn, StretchFlow.resumed(stretch), Opening.of("step.opening.resumed"));
        } else if (stretch.isLastStep()) {
            finish(turn);
        } else {
            StretchFlow.next(turn.voice(), stretch);
        }
    }

    static void stop(GroupTurn turn, String about) {
        led(turn, about).ifPresent(together -> {
            end(turn);
            turn.say("group.together.stopped", people(turn));
        });
    }

    static void lead(GroupTurn turn, String about) {
        led(turn, about)
                .ifPresent(together ->
                        show(turn, together.stretch().withPace(new Pace.ByHand()), Opening.of("group.together.led")));
    }

    static void goByItself(GroupTurn turn, String about) {
        led(turn, about)
                .ifPresent(together -> show(
                        turn,
                        together.stretch().withPace(new Pace.HandsFree(Pace.Moment.READING)),
                        Opening.of("group.together.by-itself")));
    }

    private static void show(GroupTurn turn, Stretch stretch, Opening opening) {
        turn.voice().stretch(stretch);
        StepPrompt.show(turn.voice(), stretch, opening);
    }

    /** All steps are done. */
    static void finish(GroupTurn turn) {
        end(turn);
        turn.say("group.together.done", people(turn));
    }

    private static void end(GroupTurn turn) {
        turn.endTogether();
        turn.become(turn.state().withLastTogether(turn.now()));
    }

    private static Map<String, Object> people(GroupTurn turn) {
        return Map.of("people", turn.state().attendance().count(turn.today()));
    }

    /** The routine, if it may be led by who pressed, and is by now; whoever may not is told so. */
    private static Optional<Together> led(GroupTurn turn, String about) {
        Optional<Together> running = find(turn, about);
        if (running.isEmpty()) {
            turn.aside("group.together.over");
            return Optional.empty();
        }
        if (!running.get().mayBeLedBy(turn.user(), turn.now())) {
            turn.aside("group.together.not-leader");
            return Optional.empty();
        }
        Together led = running.get()
                .ledBy(turn.user())
                .withStretch(running.get().stretch().touched(turn.now()));
        turn.together(led);
        return Optional.of(led);
    }

    private static Optional<Together> find(GroupTurn turn, String about) {
        return turn.together()
                .filter(together -> about.split("\\.", 2)[0].equals(
                        together.stretch().plan().id()));
    }

    private static int step(String about) {
        String[] parts = about.split("\\.", 2);
        return parts.length == 2 && parts[1].matches("[0-9]{1,4}") ? Integer.parseInt(parts[1]) : -1;
    }

    static ButtonAction button(Deed deed, Together together) {
        return new ButtonAction.Group(deed, together.stretch().plan().id());
    }

    static ButtonAction button(Deed deed, Stretch stretch) {
        return new ButtonAction.Group(deed, stretch.plan().id() + "." + stretch.step());
    }
}
