package dev.limber.core.exercise;

/**
 * Where in a file something stands.
 *
 * @param file relative to the pack, with {@code /} between folders
 * @param line counted from 1; 0 where the file as a whole is meant
 * @param path where in the document, such as {@code variants[1].dose.holdSeconds}; empty at its top
 */
public record Place(String file, int line, String path) {
    /** A file as a whole. */
    public static Place ofFile(String file) {
        return new Place(file, 0, "");
    }

    /** What stands under {@code key} here. */
    public Place key(String key, int atLine) {
        return new Place(file, atLine, path.isEmpty() ? key : path + "." + key);
    }

    /** The item number {@code index} of the list that stands here, counted from 0. */
    public Place item(int index, int atLine) {
        return new Place(file, atLine, path + "[" + index + "]");
    }
}
