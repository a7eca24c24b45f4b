package dev.limber.core.text;

import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.RoutineId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * The words and phrases that people type in one language. A phrase is words with blanks between them; in it,
 * {@code a|b} is one of these, {@code <name>} whatever stands in that group, {@code (word)} may be missing,
 * {@code ...} stands for up to three words, and {@code *} at a word's start or end for any letters. Case, accents,
 * apostrophes and punctuation do not matter.
 *
 * @param groups by name: words or phrases that can be used in phrases as {@code <name>}
 * @param routines where several fit, the first one here is meant
 * @param conditions what people call what the health check asks for; only where it is asked for
 */
public record Vocabulary(
        Spelling spelling,
        Map<String, List<String>> groups,
        Ignored ignored,
        Negators negators,
        Map<Intent, Sayings> intents,
        Feelings feelings,
        Map<RoutineId, RoutineWords> routines,
        Map<ConditionId, List<String>> conditions) {
    public Vocabulary {
        groups = ordered(groups);
        intents = ordered(intents);
        routines = ordered(routines);
        conditions = ordered(conditions);
    }

    /**
     * @param alternatives how letters can be written with others, such as {@code ä} as {@code ae}
     * @param notTypos words that are never taken for another one that was misspelt
     */
    public record Spelling(Map<String, String> alternatives, List<String> notTypos) {
        public Spelling {
            alternatives = ordered(alternatives);
            notTypos = List.copyOf(notTypos);
        }
    }

    /**
     * What can stand around the phrase that matters.
     *
     * @param fillers around anything: "please"
     * @param asks around the name of a routine only: "give me the"
     */
    public record Ignored(List<String> fillers, List<String> asks) {
        public Ignored {
            fillers = List.copyOf(fillers);
            asks = List.copyOf(asks);
        }
    }

    /** What turns a wish or a command into its opposite, standing before or after it. */
    public record Negators(List<String> before, List<String> after) {
        public Negators {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * @param alone counts where nothing else is said
     * @param within counts inside a longer sentence too
     */
    public record Sayings(List<String> alone, List<String> within) {
        public Sayings {
            alone = List.copyOf(alone);
            within = List.copyOf(within);
        }
    }

    /**
     * @param allWell says that nothing is wrong, and takes back the complaint that it contains: "no pain"
     * @param complaints something hurts
     * @param aches the complaints among them that are no more than an ordinary ache, and no injury for instance
     * @param alarms signs of an emergency
     * @param despair somebody does not want to live any more
     * @param exaggerations only sound like it, and take back the despair that they contain: "want to die of laughter"
     */
    public record Feelings(
            List<String> allWell,
            List<String> complaints,
            List<String> aches,
            List<String> alarms,
            List<String> despair,
            List<String> exaggerations) {
        public Feelings {
            allWell = List.copyOf(allWell);
            complaints = List.copyOf(complaints);
            aches = List.copyOf(aches);
            alarms = List.copyOf(alarms);
            despair = List.copyOf(despair);
            exaggerations = List.copyOf(exaggerations);
        }

        static Feelings none() {
            return new Feelings(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        }

        private Feelings plus(Feelings more) {
            return new Feelings(
                    join(allWell, more.allWell),
                    join(complaints, more.complaints),
                    join(aches, more.aches),
                    join(alarms, more.alarms),
                    join(despair, more.despair),
                    join(exaggerations, more.exaggerations));
        }
    }

    /**
     * @param names what the routine is called: counts where nothing else is said
     * @param wishes what it is good for: counts inside a longer sentence too
     */
    public record RoutineWords(List<String> names, List<String> wishes) {
        public RoutineWords {
            names = List.copyOf(names);
            wishes = List.copyOf(wishes);
        }
    }

    /** A vocabulary without a word. */
    public static Vocabulary empty() {
        return ofRoutines(Map.of());
    }

    /** A vocabulary of nothing but what routines are called and good for. */
    public static Vocabulary ofRoutines(Map<RoutineId, RoutineWords> routines) {
        return new Vocabulary(
                new Spelling(Map.of(), List.of()),
                Map.of(),
                new Ignored(List.of(), List.of()),
                new Negators(List.of(), List.of()),
                Map.of(),
                Feelings.none(),
                routines,
                Map.of());
    }

    /** All that is here, and all that {@code more} adds to it; routines that only {@code more} has come first. */
    public Vocabulary plus(Vocabulary more) {
        return new Vocabulary(
                new Spelling(
                        merge(spelling.alternatives, more.spelling.alternatives, (here, added) -> added),
                        join(spelling.notTypos, more.spelling.notTypos)),
                merge(groups, more.groups, Vocabulary::join),
                new Ignored(join(ignored.fillers, more.ignored.fillers), join(ignored.asks, more.ignored.asks)),
                new Negators(join(negators.before, more.negators.before), join(negators.after, more.negators.after)),
                merge(
                        intents,
                        more.intents,
                        (here, added) -> new Sayings(join(here.alone, added.alone), join(here.within, added.within))),
                feelings.plus(more.feelings),
                merge(
                        newFirst(routines, more.routines),
                        more.routines,
                        (here, added) ->
                                new RoutineWords(join(here.names, added.names), join(here.wishes, added.wishes))),
                merge(conditions, more.conditions, Vocabulary::join));
    }

    /** What is added is meant where it fits: its author knew what was there before. */
    private static Map<RoutineId, RoutineWords> newFirst(
            Map<RoutineId, RoutineWords> here, Map<RoutineId, RoutineWords> added) {
        var all = new LinkedHashMap<RoutineId, RoutineWords>();
        added.keySet().stream()
                .filter(id -> !here.containsKey(id))
                .forEach(id -> all.put(id, new RoutineWords(List.of(), List.of())));
        all.putAll(here);
        return all;
    }

    private static List<String> join(List<String> here, List<String> added) {
        var all = new ArrayList<>(here);
        all.addAll(added);
        return all;
    }

    private static <K, V> Map<K, V> merge(Map<K, V> here, Map<K, V> added, BinaryOperator<V> both) {
        var all = new LinkedHashMap<>(here);
        added.forEach((key, value) -> all.merge(key, value, both));
        return all;
    }

    private static <K, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
