package dev.limber.core.chat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A command as platforms publish it, known before anything is decided.
 *
 * @param name its name everywhere: {@code [a-z0-9_]{1,32}}
 * @param localNames what it is called in each language, of the same shape; empty where it has no other name
 * @param descriptions in each language, at most 100 characters
 * @param argument what may follow the name, if anything
 * @param onlyPerson whether its answer is for the caller alone, so that a platform can acknowledge it privately
 */
public record CommandSpec(
        String name,
        Map<Locale, String> localNames,
        Map<Locale, String> descriptions,
        Optional<Argument> argument,
        boolean onlyPerson) {
    public CommandSpec {
        localNames = Map.copyOf(localNames);
        descriptions = Map.copyOf(descriptions);
    }

    /**
     * Free text after a command's name.
     *
     * @param names in each language
     * @param descriptions in each language, at most 100 characters
     */
    public record Argument(Map<Locale, String> names, Map<Locale, String> descriptions) {
        public Argument {
            names = Map.copyOf(names);
            descriptions = Map.copyOf(descriptions);
        }
    }
}
