package dev.limber.local;

import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.CompletionMatcherImpl;

/**
 * Lets the line editor complete a line: it has two words, a command's name and all that follows it, and nothing in it is
 * quoted or escaped.
 */
final class LineCompleter implements Completer, Parser {
    private volatile Screen.Completions completions = line -> List.of();

    void completeWith(Screen.Completions newOnes) {
        completions = newOnes;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String soFar = line.line().substring(0, line.cursor());
        int rank = 0;
        for (Screen.Completion completion : completions.complete(soFar)) {
            candidates.add(new Candidate(
                    completion.value(),
                    completion.label(),
                    null,
                    completion.description().isEmpty() ? null : completion.description(),
                    null,
                    null,
                    completion.takesArgument(),
                    rank++));
        }
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        int afterName = line.stripLeading().startsWith("/") ? line.indexOf(' ', line.indexOf('/')) : -1;
        int argument = afterName;
        while (argument >= 0 && argument < line.length() && line.charAt(argument) == ' ') {
            argument++;
        }
        if (argument < 0 || cursor < argument) {
            int start = line.length() - line.stripLeading().length();
            int end = afterName < 0 ? line.length() : afterName;
            return new Word(
                    line, cursor, 0, List.of(line.substring(start, end)), Math.clamp(cursor - start, 0, end - start));
        }
        List<String> words = List.of(line.substring(0, afterName), line.substring(argument));
        return new Word(line, cursor, 1, words, cursor - argument);
    }

    /** The word at the cursor, within its line. */
    private record Word(String line, int cursor, int wordIndex, List<String> words, int wordCursor)
            implements CompletingParsedLine {
        @Override
        public String word() {
            return words.get(wordIndex);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor;
        }

        @Override
        public int rawWordLength() {
            return word().length();
        }
    }

    /** Keeps what only resembles the typed word: whoever offered it has judged that already. */
    static final class AllThatIsOffered extends CompletionMatcherImpl {
        @Override
        protected void defaultMatchers(
                Map<LineReader.Option, Boolean> options,
                boolean prefix,
                CompletingParsedLine line,
                boolean caseInsensitive,
                int errors,
                String originalGroupName) {
            super.defaultMatchers(options, prefix, line, caseInsensitive, errors, originalGroupName);
            matchers.clear();
            matchers.add(candidates -> candidates);
        }
    }
}
