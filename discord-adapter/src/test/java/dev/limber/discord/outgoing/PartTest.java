package dev.limber.discord.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.TextStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartTest {
    @Test
    void aLongTextIsPartedAndTheButtonsComeLast() {
        List<Part> parts = Part.of(message("word ".repeat(2_000), List.of(row(2))));

        assertThat(parts).hasSize(3).allMatch(part -> part.text().length() <= Part.MOST_TEXT);
        assertThat(parts).extracting(part -> part.buttons().size()).containsExactly(0, 0, 1);
    }

    @Test
    void markupThatMakesATextLongerIsCounted() {
        List<Part> parts = Part.of(message("*_".repeat(2_000), List.of()));

        assertThat(parts).allMatch(part -> part.text().length() <= Part.MOST_TEXT);
        assertThat(String.join("", parts.stream().map(Part::text).toList()).replace("\\", ""))
                .isEqualTo("*_".repeat(2_000));
    }

    @Test
    void rowsThatAreTooLongAreWrapped() {
        assertThat(Part.of(message("Which?", List.of(row(12)))).getFirst().buttons())
                .extracting(List::size)
                .containsExactly(5, 5, 2);
    }

    @Test
    void manyShortRowsAreDrawnTogetherWhereTheyWouldBeTooMany() {
        List<List<Button>> rows = IntStream.range(0, 25).mapToObj(i -> row(1)).toList();

        assertThat(Part.of(message("Which?", rows)).getFirst().buttons())
                .extracting(List::size)
                .containsExactly(5, 5, 5, 5, 5);
    }

    @Test
    void blanksAloneAreStillAMessage() {
        assertThat(Part.of(message(" \n ", List.of()))).hasSize(1);
    }

    private static List<Button> row(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> new Button("B" + i, "d" + i, ButtonStyle.NORMAL))
                .toList();
    }

    private static OutgoingMessage message(String words, List<List<Button>> rows) {
        return OutgoingMessage.of(
                new Audience.Everyone(), List.of(Block.Text.of(TextStyle.BODY, words)), rows, Optional.empty());
    }
}
