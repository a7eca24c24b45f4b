package dev.limber.core.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks into message patterns without formatting them. */
final class Patterns {
    private Patterns() {}

    /** What is wrong with a pattern, if anything. */
    static Optional<String> problem(String pattern) {
        if (isPlain(pattern)) {
            return Optional.empty();
        }
        if (pattern.contains("'{") || pattern.contains("'}")) {
            return Optional.of("an apostrophe next to a brace takes the brace for text");
        }
        try {
            var parsed = new MessagePattern(pattern);
            for (int i = 0; i < parsed.countParts(); i++) {
                Part part = parsed.getPart(i);
                if (part.getType() == Part.Type.ARG_NUMBER) {
                    return Optional.of("an argument with a number for a name: {" + part.getValue() + "}");
                }
                if (part.getType() == Part.Type.ARG_START && part.getArgType() == ArgType.SIMPLE) {
                    // Only this knows which types and styles of numbers there are.
                    new MessageFormat(pattern, Phrasebook.FALLBACK);
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
            return Optional.of("not a message pattern: " + broken.getMessage());
        }
    }

    /** The names of a correct pattern's arguments. */
    static Set<String> arguments(String pattern) {
        Set<String> names = new TreeSet<>();
        if (!isPlain(pattern)) {
            var parsed = new MessagePattern(pattern);
            for (int i = 0; i < parsed.countParts(); i++) {
                Part part = parsed.getPart(i);
                if (part.getType() == Part.Type.ARG_NAME) {
                    names.add(parsed.getSubstring(part));
                }
            }
        }
        return names;
    }

    private static boolean isPlain(String pattern) {
        return pattern.indexOf('{') < 0 && pattern.indexOf('}') < 0;
    }
}
