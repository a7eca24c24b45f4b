package dev.limber.core.nudge;

import dev.limber.core.text.TimeWord;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads until when somebody puts off what was just said: {@code in 15 minutes}, {@code later, at 3 pm}. */
final class SnoozeGrammar {
    /** What links "later" to the time that follows, or the time to "later". */
    private static final Set<TimeWord> LINKS = Set.of(TimeWord.LATER, TimeWord.FOR, TimeWord.AND);

    private final List<Token> tokens;
    private final ZonedDateTime now;
    private final boolean later;

    /** @param asked whether it answers how long, so that no word has to say what is meant */
    SnoozeGrammar(List<Token> typed, ZonedDateTime now, boolean asked) {
        this.now = now;
        tokens = RequestGrammar.withoutFillers(typed).stream()
                .filter(token -> LINKS.stream().noneMatch(link -> means(token, link)))
                .toList();
        later = asked || typed.stream().anyMatch(token -> means(token, TimeWord.LATER));
    }

    /** Never one that comes again. */
    Optional<NudgeRule> rule() {
        return waiting().or(() -> later ? tomorrow().or(this::named) : Optional.empty());
    }

    private Optional<NudgeRule> waiting() {
        var cursor = new Cursor(tokens);
        var grammar = new RuleGrammar(cursor, now);
        boolean said = cursor.take(TimeWord.IN) || later;
        // "Verschieb es um 15 Minuten."
        boolean by = later && cursor.take(TimeWord.AT);
        Optional<Duration> wait = said || by ? grammar.durations() : Optional.empty();
        return wait.filter(_ -> cursor.isAtEnd())
                .filter(NudgeRule::isWithinReach)
                .map(span -> new NudgeRule.At(now.toInstant().plus(span)));
    }

    /** At the time that it is now. */
    private Optional<NudgeRule> tomorrow() {
        var cursor = new Cursor(tokens);
        cursor.take(TimeWord.TO);
        LocalDate day = now.toLocalDate().plusDays(1);
        return cursor.take(TimeWord.TOMORROW) && cursor.isAtEnd()
                ? Optional.of(new NudgeRule.Once(day.atTime(now.toLocalTime().truncatedTo(ChronoUnit.MINUTES))))
                : Optional.empty();
    }

    private Optional<NudgeRule> named() {
        boolean until = !tokens.isEmpty() && means(tokens.getFirst(), TimeWord.TO);
        List<Token> time = until ? tokens.subList(1, tokens.size()) : tokens;
        return new RequestGrammar(time, now, false).request().flatMap(request -> switch (request) {
            case NudgeRequest.Plan(NudgeRule.Once once) -> Optional.of(once);
            case NudgeRequest.AtClock(NudgeRule.Once next, NudgeRule.AtTimes _) -> Optional.of(next);
            case NudgeRequest.Plan _,
                    NudgeRequest.Off _,
                    NudgeRequest.Resume _,
                    NudgeRequest.Pause _,
                    NudgeRequest.Here _,
                    NudgeRequest.Why _,
                    NudgeRequest.Test _ -> Optional.empty();
        });
    }

    private static boolean means(Token token, TimeWord meaning) {
        return token instanceof Token.Word word && word.meanings().contains(meaning);
    }
}
