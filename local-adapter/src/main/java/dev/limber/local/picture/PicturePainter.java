package dev.limber.local.picture;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.PictureSource;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes of a picture what a terminal is written to show it. */
public final class PicturePainter {
    private static final Logger LOG = LoggerFactory.getLogger(PicturePainter.class);

    private static final int MOST_COLUMNS = 40;

    /** How large a cell is taken to be, in pixels; what is sent as sixels is not scaled by the terminal. */
    private static final int CELL_WIDTH = 8;

    private static final int CELL_HEIGHT = 16;

    private final PictureSource source;

    public PicturePainter(PictureSource source) {
        this.source = source;
    }

    /**
     * What shows the picture at the cursor, in up to 40 columns and half of the rows; the cursor is left in the last row
     * that it covers.
     *
     * @param how the terminal says it can show pictures
     * @param columns of the terminal
     * @param rows of the terminal
     * @return empty where it cannot be shown; the log says why, unless the terminal does not show any
     */
    public Optional<String> paint(Block.Picture picture, Graphics how, int columns, int rows) {
        if (how == Graphics.NONE) {
            return Optional.empty();
        }
        Optional<byte[]> file = source.find(picture);
        if (file.isEmpty()) {
            LOG.warn("there is no picture {} with the content {}", picture.path(), picture.contentHash());
            return Optional.empty();
        }
        try {
            return Optional.of(paint(Still.read(file.get()), how, columns, rows));
        } catch (IOException | LinkageError unusable) {
            // Some Java machines come without the libraries that pictures are read with.
            LOG.warn("the picture {} cannot be shown: {}", picture.path(), unusable.toString());
            return Optional.empty();
        }
    }

    private static String paint(Still still, Graphics how, int columns, int rows) throws IOException {
        int width = Math.clamp(columns - 1, 1, MOST_COLUMNS) * CELL_WIDTH;
        int height = Math.max(1, rows / 2) * CELL_HEIGHT;
        Still fitting = still.within(width, height);
        return switch (how) {
            case NONE -> "";
            case SIXEL -> Sixel.of(fitting);
            // It is scaled by the terminal, which knows its cells: twice as fine is sharp enough on fine screens.
            case KITTY ->
                Kitty.of(still.within(2 * width, 2 * height).png(), Math.ceilDiv(fitting.width(), CELL_WIDTH));
        };
    }
}
