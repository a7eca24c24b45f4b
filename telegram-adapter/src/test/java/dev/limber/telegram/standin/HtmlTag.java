package dev.limber.telegram.standin;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A start tag with its attributes; one without a value has the empty text. */
record HtmlTag(String name, Map<String, String> attributes) {
    private static final Pattern START = Pattern.compile("([a-zA-Z][a-zA-Z0-9-]*)((?s:\\s.*)?)");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s+([a-zA-Z][a-zA-Z-]*)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([a-zA-Z0-9.-]+)))?");
    private static final Pattern REFERENCE = Pattern.compile("&([^;]{0,9});|&");
    private static final Pattern TIME_FORMAT = Pattern.compile("r|w?[dD]?[tT]?");

    /** What a tag does to a text. */
    record Meaning(String type, Map<String, String> details) {}

    /** Where the tag that begins here ends, quotes aside; -1 where it does not. */
    static int endOf(String source, int begin) {
        char quote = 0;
        for (int i = begin + 1; i < source.length(); i++) {
            char c = source.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i;
            }
        }
        return -1;
    }

    static Optional<HtmlTag> parse(String inner) {
        Matcher start = START.matcher(inner);
        if (!start.matches()) {
            return Optional.empty();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        String rest = start.group(2);
        Matcher attribute = ATTRIBUTE.matcher(rest).useAnchoringBounds(true);
        int at = 0;
        while (attribute.region(at, rest.length()).lookingAt()) {
            Optional<String> value = decoded(value(attribute));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            attributes.put(attribute.group(1).toLowerCase(Locale.ROOT), value.get());
            at = attribute.end();
        }
        return rest.substring(at).isBlank()
                ? Optional.of(new HtmlTag(start.group(1).toLowerCase(Locale.ROOT), attributes))
                : Optional.empty();
    }

    private static String value(Matcher attribute) {
        for (int group = 2; group <= 4; group++) {
            String value = attribute.group(group);
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    private static Optional<String> decoded(String value) {
        Matcher reference = REFERENCE.matcher(value);
        StringBuilder decoded = new StringBuilder();
        while (reference.find()) {
            String name = reference.group(1);
            Optional<String> character = Html.decode(name == null ? "" : name);
            if (character.isEmpty()) {
                return Optional.empty();
            }
            reference.appendReplacement(decoded, Matcher.quoteReplacement(character.get()));
        }
        return Optional.of(reference.appendTail(decoded).toString());
    }

    /** Empty where there is no such tag, or not with these attributes. */
    Optional<Meaning> meaning() {
        return switch (name) {
            case "b", "strong" -> bare("bold");
            case "i", "em" -> bare("italic");
            case "u", "ins" -> bare("underline");
            case "s", "strike", "del" -> bare("strikethrough");
            case "tg-spoiler" -> bare("spoiler");
            case "pre" -> bare("pre");
            case "span" -> attributes.equals(Map.of("class", "tg-spoiler")) ? meaning("spoiler") : Optional.empty();
            case "blockquote" ->
                attributes.keySet().equals(Set.of("expandable"))
                        ? meaning("expandable_blockquote")
                        : bare("blockquote");
            case "code" -> code();
            case "a" ->
                only("href").filter(url -> !url.isBlank()).map(url -> new Meaning("text_link", Map.of("url", url)));
            case "tg-emoji" ->
                only("emoji-id")
                        .filter(id -> id.matches("[0-9]{1,20}"))
                        .map(id -> new Meaning("custom_emoji", Map.of("custom_emoji_id", id)));
            case "tg-time" -> time();
            default -> Optional.empty();
        };
    }

    private Optional<Meaning> bare(String type) {
        return attributes.isEmpty() ? meaning(type) : Optional.empty();
    }

    private static Optional<Meaning> meaning(String type) {
        return Optional.of(new Meaning(type, Map.of()));
    }

    private Optional<String> only(String attribute) {
        return attributes.size() == 1 ? Optional.ofNullable(attributes.get(attribute)) : Optional.empty();
    }

    private Optional<Meaning> code() {
        return attributes.isEmpty()
                ? meaning("code")
                : only("class")
                        .filter(value -> value.startsWith("language-"))
                        .map(value -> new Meaning("code", Map.of("language", value.substring("language-".length()))));
    }

    private Optional<Meaning> time() {
        String unix = attributes.getOrDefault("unix", "");
        String format = attributes.getOrDefault("format", "");
        int known = (attributes.containsKey("unix") ? 1 : 0) + (attributes.containsKey("format") ? 1 : 0);
        if (attributes.size() != known
                || !unix.matches("[0-9]{1,11}")
                || !TIME_FORMAT.matcher(format).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Meaning(
                "date_time",
                format.isEmpty() ? Map.of("unix_time", unix) : Map.of("unix_time", unix, "date_time_format", format)));
    }
}
