package dev.limber.core.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.Map;
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

    /**
     * What a correct pattern says, where it has no arguments but words to insert or to select by. Unlike formatting it
     * this needs none of ICU's data, whose loading would be felt at every start.
     */
    static String render(String pattern, Map<String, String> arguments) {
        if (isPlain(pattern)) {
            return pattern;
        }
        var parsed = new MessagePattern(pattern);
        var text = new StringBuilder();
        render(parsed, 0, arguments, text);
        return text.toString();
    }

    /** Appends the message that starts at part {@code start}. */
    private static void render(MessagePattern parsed, int start, Map<String, String> arguments, StringBuilder text) {
        int end = parsed.getLimitPartIndex(start);
        int written = parsed.getPart(start).getLimit();
        for (int i = start + 1; i < end; i++) {
            Part part = parsed.getPart(i);
            text.append(parsed.getPatternString(), written, part.getIndex());
            written = part.getLimit();
            if (part.getType() == Part.Type.ARG_START) {
                int limit = parsed.getLimitPartIndex(i);
                String value = arguments.getOrDefault(parsed.getSubstring(parsed.getPart(i + 1)), "");
                if (part.getArgType() == ArgType.SELECT) {
                    render(parsed, branch(parsed, i + 2, value), arguments, text);
                } else {
                    text.append(value);
                }
                i = limit;
                written = parsed.getPart(limit).getLimit();
            }
        }
        text.append(parsed.getPatternString(), written, parsed.getPart(end).getIndex());
    }

    /** The message of the branch for {@code value}, else of {@code other}, in a select whose branches begin at a part. */
    private static int branch(MessagePattern parsed, int first, String value) {
        int other = first + 1;
        for (int i = first; parsed.getPartType(i) == Part.Type.ARG_SELECTOR; ) {
            String selector = parsed.getSubstring(parsed.getPart(i));
            if (selector.equals(value)) {
                return i + 1;
            }
            if (selector.equals("other")) {
                other = i + 1;
            }
            i = parsed.getLimitPartIndex(i + 1) + 1;
        }
        return other;
    }

    private static boolean isPlain(String pattern) {
        return pattern.indexOf('{') < 0 && pattern.indexOf('}') < 0;
    }
}
