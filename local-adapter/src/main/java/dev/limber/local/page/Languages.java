package dev.limber.local.page;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;

/** What a browser tells of its person's languages. */
final class Languages {
    private Languages() {}

    /** The one that the person likes best. */
    static Optional<Locale> ofBrowser(Context request) {
        return Optional.ofNullable(request.header("Accept-Language")).flatMap(Languages::best);
    }

    static Optional<Locale> best(String header) {
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(Locale.LanguageRange::getRange)
                    .filter(range -> !range.contains("*"))
                    .findFirst()
                    .map(Locale::forLanguageTag);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
