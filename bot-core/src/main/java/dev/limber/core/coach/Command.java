package dev.limber.core.coach;

import dev.limber.core.chat.Suggestion;
import java.util.List;

/** A command that people can call; its texts stand under {@code command.<name>}. */
interface Command {
    /** Its name in every language: {@code [a-z0-9_]{1,32}}. */
    String name();

    /** Whether its answer is for the caller alone. */
    boolean onlyPerson();

    /** Whether anything may follow its name. */
    default boolean takesArgument() {
        return false;
    }

    /** Whether what was asked before stays open; otherwise a command takes the place of it, unless that is about health. */
    default boolean keepsQuestion(Turn turn, String argument) {
        return false;
    }

    /** @param argument what followed the name, without blanks around it; empty where nothing did */
    void run(Turn turn, String argument);

    /** Completions for the argument, best first. */
    default List<Suggestion> suggest(Turn turn, String typed) {
        return List.of();
    }
}
