package dev.limber.storage;

import dev.limber.storage.WriteJob.Outcome;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that is deleted for good: subjects, and the memory of events. */
final class Erasure {
    /** So few that turns which share a transaction with them do not notice. */
    private static final int SUBJECTS_AT_ONCE = 50;

    private static final int EVENTS_AT_ONCE = 4000;

    /** Plan, history and wake-ups go with it. */
    private static final String ERASE_SUBJECT = "DELETE FROM subject WHERE subject_key = ?";

    private static final String ERASE_SUBJECT_AT_VERSION = ERASE_SUBJECT + " AND version = ?";
    private static final String ERASE_OWED = "DELETE FROM outbox WHERE subject_key = ?";
    private static final String EXISTS = "SELECT 1 FROM subject WHERE subject_key = ?";
    private static final String UNUSED =
            "SELECT subject_key FROM subject WHERE last_day <= ? AND last_turn < ? ORDER BY last_day LIMIT ?";
    private static final String END_OF_EVENTS =
            "SELECT event FROM seen WHERE event > ? ORDER BY event LIMIT 1 OFFSET " + (EVENTS_AT_ONCE - 1);
    private static final String DROP_EVENTS = "DELETE FROM seen WHERE event > ? AND event <= ? AND seen_at < ?";
    private static final String DROP_LAST_EVENTS = "DELETE FROM seen WHERE event > ? AND seen_at < ?";

    private Erasure() {}

    /** @return whether the subject had the expected version (0: was not there), and so was erased */
    static boolean forget(Session session, String subject, long expectedVersion) throws SQLException {
        // Before the subject: what is being settled meanwhile has ended then, and its wake-up goes with the subject.
        session.update(ERASE_OWED, subject);
        boolean current = expectedVersion == 0
                ? session.first(EXISTS, row -> true, subject).isEmpty()
                : session.update(ERASE_SUBJECT_AT_VERSION, subject, expectedVersion) == 1;
        if (current) {
            session.noteErased();
            session.awaitWiping();
        }
        return current;
    }

    /** Erases some of the subjects whose last turn was before the moment: how many, 0 when all are gone. */
    static Outcome<Integer> forgetSomeUnusedSince(Session session, Instant moment) throws SQLException {
        List<String> unused = session.list(
                session.dialect().locking(UNUSED),
                row -> row.text(1),
                Millis.day(moment),
                Millis.of(moment),
                SUBJECTS_AT_ONCE);
        for (String subject : unused) {
            session.update(ERASE_OWED, subject);
            session.update(ERASE_SUBJECT, subject);
            session.noteErased();
        }
        return Outcome.kept(unused.size());
    }

    /** Completes once no trace is left of what was erased before. */
    static Outcome<Boolean> awaitWiping(Session session) throws SQLException {
        session.awaitWiping();
        return Outcome.kept(true);
    }

    /**
     * Drops those of the next few thousand events that were seen before the moment.
     *
     * @param after where to go on
     * @return where to go on from there; empty at the end
     */
    static Outcome<Optional<byte[]>> dropSomeSeenBefore(Session session, Instant moment, byte[] after)
            throws SQLException {
        Optional<byte[]> end = session.first(END_OF_EVENTS, row -> row.bytes(1), after);
        if (end.isPresent()) {
            session.update(DROP_EVENTS, after, end.get(), Millis.of(moment));
        } else {
            session.update(DROP_LAST_EVENTS, after, Millis.of(moment));
        }
        return Outcome.kept(end);
    }
}
