package dev.limber.testkit;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Piece;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A message as a person sees it.
 *
 * @param text all that can be read in it but its buttons, lines separated by line feeds
 * @param buttons what they say, from left to right and from top to bottom
 */
public record Shown(String text, List<String> buttons) {
    public Shown {
        buttons = List.copyOf(buttons);
    }

    /** As a platform without any formatting would show it. */
    public static Shown plain(OutgoingMessage message) {
        return new Shown(
                message.blocks().stream()
                        .filter(block -> !(block instanceof Block.Hold))
                        .map(Shown::text)
                        .collect(Collectors.joining("\n")),
                message.buttons().stream()
                        .flatMap(List::stream)
                        .map(Button::label)
                        .toList());
    }

    private static String text(Block block) {
        return switch (block) {
            case Block.Text(var _, List<Piece> pieces) ->
                pieces.stream().map(Shown::text).collect(Collectors.joining());
            case Block.Picture picture -> "[" + picture.alternative() + "]";
            case Block.Hold _ -> "";
            case Block.Document document -> "[" + document.name() + "]";
        };
    }

    private static String text(Piece piece) {
        return switch (piece) {
            case Piece.Words(String words) -> words;
            case Piece.Moment moment ->
                moment.instant().atZone(moment.zone()).toLocalDateTime().toString();
        };
    }
}
