package dev.limber.illustrator.pose;

/**
 * Something wrong in a pose file.
 *
 * @param hint what would be right; may be empty
 */
public record Fault(Place place, String problem, String hint) {
    /** Of a file as a whole. */
    public static Fault ofFile(String file, String problem, String hint) {
        return new Fault(new Place(file, 0, ""), problem, hint);
    }

    /** {@code file:line: path: problem (hint)}, as all faults of content are told. */
    @Override
    public String toString() {
        String at = place.line() > 0 ? place.file() + ":" + place.line() : place.file();
        String where = place.path().isEmpty() ? "" : place.path() + ": ";
        String how = hint.isEmpty() ? "" : " (" + hint + ")";
        return at + ": " + where + problem + how;
    }
}
