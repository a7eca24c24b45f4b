package dev.limber.illustrator.pose;

/**
 * Where in a pose file something stands.
 *
 * @param file relative to the pack, with {@code /} between folders
 * @param line counted from 1; 0 where the file as a whole is meant
 * @param path where in the document, such as {@code poses.end.arms.left}; empty at its top
 */
public record Place(String file, int line, String path) {
    Place key(String key, int atLine) {
        return new Place(file, atLine, path.isEmpty() ? key : path + "." + key);
    }

    Place item(int index, int atLine) {
        return new Place(file, atLine, path + "[" + index + "]");
    }
}
