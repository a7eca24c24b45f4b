package dev.limber.core.nudge;

import dev.limber.core.text.TimeWord;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds out why a sentence is no request, in one language: what is wrong with it, or what it lacks. */
final class FaultFinder {
    private static final int HOURS = 24;
    private static final int MINUTES = 60;

    private final List<Token> tokens;
    private final ZonedDateTime now;

    /** @param typed fillers included */
    FaultFinder(List<Token> typed, ZonedDateTime now) {
        tokens = RequestGrammar.withoutFillers(typed);
        this.now = now;
    }

    Optional<NudgeFault> find() {
        return Stream.<Supplier<Optional<NudgeFault>>>of(
                        this::past, this::noSuchTime, this::interval, this::delay, this::howLong, this::lacking)
                .flatMap(fault -> fault.get().stream())
                .findFirst();
    }

    private Optional<NudgeFault> past() {
        return tokens.stream().anyMatch(token -> means(token, TimeWord.YESTERDAY))
                ? Optional.of(new NudgeFault.Past())
                : Optional.empty();
    }

    private Optional<NudgeFault> noSuchTime() {
        boolean clock = tokens.stream().anyMatch(FaultFinder::isNoTime);
        boolean hour = IntStream.range(0, tokens.size())
                .anyMatch(at -> tokens.get(at) instanceof Token.Numeral(int value, int _)
                        && (value > HOURS ? isHour(at, TimeWord.O_CLOCK) : value > HOURS / 2 && isOfHalfDay(at)));
        return clock || hour ? Optional.of(new NudgeFault.NoSuchTime()) : Optional.empty();
    }

    private static boolean isNoTime(Token token) {
        return token instanceof Token.Clock(int hour, int minute, boolean colon)
                && colon
                && (minute >= MINUTES || hour * MINUTES + minute > HOURS * MINUTES);
    }

    private boolean isOfHalfDay(int at) {
        return isHour(at, TimeWord.AM) || isHour(at, TimeWord.PM);
    }

    private boolean isHour(int at, TimeWord after) {
        return at + 1 < tokens.size() && means(tokens.get(at + 1), after);
    }

    private Optional<NudgeFault> interval() {
        return spans(TimeWord.EVERY)
                .<NudgeFault>flatMap(span -> {
                    if (span.compareTo(NudgeRule.SHORTEST_INTERVAL) < 0) {
                        return Stream.of(new NudgeFault.TooOften());
                    }
                    return span.compareTo(NudgeRule.LONGEST_INTERVAL) > 0
                            ? Stream.of(new NudgeFault.TooSeldom())
                            : Stream.empty();
                })
                .findFirst();
    }

    private Optional<NudgeFault> delay() {
        return spans(TimeWord.IN)
                .filter(span -> !NudgeRule.isWithinReach(span))
                .<NudgeFault>map(_ -> new NudgeFault.OutOfReach())
                .findFirst();
    }

    /** What stands right after a word. */
    private Stream<Duration> spans(TimeWord word) {
        return IntStream.range(0, tokens.size())
                .filter(at -> means(tokens.get(at), word))
                .mapToObj(at -> new RuleGrammar(new Cursor(tokens.subList(at + 1, tokens.size())), now).anyDuration())
                .flatMap(Optional::stream);
    }

    private Optional<NudgeFault> howLong() {
        return tokens.size() == 1 && means(tokens.getFirst(), TimeWord.PAUSE)
                ? Optional.of(new NudgeFault.HowLong())
                : Optional.empty();
    }

    private Optional<NudgeFault> lacking() {
        return tokens.isEmpty() ? Optional.empty() : new RuleGrammar(new Cursor(tokens), now).fault();
    }

    private static boolean means(Token token, TimeWord meaning) {
        return token instanceof Token.Word word && word.meanings().contains(meaning);
    }
}
