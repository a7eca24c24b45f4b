package dev.limber.storage;

import dev.limber.core.runtime.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns what SQLite reports into one sentence that says what to do. */
final class Faults {
    private final Path file;

    Faults(Path file) {
        this.file = file;
    }

    /** @param failure from SQLite, possibly wrapped */
    StoreException of(Exception failure) {
        return new StoreException(code(failure).map(this::sentence).orElseGet(() -> unknown(failure)), failure);
    }

    /** @param to what was being written from the file */
    StoreException ofCopying(SQLException failure, Path to) {
        boolean noRoom = code(failure)
                .map(code -> primary(code) == SQLiteErrorCode.SQLITE_FULL)
                .orElse(false);
        return noRoom
                ? new StoreException("There is no room for " + to + ": make some, or name a file elsewhere.", failure)
                : of(failure);
    }

    StoreException closed() {
        return new StoreException("The database " + file + " is closed: Limber is shutting down.", null);
    }

    /** Whether only the statement at hand is wrong, so that others in the same transaction may go on. */
    static boolean concernsOneStatement(SQLException failure) {
        return code(failure)
                .map(code -> switch (primary(code)) {
                    case SQLITE_CONSTRAINT, SQLITE_TOOBIG, SQLITE_MISMATCH, SQLITE_RANGE -> true;
                    default -> false;
                })
                .orElse(false);
    }

    static boolean fromSqlite(Exception failure) {
        return code(failure).isPresent();
    }

    private String sentence(SQLiteErrorCode code) {
        return switch (primary(code)) {
            case SQLITE_FULL ->
                "The disk that holds " + file + " is full: make room there; nothing was changed, and "
                        + "Limber goes on as soon as there is room.";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> notWritable(file, code.name());
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT ->
                file + " is damaged, or no database of Limber's: stop "
                        + "Limber and restore the file from a backup, or move it away to start afresh; it was left as it is.";
            case SQLITE_BUSY, SQLITE_LOCKED ->
                "Another program keeps " + file + " locked: close that program, then try "
                        + "again; nothing was changed.";
            case SQLITE_IOERR ->
                "Reading or writing " + file + " failed (" + code.name() + "): check that its disk is "
                        + "healthy and has room; nothing was changed.";
            default ->
                "The database " + file + " refused to work (" + code.name() + "), and nothing was changed: this "
                        + "is a fault in Limber, please report it with the log.";
        };
    }

    private String unknown(Exception failure) {
        return "The database " + file + " failed unexpectedly ("
                + failure.getClass().getSimpleName() + "), and nothing "
                + "was changed: please report it with the log.";
    }

    /** What to do about a file that cannot be written. */
    static String notWritable(Path path, String reason) {
        return path + " cannot be written (" + reason + "): let the user that runs Limber write this file and its "
                + "folder, or set LIMBER_HOME to a folder that can be written.";
    }

    private static Optional<SQLiteErrorCode> code(Exception failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLiteException sqlite) {
                return Optional.of(sqlite.getResultCode());
            }
        }
        return Optional.empty();
    }

    /** SQLite keeps the kind of an error in the lowest byte of the code, and its details above. */
    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }
}
