package dev.limber.content;

import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Piece;
import dev.limber.core.chat.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Messages in plain text. */
final class Rendered {
    private Rendered() {}

    /** A message as it reads: titles in asterisks, what only one person sees behind a lock, buttons in brackets. */
    static String of(OutgoingMessage message) {
        var lines = new ArrayList<String>();
        String privately = message.audience() instanceof Audience.OnlyPerson ? "(private) " : "";
        for (Block block : message.blocks()) {
            switch (block) {
                case Block.Text(TextStyle style, List<Piece> pieces) -> {
                    String words = pieces.stream().map(Rendered::shown).collect(Collectors.joining());
                    lines.add(style == TextStyle.TITLE ? "*" + words + "*" : words);
                }
                case Block.Picture picture -> lines.add("<" + picture.alternative() + ">");
                case Block.Hold _ -> {}
                case Block.Document document -> lines.add("<" + document.name() + ">");
            }
        }
        for (List<Button> row : message.buttons()) {
            lines.add(row.stream().map(button -> "[" + button.label() + "]").collect(Collectors.joining(" ")));
        }
        message.invitation()
                .ifPresent(instead -> lines.add("(instead, for all) " + instead.words() + " [" + instead.label()
                        + " -> /start " + instead.start() + "]"));
        // The content's version changes with every word of it.
        message.announcement().ifPresent(announcement -> lines.addFirst("(announced) " + announcement));
        return privately + String.join("\n", lines).replaceAll("\\b[0-9a-f]{8}\\b", "········");
    }

    private static String shown(Piece piece) {
        return switch (piece) {
            case Piece.Words(String text) -> text;
            case Piece.Moment moment -> moment.instant().toString();
        };
    }
}
