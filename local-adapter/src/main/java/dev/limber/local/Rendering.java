package dev.limber.local;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Piece;
import dev.limber.core.chat.TextStyle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns messages into what a screen can show. */
final class Rendering {
    private static final String PICTURE = "\u25a3 ";
    private static final String FILE = "\u2192 ";

    private final Documents documents;
    private final Moments moments;

    Rendering(Documents documents, Moments moments) {
        this.documents = documents;
        this.moments = moments;
    }

    /** @throws IOException where a document of the message cannot be written */
    Shown render(OutgoingMessage message) throws IOException {
        List<Shown.Part> parts = new ArrayList<>();
        for (Block block : message.blocks()) {
            render(block).forEach(parts::add);
        }
        return new Shown(parts, number(message.buttons()));
    }

    private Stream<? extends Shown.Part> render(Block block) throws IOException {
        return switch (block) {
            case Block.Text text -> Clean.lines(words(text)).stream().map(line -> new Shown.Line(text.style(), line));
            case Block.Picture picture ->
                Stream.of(new Shown.Picture(picture, PICTURE + Clean.line(picture.alternative())));
            case Block.Hold _ -> Stream.empty();
            case Block.Document document ->
                Stream.of(new Shown.Line(
                        TextStyle.BODY,
                        FILE + Clean.line(documents.write(document).toString())));
        };
    }

    private String words(Block.Text text) {
        return text.pieces().stream()
                .map(piece -> switch (piece) {
                    case Piece.Words words -> words.text();
                    case Piece.Moment moment -> moments.show(moment);
                })
                .collect(Collectors.joining());
    }

    private static List<List<Shown.Choice>> number(List<List<Button>> rows) {
        List<List<Shown.Choice>> numbered = new ArrayList<>();
        int number = 1;
        for (List<Button> row : rows) {
            List<Shown.Choice> choices = new ArrayList<>();
            for (Button button : row) {
                choices.add(new Shown.Choice(number++, Clean.line(button.label()), button.style()));
            }
            numbered.add(choices);
        }
        return numbered;
    }
}
