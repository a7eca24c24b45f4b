package dev.limber.local.page;

import dev.limber.core.chat.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the page gets its own words from, such as what its buttons say. */
@FunctionalInterface
public interface PageWords {
    /** The keys of all words that the page has. */
    List<String> KEYS = List.of(
            "log",
            "write",
            "send",
            "commands",
            "newest",
            "you",
            "reconnecting",
            "refused",
            "sound",
            "sound-on",
            "sound-off",
            "who",
            "people-title",
            "new-name",
            "go",
            "close",
            "clear",
            "clear-what",
            "clear-sure",
            "hold-start",
            "hold-stop",
            "hold-left",
            "hold-done",
            "download");

    /**
     * @param client the language of the person's browser, where it tells one
     * @return in the language that the person chose, else in the browser's
     */
    Spoken in(UserId user, Optional<Locale> client);

    /** @param words by key; where {@code {name}} stands in one, the page puts a name or a number */
    record Spoken(Locale language, Map<String, String> words) {
        public Spoken {
            words = Map.copyOf(words);
        }
    }
}
