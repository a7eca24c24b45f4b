package dev.limber.core.coach;

import dev.limber.core.session.UserState;
import java.util.List;
import java.util.Optional;

/** Something that a person can choose; its texts stand under {@code settings.<id>}. */
interface Setting {
    String id();

    /** The present value, in words. */
    String shown(Turn turn);

    /** What there is to choose from, as rows of buttons. */
    List<List<Option>> options(Turn turn);

    /** The value that typed words mean, as one of a button's values; empty where they mean none. */
    Optional<String> read(Turn turn, String typed);

    /** What there is to choose from after words that mean several values; empty where they mean none. */
    default List<List<Option>> narrowed(Turn turn, String typed) {
        return List.of();
    }

    /** What can be typed for it, best first; the labels of the options are known anyway. */
    default List<String> suggest(Turn turn, String typed) {
        return List.of();
    }

    /** The person's state with this value; empty where it is none. */
    Optional<UserState> choose(Turn turn, String value);

    /** Whether choosing is ticking, so that one may go on choosing. */
    default boolean severalAtOnce() {
        return false;
    }

    /** @param value at most 20 characters of {@code [A-Za-z0-9/_+:-]} */
    record Option(String label, String value) {}
}
