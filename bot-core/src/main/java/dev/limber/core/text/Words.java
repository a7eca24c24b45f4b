package dev.limber.core.text;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts what people type into words, folded so that case, accents, apostrophes, punctuation and emoji make no
 * difference. Where there is no word at all, each emoji counts as one.
 */
final class Words {
    /** As much as any platform carries in one message; what follows is not read. */
    private static final int MAX_CHARACTERS = 4_096;
    /** Some single characters fold into eighteen: folded block by block until it is enough. */
    private static final int MAX_FOLDED_CHARACTERS = 2 * MAX_CHARACTERS;

    private static final int BLOCK = 256;

    private static final int MAX_WORDS = 1_000;
    private static final char FIRST_BEYOND_ASCII = 0x80;
    private static final String APOSTROPHES = "'\u2019\u2018\u02BC\u2032\u00B4`\u201B";
    private static final String CLAUSE_ENDS = ".,;:!?\u2026()\n\u2013\u2014\u3002\u3001\uFF0C";
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int clause;

    private Words() {}

    /** @param clause counts up wherever punctuation parts the sentence */
    record Word(String text, int clause) {}

    /** The words of {@code typed}, in time linear in its length. */
    static List<Word> of(String typed) {
        String folded = fold(typed);
        var reader = new Words();
        reader.readWords(folded);
        if (reader.words.isEmpty()) {
            reader.readEmoji(folded);
        }
        return reader.words;
    }

    private static String fold(String typed) {
        String start = cut(typed, MAX_CHARACTERS);
        if (isAscii(start)) {
            return start.replace('`', '\'').toLowerCase(Locale.ROOT);
        }
        String apart = start;
        for (int i = 1; i < APOSTROPHES.length(); i++) {
            apart = apart.replace(APOSTROPHES.charAt(i), '\'');
        }
        var folded = new StringBuilder();
        for (int from = 0; from < apart.length() && folded.length() < MAX_FOLDED_CHARACTERS; ) {
            String block = cut(apart.substring(from), BLOCK);
            folded.append(Unicode.DECOMPOSE.normalize(Unicode.FOLD.normalize(block)));
            from += block.length();
        }
        return folded.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_BEYOND_ASCII) {
                return false;
            }
        }
        return true;
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private void readWords(String folded) {
        int i = 0;
        while (i < folded.length() && words.size() < MAX_WORDS) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                endWordBetweenLetterAndDigit(c);
                current.appendCodePoint(c);
            } else if (isMark(c)) {
                appendUnlessAccent(c);
            } else if (c != '\'' || current.isEmpty()) {
                endWord();
                clause += CLAUSE_ENDS.indexOf(c) >= 0 ? 1 : 0;
            }
        }
        endWord();
    }

    private void endWordBetweenLetterAndDigit(int next) {
        if (!current.isEmpty()
                && Character.isDigit(current.codePointBefore(current.length())) != Character.isDigit(next)) {
            endWord();
        }
    }

    /** The combining accents of European scripts are dropped; other scripts write vowels as marks. */
    private void appendUnlessAccent(int mark) {
        if (mark > 0x036F && !current.isEmpty()) {
            current.appendCodePoint(mark);
        }
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private void endWord() {
        if (!current.isEmpty()) {
            words.add(new Word(current.toString(), clause));
            current.setLength(0);
        }
    }

    private void readEmoji(String folded) {
        folded.codePoints()
                .filter(c -> Character.isEmoji(c) && !Character.isEmojiModifier(c))
                .limit(MAX_WORDS)
                .mapToObj(Character::toString)
                .forEach(emoji -> words.add(new Word(emoji, 0)));
    }

    /** Apart, because loading the tables takes longer than all the rest. */
    private static final class Unicode {
        static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
        static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();
    }
}
