package dev.limber.discord.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.MomentStyle;
import dev.limber.core.chat.Piece;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.chat.adapter.Line;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    @Test
    void weightsAreMarkedAtTheBeginningOfALine() {
        assertThat(Markdown.of(Line.of(List.of(
                        Block.Text.of(TextStyle.TITLE, "Step 1"),
                        Block.Text.of(TextStyle.BODY, "Hold.\nBreathe."),
                        Block.Text.of(TextStyle.QUIET, "Slowly")))))
                .isEqualTo("### Step 1\nHold.\nBreathe.\n-# Slowly");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
                    2 * 3_4;               2 \\* 3\\_4
                    # heading;             \\# heading
                    -# small;              \\-\\# small
                    - dash;                \\- dash
                    + plus;                \\+ plus
                    12. twelve;            12\\. twelve
                    12.5 seconds;          12\\.5 seconds
                    20 seconds;            20 seconds
                    a - b;                 a - b
                    > said;                \\> said
                    ||hidden||;            \\|\\|hidden\\|\\|
                    [text](https://a.b);   \\[text\\](https://a.b)
                    @everyone <@123>;      \\@everyone \\<\\@123\\>
                    <t:1:R> <#5> <:a:1>;   \\<t:1:R\\> \\<\\#5\\> \\<:a:1\\>
                    back\\slash `code`;    back\\\\slash \\`code\\`
                    """)
    void wordsAreShownAsTheyAre(String words, String written) {
        assertThat(Markdown.of(Line.of(List.of(Block.Text.of(TextStyle.BODY, words)))))
                .isEqualTo(written);
    }

    @Test
    void whatNoMessageCanCarryIsReplaced() {
        assertThat(Markdown.escape("a\uD83Db\u0000c\td👍")).isEqualTo("a\uFFFDb\uFFFDc\td👍");
    }

    @Test
    void momentsAreShownInTheReadersOwnFormat() {
        assertThat(written(MomentStyle.RELATIVE)).isEqualTo("Until <t:1764095400:R>.");
        assertThat(written(MomentStyle.TIME)).isEqualTo("Until <t:1764095400:t>.");
        assertThat(written(MomentStyle.DATE)).isEqualTo("Until <t:1764095400:D>.");
        assertThat(written(MomentStyle.DATE_AND_TIME)).isEqualTo("Until <t:1764095400:f>.");
    }

    private static String written(MomentStyle style) {
        var moment = new Piece.Moment(Instant.parse("2025-11-25T18:30:00Z"), style, ZoneOffset.UTC);
        return Markdown.of(Line.of(List.of(
                new Block.Text(TextStyle.BODY, List.of(new Piece.Words("Until "), moment, new Piece.Words("."))))));
    }
}
