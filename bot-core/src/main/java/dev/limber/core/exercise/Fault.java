package dev.limber.core.exercise;

/**
 * Something wrong in a file that an author wrote.
 *
 * @param file relative to the pack, with {@code /} between folders
 * @param line counted from 1; 0 where the file as a whole is meant
 * @param path where in the document, such as {@code variants[1].dose.holdSeconds}; empty at its top
 * @param hint what would be right
 */
public record Fault(Severity severity, String file, int line, String path, String problem, String hint) {
    /** Whether the pack can be served all the same. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** {@code file:line: path: problem (hint)}, the form that editors make clickable. */
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line : file;
        String where = path.isEmpty() ? "" : path + ": ";
        String how = hint.isEmpty() ? "" : " (" + hint + ")";
        return place + ": " + (severity == Severity.WARNING ? "warning: " : "") + where + problem + how;
    }
}
