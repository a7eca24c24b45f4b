package dev.limber.telegram.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.MomentStyle;
import dev.limber.core.chat.Piece;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.chat.adapter.Line;
import dev.limber.core.chat.adapter.PlainMoments;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
    private static final String[] BITS = {
        "a", " ", "\n", "<b>", "&amp;", "👩‍👩‍👧", "ß", "\u202E", "\uD83D", "\uDC4D", "\u0000", "\t", "long-word"
    };

    @Test
    void weightsAreTagsAndWordsAreEscaped() {
        List<Line> lines = Line.of(List.of(
                Block.Text.of(TextStyle.TITLE, "A & B"),
                Block.Text.of(TextStyle.BODY, "1 < 2\n2 > 1"),
                Block.Text.of(TextStyle.QUIET, "so")));

        assertThat(Html.of(lines)).isEqualTo("<b>A &amp; B</b>\n1 &lt; 2\n2 &gt; 1\n<i>so</i>");
    }

    @Test
    void whatNoMessageCanCarryIsReplaced() {
        assertThat(Html.escape("a\uD83Db\u0000c\td👍")).isEqualTo("a\uFFFDb\uFFFDc\td👍");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anyTextIsPartedIntoMessagesThatFitAndLosesNothingButBlanks(int seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            String words = random.ints(random.nextInt(1, 120), 0, BITS.length)
                    .mapToObj(i -> BITS[i])
                    .collect(Collectors.joining());
            int most = random.nextInt(17, 60);
            List<List<Line>> messages = Line.parted(
                    Line.of(List.of(new Block.Text(
                            TextStyle.BODY, List.of(new Piece.Words(words), moment(), new Piece.Words(words))))),
                    most);

            assertThat(messages)
                    .allSatisfy(message -> assertThat(Line.length(message)).isLessThanOrEqualTo(most));
            String shown = messages.stream().map(HtmlTest::plain).collect(Collectors.joining());
            assertThat(shown.replaceAll("\\s", ""))
                    .isEqualTo((words + PlainMoments.of(moment()) + words).replaceAll("\\s", ""));
        }
    }

    @Test
    void aCharacterOfTwoUnitsIsNotPartedInTheMiddle() {
        List<List<Line>> messages = Line.parted(Line.of(List.of(Block.Text.of(TextStyle.BODY, "👍".repeat(30)))), 17);

        assertThat(messages).allSatisfy(message -> assertThat(Html.of(message)).doesNotContain("\uFFFD"));
    }

    @Test
    void aTextOfBlanksAloneIsNoMessage() {
        assertThat(Line.parted(Line.of(List.of(Block.Text.of(TextStyle.BODY, " \n \n"))), 17))
                .isEmpty();
    }

    private static Piece.Moment moment() {
        return new Piece.Moment(Instant.EPOCH, MomentStyle.DATE_AND_TIME, ZoneOffset.UTC);
    }

    private static String plain(List<Line> lines) {
        var text = new ArrayList<String>();
        for (Line line : lines) {
            text.add(line.pieces().stream()
                    .map(piece -> switch (piece) {
                        case Piece.Words(String words) -> words;
                        case Piece.Moment moment -> PlainMoments.of(moment);
                    })
                    .collect(Collectors.joining()));
        }
        return String.join("\n", text);
    }
}
