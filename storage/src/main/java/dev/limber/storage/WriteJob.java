package dev.limber.storage;

import java.sql.SQLException;

/** One caller's share of a transaction. It stands or falls alone, unless the medium fails. */
interface WriteJob<T> {
    Outcome<T> run(Session session) throws SQLException;

    /**
     * What came of it.
     *
     * @param keep whether what was written is kept, or undone
     */
    record Outcome<T>(T value, boolean keep) {
        static <T> Outcome<T> kept(T value) {
            return new Outcome<>(value, true);
        }

        static <T> Outcome<T> undone(T value) {
            return new Outcome<>(value, false);
        }
    }
}
