package dev.limber.core.nudge;

import dev.limber.core.text.TimeWord;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what somebody wants of nudges, to the very last word. */
final class RequestGrammar {
    private static final Set<TimeWord> IGNORED = Set.of(TimeWord.FILLER, TimeWord.CLOCK_FILLER);
    private static final int LONGEST_PAUSE_DAYS = 366;
    private static final Map<TimeWord, NudgeRequest> ALONE = Map.of(
            TimeWord.OFF, new NudgeRequest.Off(),
            TimeWord.RESUME, new NudgeRequest.Resume(),
            TimeWord.WHY, new NudgeRequest.Why(),
            TimeWord.TEST, new NudgeRequest.Test());

    private final List<Token> tokens;
    private final ZonedDateTime now;
    private final boolean strictly;

    /**
     * @param tokens fillers included
     * @param strictly whether a bare number is no time
     */
    RequestGrammar(List<Token> tokens, ZonedDateTime now, boolean strictly) {
        this.tokens = withoutFillers(tokens);
        this.now = now;
        this.strictly = strictly;
    }

    /** Commas between them and the rest go too. */
    static List<Token> withoutFillers(List<Token> tokens) {
        int from = 0;
        int to = tokens.size();
        while (to > 0 && isFiller(tokens.get(to - 1))) {
            to -= to > 1 && means(tokens.get(to - 2), TimeWord.AND) ? 2 : 1;
        }
        while (from < to && isFiller(tokens.get(from))) {
            from += from + 1 < to && means(tokens.get(from + 1), TimeWord.AND) ? 2 : 1;
        }
        return tokens.subList(from, to).stream()
                .filter(token -> !isFiller(token))
                .toList();
    }

    private static boolean isFiller(Token token) {
        return token instanceof Token.Word word && word.meanings().contains(TimeWord.FILLER) && word.isOnly(IGNORED);
    }

    Optional<NudgeRequest> request() {
        if (tokens.isEmpty()) {
            return Optional.empty();
        } else if (means(tokens.getFirst(), TimeWord.HERE)) {
            return here(tokens.subList(1, tokens.size()));
        } else if (means(tokens.getLast(), TimeWord.HERE)) {
            return here(tokens.subList(0, tokens.size() - 1));
        }
        return plain(tokens);
    }

    private Optional<NudgeRequest> here(List<Token> rest) {
        return rest.isEmpty()
                ? Optional.of(new NudgeRequest.Here(Optional.empty()))
                : plain(rest).map(what -> new NudgeRequest.Here(Optional.of(what)));
    }

    private Optional<NudgeRequest> plain(List<Token> rest) {
        Optional<NudgeRequest> alone = rest.size() > 1
                ? Optional.empty()
                : Stream.of(TimeWord.OFF, TimeWord.RESUME, TimeWord.WHY, TimeWord.TEST)
                        .filter(word -> means(rest.getFirst(), word))
                        .map(ALONE::get)
                        .findFirst();
        return alone.or(() -> pause(rest)).or(() -> new RuleGrammar(new Cursor(rest), now).request(strictly));
    }

    /** "pause 2 weeks" and "2 weeks pause". */
    private Optional<NudgeRequest> pause(List<Token> rest) {
        boolean first = means(rest.getFirst(), TimeWord.PAUSE);
        if (!first && !means(rest.getLast(), TimeWord.PAUSE)) {
            return Optional.empty();
        }
        LocalDate today = now.toLocalDate();
        var cursor = new Cursor(first ? rest.subList(1, rest.size()) : rest.subList(0, rest.size() - 1));
        var dates = new DateGrammar(cursor, today);
        Optional<LocalDate> until = cursor.take(TimeWord.TO) ? dates.end() : pauseFor(cursor, dates);
        return until.filter(_ -> cursor.isAtEnd())
                .filter(day -> day.isAfter(today) && !day.isAfter(today.plusDays(LONGEST_PAUSE_DAYS)))
                .map(NudgeRequest.Pause::new);
    }

    private Optional<LocalDate> pauseFor(Cursor cursor, DateGrammar dates) {
        boolean linked = cursor.take(TimeWord.FOR);
        if (!linked && cursor.take(TimeWord.TODAY)) {
            return Optional.of(now.toLocalDate().plusDays(1));
        }
        return cursor.takeNumber()
                .flatMap(dates::daysOf)
                .map(days -> now.toLocalDate().plusDays(days));
    }

    private static boolean means(Token token, TimeWord meaning) {
        return token instanceof Token.Word word && word.meanings().contains(meaning);
    }
}
