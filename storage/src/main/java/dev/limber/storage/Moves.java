package dev.limber.storage;

import dev.limber.core.chat.Address;
import dev.limber.core.session.Subject;
import dev.limber.storage.WriteJob.Outcome;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A chat gets a new address: what is owed and due there, and the subjects that are named after it. */
final class Moves {
    private static final String WHERE =
            " SET platform = ?, bot = ?, chat = ? WHERE platform = ? AND bot = ? AND chat = ?";
    private static final String MOVE_OWED = "UPDATE outbox" + WHERE;
    private static final String MOVE_WAKE_UPS = "UPDATE wake_up" + WHERE;
    private static final String MOVE_NUDGES = "UPDATE nudge" + WHERE;

    /** The chat itself, and its threads, whose keys go on after a slash; {@code 0} is the sign after it. */
    private static final String SUBJECTS_OF_CHAT =
            "SELECT subject_key FROM subject WHERE subject_key = ? OR (subject_key > ? AND subject_key < ?)";

    private static final String REMOVE_SUBJECT = "DELETE FROM subject WHERE subject_key = ? RETURNING version";
    private static final String RENAME_SUBJECT = """
            UPDATE subject SET subject_key = ?, version = CASE WHEN version > ? THEN version ELSE ? END + 1
            WHERE subject_key = ?""";
    private static final String RENAME_OWED = "UPDATE outbox SET subject_key = ? WHERE subject_key = ?";

    private Moves() {}

    static Outcome<Boolean> move(Session session, Address from, Address to) throws SQLException {
        if (inChatOf(to, from.thread()).equals(from)) {
            return Outcome.kept(false);
        }
        // Subjects first: a turn of theirs that is being stored ends before, and what it owes moves too.
        String chat = new Subject.Group(inChatOf(from, Optional.empty())).key();
        List<String> subjects = session.list(
                session.dialect().locking(SUBJECTS_OF_CHAT), row -> row.text(1), chat, chat + "/", chat + "0");
        for (String key : subjects) {
            if (Subject.of(key) instanceof Subject.Group(Address old)) {
                rename(session, key, new Subject.Group(inChatOf(to, old.thread())).key());
            }
        }
        Object[] addresses = {
            to.platform().id(), to.bot(), to.chat(), from.platform().id(), from.bot(), from.chat()
        };
        session.update(MOVE_OWED, addresses);
        session.update(MOVE_WAKE_UPS, addresses);
        session.update(MOVE_NUDGES, addresses);
        return Outcome.kept(true);
    }

    /**
     * Where the new name is taken already, the one that moved has the longer past and stays. Its version goes past both,
     * so that no turn in flight on either side takes it for what it read.
     */
    private static void rename(Session session, String old, String renamed) throws SQLException {
        long taken =
                session.first(REMOVE_SUBJECT, row -> row.number(1), renamed).orElse(0L);
        session.update(RENAME_SUBJECT, renamed, taken, taken, old);
        session.update(RENAME_OWED, renamed, old);
    }

    private static Address inChatOf(Address chat, Optional<String> thread) {
        return new Address(chat.platform(), chat.bot(), chat.chat(), thread);
    }
}
