package dev.limber.discord.standin;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shows text as a reader sees it: without the marks, and with what was escaped. Times stay as they are. */
final class Markdown {
    private static final Pattern LINE_START = Pattern.compile("^(?:#{1,3} |-# |>>> |> )");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\\p{Punct}])");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]+)\\]\\(<?https?://[^)\\s]+\\)");
    private static final List<Pattern> SPANS = List.of(
            Pattern.compile("`([^`\\n]+)`"),
            Pattern.compile("\\*\\*(.+?)\\*\\*", Pattern.DOTALL),
            Pattern.compile("__(.+?)__", Pattern.DOTALL),
            Pattern.compile("~~(.+?)~~", Pattern.DOTALL),
            Pattern.compile("\\|\\|(.+?)\\|\\|", Pattern.DOTALL),
            Pattern.compile("\\*(?=\\S)([^*]+?)(?<=\\S)\\*"),
            Pattern.compile("(?<![\\p{L}\\p{N}_])_([^_]+?)_(?![\\p{L}\\p{N}_])"));
    /** Escaped characters hide in Unicode's private use area while marks are taken away. */
    private static final int HIDDEN = 0xE000;

    private Markdown() {}

    static String read(String source) {
        String text = ESCAPED.matcher(source)
                .replaceAll(
                        escaped -> Character.toString(HIDDEN + escaped.group(1).charAt(0)));
        text = text.lines()
                .map(line -> LINE_START.matcher(line).replaceFirst(""))
                .collect(Collectors.joining("\n"));
        text = LINK.matcher(text).replaceAll("$1");
        for (Pattern span : SPANS) {
            text = span.matcher(text).replaceAll("$1");
        }
        return text.codePoints()
                .map(each -> each >= HIDDEN && each < HIDDEN + 128 ? each - HIDDEN : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
