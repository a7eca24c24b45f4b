package dev.limber.core.nudge;

import dev.limber.core.text.TimeWord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Goes through tokens, one after the other. Not thread-safe. */
final class Cursor {
    private final List<Token> tokens;
    private int position;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean isAtEnd() {
        return position == tokens.size();
    }

    int position() {
        return position;
    }

    Optional<Token> peek() {
        return isAtEnd() ? Optional.empty() : Optional.of(tokens.get(position));
    }

    boolean isNext(TimeWord meaning) {
        return peek().filter(token ->
                        token instanceof Token.Word word && word.meanings().contains(meaning))
                .isPresent();
    }

    /** Goes past the next token where it can mean this. */
    boolean take(TimeWord meaning) {
        boolean next = isNext(meaning);
        position += next ? 1 : 0;
        return next;
    }

    /** Goes past the next token where something is made of it. */
    <T> Optional<T> take(Function<Token, Optional<T>> reading) {
        Optional<T> read = peek().flatMap(reading);
        position += read.isPresent() ? 1 : 0;
        return read;
    }

    /** A number in digits or in words. */
    Optional<Integer> takeNumber() {
        return take(token -> switch (token) {
            case Token.Numeral(int value, int _) -> Optional.of(value);
            case Token.Word word -> word.number();
            case Token.Clock _, Token.Date _, Token.Unknown _ -> Optional.empty();
        });
    }

    /** Stays where it is if nothing comes of what is tried. */
    <T> Optional<T> attempt(Supplier<Optional<T>> reading) {
        int before = position;
        Optional<T> read = reading.get();
        if (read.isEmpty()) {
            position = before;
        }
        return read;
    }
}
