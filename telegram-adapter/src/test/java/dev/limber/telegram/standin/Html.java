package dev.limber.telegram.standin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the HTML of the Bot API as the server does, and refuses what is not documented. */
final class Html {
    private static final Pattern NUMBER = Pattern.compile("#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})");

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    /** A tag that waits for its end. */
    private record Open(String tag, String type, Map<String, String> details, int offset) {}

    private Html(String source) {
        this.source = source;
    }

    /**
     * The text as a person sees it, with its entities, outer ones first.
     *
     * @throws Refusal where it cannot be read
     */
    static Rendered render(String source) {
        return new Html(source).render();
    }

    private Rendered render() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '<') {
                tag();
            } else if (c == '&') {
                text.append(entity());
            } else {
                text.append(c);
                at++;
            }
        }
        if (!open.isEmpty()) {
            throw refusal("can't find end tag corresponding to start tag \""
                    + open.element().tag() + "\"");
        }
        entities.sort(Comparator.comparingInt(Entity::offset)
                .thenComparing(Comparator.comparingInt(Entity::length).reversed()));
        return new Rendered(text.toString(), List.copyOf(entities)).trimmed();
    }

    private void tag() {
        int begin = at;
        int end = HtmlTag.endOf(source, begin);
        if (end < 0) {
            throw refusal("unclosed tag at byte offset " + bytes(begin));
        }
        String inner = source.substring(begin + 1, end);
        at = end + 1;
        if (inner.startsWith("/")) {
            close(inner.substring(1).strip().toLowerCase(Locale.ROOT), begin);
        } else {
            begin(HtmlTag.parse(inner).orElseThrow(() -> unsupported(inner, begin)), begin);
        }
    }

    private void begin(HtmlTag tag, int begin) {
        Open outer = open.peek();
        boolean codeInPre =
                outer != null && outer.tag().equals("pre") && tag.name().equals("code");
        HtmlTag.Meaning meaning = tag.meaning().orElseThrow(() -> unsupported(tag.toString(), begin));
        for (Open each : open) {
            if ((each.type().equals("pre") && !codeInPre) || each.type().equals("code")) {
                throw refusal("\"" + each.tag() + "\" can't contain other tags, at byte offset " + bytes(begin));
            }
            if (each.type().endsWith("blockquote") && tag.name().equals("blockquote")) {
                throw refusal("\"blockquote\" can't be nested, at byte offset " + bytes(begin));
            }
        }
        open.push(new Open(tag.name(), meaning.type(), meaning.details(), text.length()));
    }

    private void close(String name, int begin) {
        Open last = open.poll();
        if (last == null) {
            throw refusal("unexpected end tag at byte offset " + bytes(begin));
        }
        if (!last.tag().equals(name)) {
            throw refusal("unmatched end tag at byte offset " + bytes(begin) + ", expected \"</" + last.tag()
                    + ">\", found \"</" + name + ">\"");
        }
        add(last);
    }

    private void add(Open closed) {
        int length = text.length() - closed.offset();
        Open outer = open.peek();
        if (closed.tag().equals("code")
                && outer != null
                && outer.tag().equals("pre")
                && outer.offset() == closed.offset()) {
            // The language of a block stands in the code inside it; both make one entity.
            open.pop();
            open.push(new Open(outer.tag(), outer.type(), closed.details(), outer.offset()));
        } else if (length > 0) {
            Map<String, String> details = closed.type().equals("code") ? Map.of() : closed.details();
            entities.add(new Entity(closed.type(), closed.offset(), length, details));
        }
    }

    private String entity() {
        int end = source.indexOf(';', at);
        String name = end < 0 || end - at > 10 ? "" : source.substring(at + 1, end);
        String decoded = decode(name).orElseThrow(() -> refusal("unescaped \"&\" at byte offset " + bytes(at)));
        at = end + 1;
        return decoded;
    }

    static Optional<String> decode(String name) {
        return switch (name) {
            case "lt" -> Optional.of("<");
            case "gt" -> Optional.of(">");
            case "amp" -> Optional.of("&");
            case "quot" -> Optional.of("\"");
            default -> numbered(name);
        };
    }

    private static Optional<String> numbered(String name) {
        Matcher number = NUMBER.matcher(name);
        if (!number.matches()) {
            return Optional.empty();
        }
        String decimal = number.group(1);
        String hexadecimal = number.group(2);
        int point =
                decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(Objects.requireNonNull(hexadecimal), 16);
        return Character.isValidCodePoint(point) && point != 0
                ? Optional.of(Character.toString(point))
                : Optional.empty();
    }

    private Refusal unsupported(String tag, int begin) {
        return refusal("unsupported start tag \"" + tag + "\" at byte offset " + bytes(begin));
    }

    private static Refusal refusal(String description) {
        return Refusal.violation("can't parse entities: " + description);
    }

    private int bytes(int index) {
        return source.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    }
}
