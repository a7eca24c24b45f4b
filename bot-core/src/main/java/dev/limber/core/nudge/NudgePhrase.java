package dev.limber.core.nudge;

import dev.limber.core.text.TimeWord;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says and understands in one language when somebody is to be nudged. Immutable; {@link NudgePhrases} has one for each
 * language. Whatever is typed, reading never fails; it takes time linear in the length, and at most 200 characters are
 * looked at.
 */
public final class NudgePhrase {
    private static final Set<TimeWord> BESIDE_A_CLOCK = Set.of(TimeWord.FILLER, TimeWord.CLOCK_FILLER, TimeWord.HERE);

    /** One's own language first, never empty. */
    private final List<TimeLexicon> lexicons;

    NudgePhrase(List<TimeLexicon> lexicons) {
        this.lexicons = List.copyOf(lexicons);
    }

    private record Candidate(NudgeRequest request, int ignored) {}

    /**
     * What somebody wants of nudges, in this language or any other. Every single word has to be understood, fillers such
     * as "please" aside: a sentence that merely speaks of days and times is none. Of readings in several languages, the
     * one that leaves out the fewest words counts.
     *
     * <ul>
     *   <li>A time with a mere weekday, or several times, come again: "monday 9am", "7:30 and 21:00". Of one time without a
     *       day, "at noon", that is not said. "next monday 9:00", "today", "tomorrow" and dates are once; "next monday" is
     *       the first Monday after today.
     *   <li>A bare number is a time only beside a word that says so ("at 9") or a day; in a language that is not one's own
     *       only beside a word that says so.
     *   <li>"every 2 hours" without a window is from 9:00 to 17:00; days are all seven where none are said.
     *   <li>"9 to 5" ends at 17:00. A time of today that is over is meant in the afternoon, if that is still to come.
     * </ul>
     *
     * @param now in the person's zone
     */
    public Optional<NudgeRequest> read(String typed, ZonedDateTime now) {
        if (typed.length() > Scanner.MOST_CHARACTERS) {
            return Optional.empty();
        }
        Optional<Candidate> best = Optional.empty();
        for (TimeLexicon lexicon : lexicons) {
            List<Token> tokens = lexicon.tokens(typed);
            int ignored = tokens.size() - RequestGrammar.withoutFillers(tokens).size();
            Optional<Candidate> read = new RequestGrammar(tokens, now, lexicon != lexicons.getFirst())
                    .request()
                    .map(request -> new Candidate(request, ignored));
            int fewest = best.map(Candidate::ignored).orElse(Integer.MAX_VALUE);
            if (ignored < fewest && read.isPresent()) {
                best = read;
            }
        }
        return best.map(Candidate::request);
    }

    /**
     * Until when somebody puts off what was just said, in this language or any other: "in 15 minutes", "snooze 15 minutes",
     * "later, at 3 pm". Never a rule that comes again.
     *
     * @param now in the person's zone
     * @param asked whether it answers how long, so that "15 minutes" is enough
     */
    public Optional<NudgeRule> readSnooze(String typed, ZonedDateTime now, boolean asked) {
        if (typed.length() > Scanner.MOST_CHARACTERS) {
            return Optional.empty();
        }
        return lexicons.stream()
                .flatMap(lexicon -> new SnoozeGrammar(lexicon.tokens(typed), now, asked).rule().stream())
                .findFirst();
    }

    /**
     * Says a rule in this language's words, so that {@link #read} makes the same rule of it again: an instant to the minute,
     * and never less than a minute ahead.
     *
     * @param now in the person's zone
     */
    public String print(NudgeRule rule, ZonedDateTime now) {
        return new NudgePrinter(own().words(), now).print(rule);
    }

    /** The time that somebody says it is: "14:05", "it is 2:05 pm here"; a bare number is none. */
    public Optional<LocalTime> readClock(String typed) {
        if (typed.length() > Scanner.MOST_CHARACTERS) {
            return Optional.empty();
        }
        return lexicons.stream()
                .map(lexicon -> lexicon.tokens(typed).stream()
                        .filter(token -> !(token instanceof Token.Word word && word.isOnly(BESIDE_A_CLOCK)))
                        .toList())
                .flatMap(tokens -> clock(tokens).stream())
                .findFirst();
    }

    private static Optional<LocalTime> clock(List<Token> tokens) {
        var cursor = new Cursor(tokens);
        var clock = new ClockGrammar(cursor);
        Optional<TimeWord> before = clock.partOfDay();
        boolean isClock = cursor.peek().filter(Token.Clock.class::isInstance).isPresent();
        Optional<ClockTime> time = clock.time();
        Optional<TimeWord> part = before.or(clock::partOfDay);
        return time.filter(read -> read.marked() || isClock || part.isPresent())
                .filter(_ -> cursor.isAtEnd())
                .flatMap(read -> part.isPresent() ? read.during(part.get()) : Optional.of(read))
                .flatMap(ClockTime::time);
    }

    /**
     * Why {@link #read} makes nothing of what was typed, in this language or any other; empty where it reads it, or where
     * nothing can be said about it.
     *
     * @param now in the person's zone
     */
    public Optional<NudgeFault> findFault(String typed, ZonedDateTime now) {
        if (typed.length() > Scanner.MOST_CHARACTERS || read(typed, now).isPresent()) {
            return Optional.empty();
        }
        return lexicons.stream()
                .flatMap(lexicon -> new FaultFinder(lexicon.tokens(typed), now).find().stream())
                .findFirst();
    }

    /** Up to three examples in this language, of the kind that {@code typed} comes nearest to. */
    public List<String> nearest(String typed) {
        return lexicons.stream()
                .flatMap(lexicon -> NearestExample.of(lexicon.tokens(typed)).stream())
                .flatMap(kind -> Stream.of(own().words().examples().getOrDefault(kind, List.of())))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseGet(() -> own().words().examples().getOrDefault(NearestExample.STANDARD, List.of()))
                .stream()
                .limit(NearestExample.MOST)
                .toList();
    }

    private TimeLexicon own() {
        return lexicons.getFirst();
    }
}
