package dev.limber.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.reader.ParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineCompleterTest {
    /** The cursor stands at the bar. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'|'; ''; 0",
                "/str|; /str; 4",
                "/s|tr; /str; 2",
                "' /str|'; /str; 4",
                "'| /str'; /str; 0",
                "'/stretch |'; ''; 0",
                "/stretch low|; low; 3",
                "/stretch lower b|; lower b; 7",
                "/stretch   lo|w; low; 2",
                "/str|etch low; /stretch; 4",
                "my back|; my back; 7",
                "can't \"quote|; can't \"quote; 12",
            })
    void the_word_at_the_cursor_is_the_name_or_all_of_the_argument(String typed, String word, int wordCursor) {
        int cursor = typed.indexOf('|');
        String line = typed.replace("|", "");

        ParsedLine parsed = new LineCompleter().parse(line, cursor, ParseContext.COMPLETE);

        assertThat(parsed.word()).isEqualTo(word);
        assertThat(parsed.wordCursor()).isEqualTo(wordCursor);
        assertThat(parsed.words().get(parsed.wordIndex())).isEqualTo(word);
        assertThat(parsed.line()).isEqualTo(line);
        assertThat(parsed.cursor()).isEqualTo(cursor);
    }
}
