package dev.limber.discord.outgoing;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.UserId;
import dev.limber.core.chat.adapter.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * One message of those that Discord needs for one of ours; mostly there is one.
 *
 * @param text as Markdown
 * @param buttons rows of at most {@link #MOST_IN_ROW}
 */
record Part(String text, List<Block.Picture> pictures, List<Block.Document> documents, List<List<Button>> buttons) {
    static final int MOST_TEXT = 4000;
    /** What {@link #namedFor} adds at most. */
    private static final int MOST_NAME = 40;

    static final int MOST_IN_ROW = 5;
    /** With a frame, a text and a picture, all rows full, this is the most that one message holds. */
    static final int MOST_ROWS = 6;

    private static final int MOST_PICTURES = 10;
    /** Of all kinds, those within others counted. */
    private static final int MOST_COMPONENTS = 40;

    Part {
        pictures = List.copyOf(pictures);
        documents = List.copyOf(documents);
        buttons = List.copyOf(buttons);
    }

    /** What a message is made of, at least one part; pictures belong to the first, documents and buttons to the last. */
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
        List<String> words = parted(Line.of(texts));
        List<List<Button>> rows = rows(message.buttons(), pictures.size() + documents.size());
        var parts = new ArrayList<Part>();
        for (int i = 0; i < words.size(); i++) {
            boolean last = i == words.size() - 1;
            parts.add(new Part(
                    words.get(i),
                    i == 0 ? pictures.subList(0, Math.min(MOST_PICTURES, pictures.size())) : List.of(),
                    last ? documents : List.of(),
                    last ? rows : List.of()));
        }
        return List.copyOf(parts);
    }

    /** Markup makes words longer, so that room is left for it where it does not fit. */
    private static List<String> parted(List<Line> lines) {
        int most = MOST_TEXT - MOST_NAME;
        List<String> written = written(lines, most);
        while (written.stream().anyMatch(text -> text.length() > MOST_TEXT - MOST_NAME)) {
            most -= most / 8;
            written = written(lines, most);
        }
        return written.isEmpty() ? List.of("") : written;
    }

    private static List<String> written(List<Line> lines, int most) {
        return Line.parted(lines, most).stream().map(Markdown::of).toList();
    }

    /** As the core has them where they fit, else one after the other. */
    private static List<List<Button>> rows(List<List<Button>> buttons, int others) {
        var rows = new ArrayList<List<Button>>();
        buttons.forEach(row -> rows.addAll(wrapped(row)));
        int count = rows.size() + buttons.stream().mapToInt(List::size).sum();
        // The frame, the text, and a gallery around the pictures.
        int frame = 3 + others;
        return count + frame <= MOST_COMPONENTS
                ? rows
                : wrapped(buttons.stream().flatMap(List::stream).toList());
    }

    private static List<List<Button>> wrapped(List<Button> row) {
        var rows = new ArrayList<List<Button>>();
        for (int from = 0; from < row.size(); from += MOST_IN_ROW) {
            rows.add(row.subList(from, Math.min(from + MOST_IN_ROW, row.size())));
        }
        return rows;
    }

    /** Where several people stretch side by side it says whose it is; nobody is called by that. */
    Part namedFor(UserId owner) {
        return new Part("-# <@" + owner.id() + ">\n" + text, pictures, documents, buttons);
    }

    Part withoutFiles() {
        return new Part(text, List.of(), List.of(), buttons);
    }

    /** Whether it is more than a line that somebody says. */
    boolean isFramed() {
        return !pictures.isEmpty() || !buttons.isEmpty() || text.startsWith("### ") || text.contains("\n### ");
    }
}
