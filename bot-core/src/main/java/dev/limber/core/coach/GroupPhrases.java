package dev.limber.core.coach;

import dev.limber.core.text.Content;
import dev.limber.core.text.TimeWord;
import dev.limber.core.text.TimeWords;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How people speak of the nudges of a chat. */
final class GroupPhrases {
    private static final String NUDGE = "nudge";

    private GroupPhrases() {}

    /** Whether a command is the one for nudges, by its name in any language. */
    static boolean isNudge(String name, Content content) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return wanted.equals(NUDGE)
                || content.phrasebook().languages().stream()
                        .flatMap(language ->
                                content.phrasebook().in(language).find("command." + NUDGE + ".name").stream())
                        .anyMatch(wanted::equals);
    }

    /** What is wanted where somebody begins with "here", in any language; empty where nobody does. */
    static Optional<String> afterHere(String argument, Content content) {
        String typed = argument.strip();
        return words(content)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .filter(word -> beginsWith(typed, word))
                .map(word -> typed.substring(word.length()).strip())
                .findFirst();
    }

    private static boolean beginsWith(String typed, String word) {
        return typed.regionMatches(true, 0, word, 0, word.length())
                && (typed.length() == word.length() || !Character.isLetterOrDigit(typed.charAt(word.length())));
    }

    private static Stream<String> words(Content content) {
        return Stream.concat(
                Stream.of("here"),
                content.times().values().stream()
                        .map(TimeWords::words)
                        .flatMap(words -> words.getOrDefault(TimeWord.HERE, List.of()).stream()));
    }
}
