package dev.limber.core.text;

import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.text.Lexicon.JoinedName;
import dev.limber.core.text.Words.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Understands what people type, in every language of the content at once. Immutable. When in doubt a sentence is read
 * on the safe side: signs of an emergency come first, then despair, whatever hurts, and only then what somebody
 * wants.
 */
public final class Utterances {
    private static final int SHORTEST_PREFIX = 3;
    private static final Set<Intent> LESS_THAN_ALL_WELL =
            EnumSet.of(Intent.YES, Intent.NO, Intent.GREETING, Intent.THANKS);

    private final Map<String, Lexicon> byLanguage;

    /**
     * @param vocabularies keyed by bare language
     * @throws IllegalArgumentException where a phrase cannot be read
     */
    public Utterances(Map<Locale, Vocabulary> vocabularies) {
        byLanguage = vocabularies.entrySet().parallelStream()
                .collect(Collectors.toMap(
                        each -> each.getKey().getLanguage(),
                        each -> new Lexicon(each.getValue()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /**
     * Never fails, whatever was typed; takes time linear in its length.
     *
     * @param preferred the person's language, tried first
     */
    public Reading read(String typed, Locale preferred) {
        List<Heard> heard = hear(Words.of(typed), preferred);
        if (heard.stream().anyMatch(each -> each.sentence.isAlarm())) {
            return new Reading.Alarm();
        }
        if (heard.stream().anyMatch(each -> each.sentence.isDespair())) {
            return new Reading.Despair();
        }
        if (heard.stream().anyMatch(each -> each.sentence.isComplaint())) {
            return new Reading.Complaint();
        }
        boolean allWell = heard.stream().anyMatch(each -> each.sentence.saysAllWell());
        return whole(heard, allWell)
                .or(() -> allWell ? Optional.of(new Reading.AllWell()) : Optional.empty())
                .or(() -> first(heard, each -> each.wish(Sentence::wish)))
                .or(() -> first(heard, each -> each.sentence.innerCommand().<Reading>map(Reading.Word::new)))
                .orElseGet(Reading.Unclear::new);
    }

    /** What a sentence says that has no word beside: exactly in any language, or else with slips in any. */
    private static Optional<Reading> whole(List<Heard> heard, boolean allWell) {
        return exactlyOrNot(misspelt -> first(heard, each -> each.sentence.wholeCommand(misspelt))
                .filter(intent -> !allWell || !LESS_THAN_ALL_WELL.contains(intent))
                .<Reading>map(Reading.Word::new)
                .or(() -> first(heard, each -> each.wish(sentence -> sentence.wholeName(misspelt)))));
    }

    /** The routine that somebody means by a name that may be misspelt: "lowerback", "towel", "lower bakc". */
    public Optional<RoutineId> findRoutine(String name, Locale preferred) {
        List<Word> words = Words.of(name);
        List<Heard> heard = hear(words, preferred);
        String joined = words.stream().map(Word::text).collect(Collectors.joining());
        return exactlyOrNot(misspelt -> first(heard, each -> each.routine(s -> s.wholeName(misspelt))))
                .or(() -> joinedName(preferred, (lexicon, each) -> each.joined().equals(joined)))
                .or(() -> first(heard, each -> each.routine(Sentence::wish)))
                .or(() -> joined.length() < SHORTEST_PREFIX
                        ? Optional.empty()
                        : joinedName(preferred, (lexicon, each) -> each.joined().startsWith(joined)))
                .or(() ->
                        joinedName(preferred, (lexicon, each) -> lexicon.typos().isNear(joined, each.joined())));
    }

    /** The ordinary ache that a complaint is about, unless there is more to it: an injury, dizziness. */
    public Optional<Ache> findAche(String typed, Locale preferred) {
        List<Heard> heard = hear(Words.of(typed), preferred);
        boolean complaint = heard.stream().anyMatch(each -> each.sentence.isComplaint());
        if (!complaint || heard.stream().anyMatch(each -> each.sentence.isMoreThanAnAche())) {
            return Optional.empty();
        }
        return Optional.of(new Ache(first(heard, each -> each.routine(Sentence::wish))));
    }

    /** @param routine the one that fits what was said, if any does */
    public record Ache(Optional<RoutineId> routine) {}

    /** Which of the conditions that the health check asks for somebody says to have, and which not to have. */
    public Conditions findConditions(String typed, Locale preferred) {
        var named = new HashSet<ConditionId>();
        var denied = new HashSet<ConditionId>();
        for (Heard each : hear(Words.of(typed), preferred)) {
            named.addAll(each.sentence.conditions(false));
            denied.addAll(each.sentence.conditions(true));
        }
        named.removeAll(denied);
        return new Conditions(named, denied);
    }

    public record Conditions(Set<ConditionId> named, Set<ConditionId> denied) {
        public Conditions {
            named = Set.copyOf(named);
            denied = Set.copyOf(denied);
        }
    }

    private Optional<RoutineId> joinedName(Locale preferred, NameTest test) {
        return first(
                lexicons(preferred),
                lexicon -> lexicon.joinedNames().stream()
                        .filter(each -> test.passes(lexicon, each))
                        .map(JoinedName::routine)
                        .findFirst());
    }

    private List<Heard> hear(List<Word> words, Locale preferred) {
        var heard = new ArrayList<Heard>();
        for (Lexicon lexicon : lexicons(preferred)) {
            heard.add(new Heard(lexicon, lexicon.sentence(words, this::isWord)));
        }
        return heard;
    }

    private boolean isWord(String text) {
        return byLanguage.values().stream().anyMatch(lexicon -> lexicon.knows(text));
    }

    private List<Lexicon> lexicons(Locale preferred) {
        var inOrder = new ArrayList<Lexicon>();
        for (String language : List.of(preferred.getLanguage(), Phrasebook.FALLBACK.getLanguage())) {
            Lexicon lexicon = byLanguage.get(language);
            if (lexicon != null && !inOrder.contains(lexicon)) {
                inOrder.add(lexicon);
            }
        }
        byLanguage.values().stream()
                .filter(lexicon -> !inOrder.contains(lexicon))
                .forEach(inOrder::add);
        return inOrder;
    }

    private static <T> Optional<T> exactlyOrNot(Function<Boolean, Optional<T>> search) {
        return search.apply(false).or(() -> search.apply(true));
    }

    private static <T, R> Optional<R> first(List<T> all, Function<T, Optional<? extends R>> search) {
        for (T each : all) {
            Optional<? extends R> found = search.apply(each);
            if (found.isPresent()) {
                return Optional.of(found.get());
            }
        }
        return Optional.empty();
    }

    private interface NameTest {
        boolean passes(Lexicon lexicon, JoinedName name);
    }

    /** A sentence as one language hears it. */
    private record Heard(Lexicon lexicon, Sentence sentence) {
        Optional<RoutineId> routine(Function<Sentence, OptionalInt> search) {
            OptionalInt rank = search.apply(sentence);
            return rank.isPresent() ? Optional.of(lexicon.routine(rank.getAsInt())) : Optional.empty();
        }

        Optional<Reading> wish(Function<Sentence, OptionalInt> search) {
            return routine(search).map(Reading.Wish::new);
        }
    }
}
