package dev.limber.core.text;

import com.ibm.icu.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One message pattern, compiled when first needed; safe for use by many threads. */
final class Template {
    private final String pattern;
    private final Locale language;
    private @Nullable MessageFormat compiled;

    Template(String pattern, Locale language) {
        this.pattern = pattern;
        this.language = language;
    }

    String pattern() {
        return pattern;
    }

    String format(Map<String, ?> arguments) {
        return isLiteral() ? pattern : compiledFormat(new HashMap<>(arguments));
    }

    /** Without braces or a doubled apostrophe a pattern says what it says. */
    private boolean isLiteral() {
        return pattern.indexOf('{') < 0 && pattern.indexOf('}') < 0 && !pattern.contains("''");
    }

    /** A MessageFormat keeps number formats that only one thread may use at a time. */
    private synchronized String compiledFormat(Map<String, Object> arguments) {
        if (compiled == null) {
            compiled = new MessageFormat(pattern, language);
        }
        return compiled.format(arguments);
    }
}
