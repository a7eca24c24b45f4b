package dev.limber.core.nudge;

import dev.limber.core.nudge.Scanner.Piece;
import dev.limber.core.text.TimeWord;
import dev.limber.core.text.TimeWords;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Makes tokens of what somebody typed, with the words of one language. Immutable. */
final class TimeLexicon {
    private final TimeWords words;
    private final Map<String, Token.Word> byPhrase = new HashMap<>();
    private int longest = 1;

    TimeLexicon(TimeWords words) {
        this.words = words;
        each(words.words(), (phrase, word) -> add(phrase, Token.Word.meaning(word)));
        each(words.numbers(), (phrase, number) -> add(phrase, Token.Word.number(number)));
        each(words.spans(), (phrase, span) -> add(phrase, Token.Word.span(span)));
        each(words.offsets(), (phrase, offset) -> add(phrase, Token.Word.offset(offset)));
        each(words.moments(), (phrase, moment) -> add(phrase, Token.Word.moment(moment)));
        add("-", Token.Word.meaning(TimeWord.TO));
        add(",", Token.Word.meaning(TimeWord.AND));
    }

    TimeWords words() {
        return words;
    }

    /** The longest phrases that there are, from the first word on. */
    List<Token> tokens(String typed) {
        List<Piece> pieces = Scanner.scan(typed);
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < pieces.size()) {
            int to = Math.min(at + longest, pieces.size());
            Optional<Token.Word> found = find(pieces.subList(at, to));
            while (found.isEmpty() && to > at + 1) {
                to--;
                found = find(pieces.subList(at, to));
            }
            tokens.add(found.<Token>map(word -> word).orElse(token(pieces.get(at))));
            at = to;
        }
        return tokens;
    }

    private Optional<Token.Word> find(List<Piece> pieces) {
        return Optional.ofNullable(byPhrase.get(key(pieces)));
    }

    private static Token token(Piece piece) {
        return switch (piece.kind()) {
            case NUMBER ->
                new Token.Numeral(Integer.parseInt(piece.text()), piece.text().length());
            case CLOCK -> clock(piece.text());
            case DATE -> date(piece.text());
            case WORD, SIGN, OTHER -> new Token.Unknown();
        };
    }

    private static Token clock(String text) {
        List<Integer> parts = numbers(text, "[:.]");
        return new Token.Clock(parts.get(0), parts.get(1), text.contains(":"));
    }

    private static Token date(String text) {
        if (text.contains("-")) {
            List<Integer> parts = numbers(text, "-");
            return new Token.Date(Optional.of(parts.get(0)), parts.get(1), parts.get(2));
        }
        List<Integer> parts = numbers(text, "\\.");
        if (parts.size() == 2 && parts.get(1) > Month.values().length) {
            return clock(text);
        }
        Optional<Integer> year = parts.size() > 2 ? Optional.of(parts.get(2)) : Optional.empty();
        return new Token.Date(year, parts.get(1), parts.get(0));
    }

    private static List<Integer> numbers(String text, String between) {
        return Arrays.stream(text.split(between, 0)).map(Integer::valueOf).toList();
    }

    private static String key(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining(" "));
    }

    private static <K> void each(Map<K, List<String>> phrases, BiConsumer<String, K> action) {
        phrases.forEach((meaning, list) -> list.forEach(phrase -> action.accept(phrase, meaning)));
    }

    private void add(String phrase, Token.Word word) {
        List<Piece> pieces = Scanner.scan(phrase);
        longest = Math.max(longest, pieces.size());
        byPhrase.merge(key(pieces), word, Token.Word::or);
    }
}
