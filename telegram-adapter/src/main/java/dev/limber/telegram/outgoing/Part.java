package dev.limber.telegram.outgoing;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.chat.adapter.Line;
import java.util.ArrayList;
import java.util.List;

/** One message of those that Telegram needs for one of ours. */
sealed interface Part {
    int MOST_TEXT = 4096;
    int MOST_CAPTION = 1024;

    List<Line> lines();

    record Text(List<Line> lines) implements Part {}

    /** @param lines its caption */
    record Picture(Block.Picture picture, List<Line> lines) implements Part {}

    /** @param lines its caption */
    record File(Block.Document document, List<Line> lines) implements Part {}

    /**
     * What a message is made of, at least one part; buttons belong to the last.
     *
     * <p>Telegram has no alternative texts, so that the caption carries it. A text that is too long for a caption follows
     * its picture, and comes before its document.
     */
    static List<Part> of(OutgoingMessage message) {
        var texts = new ArrayList<Block.Text>();
        var pictures = new ArrayList<Block.Picture>();
        var documents = new ArrayList<Block.Document>();
        for (Block block : message.blocks()) {
            switch (block) {
                case Block.Text text -> texts.add(text);
                case Block.Picture picture -> pictures.add(picture);
                case Block.Document document -> documents.add(document);
                case Block.Hold _ -> {}
            }
        }
        List<Line> lines = Line.of(texts);
        var parts = new ArrayList<Part>();
        for (Block.Picture picture : pictures) {
            List<Line> alternative = alternative(picture);
            var caption = new ArrayList<>(lines);
            caption.addAll(alternative);
            boolean last = picture.equals(pictures.getLast()) && documents.isEmpty();
            if (last && Line.length(caption) <= MOST_CAPTION) {
                parts.add(new Picture(picture, caption));
                lines = List.of();
            } else {
                parts.add(new Picture(
                        picture,
                        Line.parted(alternative, MOST_CAPTION).stream()
                                .findFirst()
                                .orElse(List.of())));
            }
        }
        boolean inCaption = documents.size() == 1 && Line.length(lines) <= MOST_CAPTION;
        if (!inCaption) {
            Line.parted(lines, MOST_TEXT).forEach(chunk -> parts.add(new Text(chunk)));
        }
        for (Block.Document document : documents) {
            parts.add(new File(document, inCaption ? lines : List.of()));
        }
        if (parts.isEmpty()) {
            // A message of blanks, which Telegram refuses and says so.
            parts.add(new Text(lines));
        }
        return List.copyOf(parts);
    }

    private static List<Line> alternative(Block.Picture picture) {
        return picture.alternative().isBlank()
                ? List.of()
                : Line.of(List.of(Block.Text.of(TextStyle.QUIET, picture.alternative())));
    }
}
