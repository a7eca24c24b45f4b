package dev.limber.core.coach;

import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.coach.ButtonAction.Filter;
import dev.limber.core.exercise.Condition;
import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.Routine;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.exercise.RoutineItem;
import dev.limber.core.session.Completion;
import dev.limber.core.session.Plan;
import dev.limber.core.session.Screening;
import dev.limber.core.text.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Offers routines that fit a person, and makes the plan for the one that is chosen. */
final class Routines {
    private static final int MOST_OFFERED = 4;
    private static final Duration SHORT = Duration.ofMinutes(4);

    private Routines() {}

    /** What the person's answers say, and the careful set for whoever skipped them. */
    static Set<ConditionId> conditions(Turn turn) {
        var conditions = new HashSet<ConditionId>();
        Optional<Screening> screening = turn.state().screening();
        screening.ifPresent(answered -> conditions.addAll(answered.conditions()));
        if (screening.map(Screening::skipped).orElse(true)) {
            conditions.add(Condition.UNSCREENED);
        }
        return conditions;
    }

    static Optional<Plan> plan(Turn turn, Routine routine, Set<String> agreed) {
        return planner(turn).plan(turn.context().freshId(), routine, agreed);
    }

    /** The next question that a routine asks before it starts, after the one given. */
    static Optional<String> nextQuestion(Routine routine, Optional<String> after) {
        List<String> questions = routine.items().stream()
                .map(RoutineItem::onlyIf)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        int next = after.map(questions::indexOf).orElse(-1) + 1;
        return next < questions.size() ? Optional.of(questions.get(next)) : Optional.empty();
    }

    /** All that the person's answers and equipment leave something of. */
    static List<Routine> possible(Turn turn, Planner planner) {
        return turn.context().content().catalog().routines().values().stream()
                .filter(planner::isPossible)
                .toList();
    }

    /** Shows what fits, the most neglected first. */
    static void offer(Turn turn, Filter filter) {
        Map<RoutineId, Instant> lastDone = lastDone(turn);
        List<Routine> fitting = possible(turn, planner(turn)).stream()
                .filter(routine -> matches(routine, filter))
                .sorted(Comparator.comparing(routine -> lastDone.getOrDefault(routine.id(), Instant.MIN)))
                .toList();
        int shown = filter == Filter.ALL ? fitting.size() : Math.min(MOST_OFFERED, fitting.size());
        Prompt prompt = turn.prompt()
                .onlyPerson(Privacy.FIRST)
                .foundWith(new StretchCommand())
                .title(fitting.isEmpty() ? "stretch.nothing-fits" : "stretch.which");
        fitting.stream().limit(shown).forEach(routine -> prompt.row(button(turn, routine)));
        prompt.row(filters(prompt, filter));
        prompt.quiet("stretch.or-say").say();
    }

    /** For somebody whom something hurts: what fits, or something short. */
    static void offerGently(Turn turn, Optional<RoutineId> wanted) {
        Prompt prompt = turn.prompt()
                .onlyPerson(Privacy.FIRST)
                .foundWith(new StretchCommand())
                .line("pain.gently");
        wanted.flatMap(turn.context().content().catalog()::findRoutine)
                .filter(routine -> plan(turn, routine, Set.of()).isPresent())
                .ifPresent(routine -> prompt.row(button(turn, routine)));
        prompt.row(prompt.choice("button.gentle", new ButtonAction.Browse(Filter.SHORT)))
                .say();
    }

    static Planner planner(Turn turn) {
        Content content = turn.context().content();
        return new Planner(
                content.catalog(),
                content.phrasebook().in(turn.languageOfNewPlans()),
                turn.state().preferences(),
                conditions(turn));
    }

    /** From when on it matters what somebody did. */
    static Instant remembered(Instant now) {
        return now.minus(Records.RECENT);
    }

    static Map<RoutineId, Instant> lastDone(Turn turn) {
        var last = new HashMap<RoutineId, Instant>();
        for (Completion completion : turn.context().records().completionsSince(remembered(turn.now()))) {
            if (completion.whole()) {
                last.merge(completion.routine(), completion.endedAt(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return last;
    }

    private static boolean matches(Routine routine, Filter filter) {
        return switch (filter) {
            case DESK -> routine.places().contains(Routine.Place.DESK);
            case FLOOR -> routine.places().contains(Routine.Place.FLOOR);
            case SHORT -> routine.about().compareTo(SHORT) <= 0;
            case ALL -> true;
        };
    }

    private static Choice button(Turn turn, Routine routine) {
        String label = turn.text(
                "stretch.routine-button",
                Map.of(
                        "name", turn.text("routine." + routine.id() + ".name"),
                        "minutes", routine.about().toMinutes()));
        return new Choice(label, new ButtonAction.Begin(routine.id()), ButtonStyle.PRIMARY);
    }

    private static List<Choice> filters(Prompt prompt, Filter shown) {
        var filters = new ArrayList<Choice>();
        for (Filter filter : Filter.values()) {
            if (filter != shown) {
                String name = filter.name().toLowerCase(Locale.ROOT);
                filters.add(prompt.choice("stretch.filter." + name, new ButtonAction.Browse(filter)));
            }
        }
        return filters;
    }
}
