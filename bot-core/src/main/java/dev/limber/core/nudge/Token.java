package dev.limber.core.nudge;

import dev.limber.core.text.TimeWord;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A piece of what somebody typed. */
sealed interface Token {
    /** @param digits how many there were, at most four */
    record Numeral(int value, int digits) implements Token {}

    /**
     * {@code 9:00} or {@code 9.00}.
     *
     * Whether there is such a time is not said.
     *
     * @param colon whether it can be nothing but a time; without, it can also be a day and a month
     */
    record Clock(int hour, int minute, boolean colon) implements Token {}

    /** {@code 24.12.}, {@code 24.12.2026} or {@code 2026-12-24}; whether there is such a date is not said. */
    record Date(Optional<Integer> year, int month, int day) implements Token {}

    /**
     * A word or several of the language, with all that they can mean; at least one thing.
     *
     * @param span in minutes
     * @param offset in minutes
     */
    record Word(
            Set<TimeWord> meanings,
            Optional<Integer> number,
            Optional<Integer> span,
            Optional<Integer> offset,
            Optional<LocalTime> moment)
            implements Token {
        public Word {
            meanings = Set.copyOf(meanings);
        }

        static Word meaning(TimeWord word) {
            return new Word(Set.of(word), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Word number(int value) {
            return new Word(Set.of(), Optional.of(value), Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Word span(int minutes) {
            return new Word(Set.of(), Optional.empty(), Optional.of(minutes), Optional.empty(), Optional.empty());
        }

        static Word offset(int minutes) {
            return new Word(Set.of(), Optional.empty(), Optional.empty(), Optional.of(minutes), Optional.empty());
        }

        static Word moment(LocalTime time) {
            return new Word(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(time));
        }

        /** A word that can mean this or the other one. */
        Word or(Word other) {
            Set<TimeWord> all = new HashSet<>(meanings);
            all.addAll(other.meanings);
            return new Word(
                    all,
                    number.or(() -> other.number),
                    span.or(() -> other.span),
                    offset.or(() -> other.offset),
                    moment.or(() -> other.moment));
        }

        /** Whether it means nothing but what is ignored. */
        boolean isOnly(Set<TimeWord> ignored) {
            return number.isEmpty()
                    && span.isEmpty()
                    && offset.isEmpty()
                    && moment.isEmpty()
                    && ignored.containsAll(meanings);
        }
    }

    /** Anything else. */
    record Unknown() implements Token {}
}
