package dev.limber.core.text;

import dev.limber.core.exercise.ConditionId;
import dev.limber.core.text.Lexicon.Heard;
import dev.limber.core.text.Meaning.AllWell;
import dev.limber.core.text.Meaning.Ask;
import dev.limber.core.text.Meaning.Command;
import dev.limber.core.text.Meaning.Filler;
import dev.limber.core.text.Meaning.Name;
import dev.limber.core.text.Meaning.NegatorAfter;
import dev.limber.core.text.Meaning.NegatorBefore;
import dev.limber.core.text.Meaning.Wish;
import dev.limber.core.text.Scan.Found;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** What somebody typed, as one language hears it. */
final class Sentence {
    /** "don't do the lower back": as many words can stand between the two. */
    private static final int NEGATOR_REACH = 2;

    private static final int TRAILING_NEGATOR_REACH = 1;
    private static final Set<Intent> COURTESIES = EnumSet.of(Intent.GREETING, Intent.THANKS);
    private static final Set<Intent> ANSWERS = EnumSet.of(Intent.YES, Intent.NO);
    private static final Set<Intent> ASIDES = EnumSet.of(Intent.SAME, Intent.HOW);

    private final List<Heard> words;
    private final List<Found> found;
    private final List<Found> allWell;
    private final BitSet negatorEnds = new BitSet();
    private final BitSet trailingNegatorStarts = new BitSet();

    Sentence(List<Heard> words, List<Found> found) {
        this.words = words;
        this.found = found;
        this.allWell = such(each -> each.entry().meaning() instanceof AllWell && inOneClause(each));
        for (Found each : found) {
            if (each.entry().meaning() instanceof NegatorBefore) {
                negatorEnds.set(each.to());
            } else if (each.entry().meaning() instanceof NegatorAfter) {
                trailingNegatorStarts.set(each.from());
            }
        }
    }

    boolean isAlarm() {
        return stands(meaning -> meaning instanceof Meaning.Alarm, allWell);
    }

    boolean isComplaint() {
        return stands(meaning -> meaning instanceof Meaning.Complaint, allWell);
    }

    /** Whether there is more to complain about than an ordinary ache. */
    boolean isMoreThanAnAche() {
        var covering = such(each -> each.entry().meaning() instanceof Meaning.Ache);
        covering.addAll(allWell);
        return stands(meaning -> meaning instanceof Meaning.Complaint, covering);
    }

    boolean isDespair() {
        List<Found> exaggerations =
                such(each -> each.entry().meaning() instanceof Meaning.Exaggeration && inOneClause(each));
        return stands(meaning -> meaning instanceof Meaning.Despair, exaggerations);
    }

    boolean saysAllWell() {
        return !allWell.isEmpty();
    }

    /** Whether there is such a phrase that none of the others takes back. */
    private boolean stands(Predicate<Meaning> kind, List<Found> takingBack) {
        int[] furthest = furthest(takingBack);
        return found.stream()
                .filter(each -> kind.test(each.entry().meaning()))
                .anyMatch(each -> furthest[each.from() + 1] < each.to());
    }

    /** For each place, where the phrase ends that reaches furthest among those that begin before it. */
    private int[] furthest(List<Found> phrases) {
        int[] ends = new int[words.size() + 1];
        for (Found each : phrases) {
            ends[each.from() + 1] = Math.max(ends[each.from() + 1], each.to());
        }
        for (int i = 1; i < ends.length; i++) {
            ends[i] = Math.max(ends[i], ends[i - 1]);
        }
        return ends;
    }

    /** The one command that the whole sentence is made of. */
    Optional<Intent> wholeCommand(boolean misspelt) {
        List<Found> parts = such(each -> (misspelt || !each.misspelt())
                && (each.entry().isWholeCommand()
                        || each.entry().meaning() instanceof Filler
                        || isWholeClauseThatAllIsWell(each)));
        return Cover.of(words.size(), parts)
                .flatMap(cover -> single(cover.strong())
                        .or(() -> cover.strong().isEmpty() ? single(cover.weak()) : Optional.empty()));
    }

    /** The rank of the routine that the whole sentence names. */
    OptionalInt wholeName(boolean misspelt) {
        List<Found> parts = such(each -> (misspelt || !each.misspelt())
                && (each.entry().meaning() instanceof Name
                        || each.entry().meaning() instanceof Ask
                        || each.entry().meaning() instanceof Filler
                        || isWholeClauseThatAllIsWell(each)));
        return Cover.of(words.size(), parts).map(Cover::lowestName).orElse(OptionalInt.empty());
    }

    /** "yes, go back" means back, "thanks, next" next, and "better, but still stiff" better. */
    private static Optional<Intent> single(Set<Intent> intents) {
        var rest = EnumSet.noneOf(Intent.class);
        rest.addAll(intents);
        for (Set<Intent> weaker : List.of(COURTESIES, ANSWERS, ASIDES)) {
            if (!weaker.containsAll(rest)) {
                rest.removeAll(weaker);
            }
        }
        return rest.size() == 1 ? Optional.of(rest.iterator().next()) : Optional.empty();
    }

    /** The rank of the routine that answers a wish somewhere in the sentence. */
    OptionalInt wish() {
        OptionalInt lowest = OptionalInt.empty();
        for (Found each : found) {
            if (each.entry().meaning() instanceof Wish wish
                    && wish.rank() < lowest.orElse(Integer.MAX_VALUE)
                    && !isNegated(each)) {
                lowest = OptionalInt.of(wish.rank());
            }
        }
        return lowest;
    }

    /** The one command inside a longer sentence. */
    Optional<Intent> innerCommand() {
        List<Found> commands =
                such(each -> !each.misspelt() && each.entry().meaning() instanceof Command command && command.within());
        int[] furthest = furthest(commands);
        var intents = EnumSet.noneOf(Intent.class);
        for (Found each : commands) {
            boolean partOfLonger = furthest[each.from()] >= each.to() || furthest[each.from() + 1] > each.to();
            if (!partOfLonger && !isNegated(each) && each.entry().meaning() instanceof Command command) {
                intents.add(command.intent());
            }
        }
        return single(intents);
    }

    /** The conditions that are named with a no before or after them, or without one. */
    Set<ConditionId> conditions(boolean denied) {
        List<Found> named = such(each -> each.entry().meaning() instanceof Meaning.Named);
        var conditions = new HashSet<ConditionId>();
        for (Found each : named) {
            boolean partOfLonger = named.stream().anyMatch(other -> other.contains(each) && !each.contains(other));
            if (!partOfLonger
                    && each.entry().meaning() instanceof Meaning.Named(ConditionId condition)
                    && isDenied(each, named) == denied) {
                conditions.add(condition);
            }
        }
        return conditions;
    }

    /** In "no stenosis but pregnant" the no belongs to what comes first. */
    private boolean isDenied(Found each, List<Found> named) {
        boolean parted =
                named.stream().anyMatch(other -> other.to() <= each.from() && other.to() > each.from() - NEGATOR_REACH);
        return !each.entry().negates() && ((!parted && isNegatedBefore(each)) || isNegatedBehind(each));
    }

    private boolean isNegated(Found each) {
        return !each.entry().negates() && (isNegatedBefore(each) || isNegatedBehind(each));
    }

    /** In a gap of the phrase counts too: "stretch, but not the lower back". */
    private boolean isNegatedBefore(Found each) {
        int first = Math.max(1, each.from() - NEGATOR_REACH);
        for (int end = negatorEnds.nextSetBit(first);
                end >= 0 && end < each.to();
                end = negatorEnds.nextSetBit(end + 1)) {
            if (end > each.from() || sameClause(end - 1, each.from())) {
                return true;
            }
        }
        return false;
    }

    private boolean isNegatedBehind(Found each) {
        int start = trailingNegatorStarts.nextSetBit(each.from() + 1);
        return start >= 0 && start <= each.to() + TRAILING_NEGATOR_REACH && sameClause(each.to() - 1, start);
    }

    /** In "no pain, lower back please", but not in "my lower back isn't stiff". */
    private boolean isWholeClauseThatAllIsWell(Found each) {
        return each.entry().meaning() instanceof AllWell
                && (each.from() == 0 || !sameClause(each.from() - 1, each.from()))
                && (each.to() == words.size() || !sameClause(each.to() - 1, each.to()));
    }

    private boolean inOneClause(Found each) {
        return sameClause(each.from(), each.to() - 1);
    }

    private boolean sameClause(int first, int second) {
        return words.get(first).clause() == words.get(second).clause();
    }

    private List<Found> such(Predicate<Found> wanted) {
        var some = new ArrayList<Found>();
        for (Found each : found) {
            if (wanted.test(each)) {
                some.add(each);
            }
        }
        return some;
    }
}
