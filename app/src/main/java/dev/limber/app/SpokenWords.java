package dev.limber.app;

import dev.limber.core.chat.UserId;
import dev.limber.core.coach.Defaults;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.json.JsonCodec;
import dev.limber.core.session.Subject;
import dev.limber.core.text.Content;
import dev.limber.core.text.Phrases;
import dev.limber.local.page.PageWords;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The page's own words, as the content has them in the language that the person chose. */
final class SpokenWords implements PageWords {
    private static final String PREFIX = "page.";

    private final Store store;
    private final Supplier<Content> content;
    private final Defaults defaults;
    private final JsonCodec codec = new JsonCodec();

    SpokenWords(Store store, Supplier<Content> content, Defaults defaults) {
        this.store = store;
        this.content = content;
        this.defaults = defaults;
    }

    @Override
    public Spoken in(UserId user, Optional<Locale> client) {
        Locale wanted = chosen(user).or(() -> client).orElse(defaults.language());
        Phrases phrases = content.get().phrasebook().in(wanted);
        Map<String, String> words = new LinkedHashMap<>();
        PageWords.KEYS.forEach(key -> words.put(key, phrases.pattern(PREFIX + key)));
        return new Spoken(phrases.language(), words);
    }

    private Optional<Locale> chosen(UserId user) {
        return store.find(new Subject.Person(user))
                .flatMap(
                        stored -> codec.readState(stored.state(), stored.plan()).language());
    }
}
