package dev.limber.illustrator;

import dev.limber.illustrator.pose.Side;
import java.util.Optional;

/**
 * One line of the index: a figure in a pose, on one side.
 *
 * @param pose the file's id
 * @param figure whose it is, such as {@code kim}
 * @param side empty where both sides do the same
 * @param gif that moves
 * @param png that stands still and tells the same
 */
public record Picture(String pose, String figure, Optional<Side> side, Drawn gif, Drawn png, int width, int height) {
    /**
     * A file.
     *
     * @param path relative to the folder that holds {@code pictures}, with {@code /} between folders
     * @param sha256 of its content, in hex
     */
    public record Drawn(String path, String sha256, long bytes) {}

    /** The path of its files without their ending. */
    static String path(String pose, String figure, Optional<Side> side) {
        return "pictures/" + figure + "/" + pose
                + side.map(one -> "-" + one.word()).orElse("");
    }
}
