package dev.limber.storage;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.DueNudge;
import dev.limber.core.runtime.NudgeChange;
import dev.limber.core.runtime.NudgeKey;
import dev.limber.core.runtime.NudgeNote;
import dev.limber.core.session.Fate;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Nudges that are due, and what is noted of those that were. */
final class Nudges {
    private static final String TAKE_OFF = "DELETE FROM nudge WHERE subject_key = ? AND nudge = ? AND due = ?";
    private static final String DROP_PENDING = "DELETE FROM nudge WHERE subject_key = ? AND due > ?";
    private static final String MOVE_ON = """
            UPDATE nudge SET due = ?, platform = ?, bot = ?, chat = ?, thread = ?, private = ?, language = ?
            WHERE subject_key = ? AND nudge = ? AND due = ?""";

    /** What is due already stays so: it is about to ring. */
    private static final String PLAN = """
            INSERT INTO nudge (subject_key, nudge, due, platform, bot, chat, thread, private, language)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (subject_key, nudge) DO UPDATE SET
                due = CASE WHEN nudge.due > ? THEN excluded.due ELSE nudge.due END,
                platform = excluded.platform, bot = excluded.bot, chat = excluded.chat, thread = excluded.thread,
                private = excluded.private, language = excluded.language""";

    private static final String NOTE = """
            INSERT INTO nudge_note (subject_key, nudge, occurrence, noted_at, entry, fate) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (subject_key, nudge, occurrence) DO UPDATE SET noted_at = excluded.noted_at,
                entry = excluded.entry, fate = excluded.fate""";
    private static final String DROP_OLD_NOTES = """
            DELETE FROM nudge_note WHERE subject_key = ? AND (noted_at, occurrence, nudge) < (
                SELECT noted_at, occurrence, nudge FROM nudge_note WHERE subject_key = ?
                ORDER BY noted_at DESC, occurrence DESC, nudge DESC LIMIT 1 OFFSET ?)""";
    /** Of 2^64; its multiples lie as evenly as any. */
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private static final String NOTE_FATE =
            "UPDATE nudge_note SET fate = ? WHERE subject_key = ? AND nudge = ? AND occurrence = ?";
    private static final String TOLD_BY = "SELECT subject_key, nudge, occurrence FROM outbox WHERE id = ?";
    private static final String NOTE_FATE_BY =
            "UPDATE nudge_note SET fate = ? WHERE (subject_key, nudge, occurrence) = ";
    private static final String WITHDRAW = """
            DELETE FROM outbox WHERE subject_key = ? AND lane = ? AND claimed_fence IS NULL AND NOT forgotten
            RETURNING nudge, occurrence""";
    private static final String PENDING =
            "SELECT subject_key, nudge, due, platform, bot, chat, thread, private, language FROM nudge";
    private static final String PENDING_BEFORE = PENDING + " WHERE platform = ? AND due < ? ORDER BY due LIMIT ?";
    private static final String PENDING_OF = PENDING + " WHERE subject_key = ? ORDER BY due, nudge";
    private static final String NOTES = """
            SELECT nudge, occurrence, noted_at, entry, fate FROM nudge_note WHERE subject_key = ?
            ORDER BY noted_at DESC, occurrence DESC, nudge DESC LIMIT ?""";

    private Nudges() {}

    /**
     * Takes off the occurrence that a turn handles; where the same nudge comes again, its next occurrence takes the place.
     *
     * @return whether it was pending until now
     */
    static boolean takeOff(Session session, String subject, NudgeKey rung, NudgeChange change) throws SQLException {
        Optional<DueNudge> next = change.pending().stream()
                .flatMap(List::stream)
                .filter(due -> due.key().nudge().equals(rung.nudge()))
                .findFirst();
        if (next.isEmpty()) {
            return session.updateNoting(TAKE_OFF, subject, rung.nudge(), Millis.of(rung.occurrence())) == 1;
        }
        Address address = next.get().address();
        return session.updateNoting(
                        MOVE_ON,
                        Millis.of(next.get().key().occurrence()),
                        address.platform().id(),
                        address.bot(),
                        address.chat(),
                        address.thread().orElse(null),
                        next.get().circumstances().privateChat(),
                        Queries.language(next.get().circumstances()),
                        subject,
                        rung.nudge(),
                        Millis.of(rung.occurrence()))
                == 1;
    }

    /**
     * All but taking off what the turn handles, which is done before; before the turn's own messages are owed.
     *
     * @param at when the turn was taken
     */
    static void change(Session session, String subject, NudgeChange change, Instant at) throws SQLException {
        // What is owed first, as settlements do, so that the two do not wait for each other.
        List<Optional<NudgeKey>> withdrawn =
                change.withdraw() ? session.change(WITHDRAW, Nudges::findKey, subject, Lane.NUDGE.name()) : List.of();
        if (change.pending().isPresent()) {
            replacePending(session, subject, change, at);
        }
        for (NudgeNote note : change.notes()) {
            note(session, subject, note);
        }
        if (change.notes().stream().anyMatch(note -> sweeps(subject, note))) {
            session.update(DROP_OLD_NOTES, subject, subject, NudgeChange.NOTES_KEPT - 1);
        }
        for (Optional<NudgeKey> key : withdrawn) {
            if (key.isPresent()) {
                noteFate(session, subject, key.get(), Fate.WITHDRAWN);
            }
        }
    }

    private static void noteFate(Session session, String subject, NudgeKey key, Fate fate) throws SQLException {
        session.update(NOTE_FATE, fate.name(), subject, key.nudge(), Millis.of(key.occurrence()));
    }

    /** Notes what became of the nudge that a message tells of, if it tells of one. */
    static void noteFate(Session session, DeliveryId message, Fate fate) throws SQLException {
        // What is owed is locked first, as in all transactions.
        session.update(NOTE_FATE_BY + "(" + session.dialect().locking(TOLD_BY) + ")", fate.name(), message.value());
    }

    static List<DueNudge> before(Session session, Platform platform, Instant before, int limit) throws SQLException {
        return session.list(PENDING_BEFORE, Nudges::due, platform.id(), Millis.of(before), limit);
    }

    static List<DueNudge> of(Session session, Subject subject) throws SQLException {
        return session.list(PENDING_OF, Nudges::due, subject.key());
    }

    static List<NudgeNote> notes(Session session, Subject subject, int limit) throws SQLException {
        return session.list(NOTES, Nudges::note, subject.key(), limit);
    }

    /** The occurrence that a row of the outbox tells of. */
    static Optional<NudgeKey> findKey(Columns row) throws SQLException {
        Instant occurrence = row.moment("occurrence");
        return row.findText("nudge").map(nudge -> new NudgeKey(nudge, occurrence));
    }

    private static void replacePending(Session session, String subject, NudgeChange change, Instant at)
            throws SQLException {
        List<DueNudge> pending = change.pending().orElseThrow();
        var stay = new ArrayList<@Nullable Object>(List.of(subject, Millis.of(at)));
        pending.forEach(due -> stay.add(due.key().nudge()));
        String places = String.join(", ", Collections.nCopies(pending.size(), "?"));
        String but = pending.isEmpty() ? "" : " AND nudge NOT IN (" + places + ")";
        session.update(DROP_PENDING + but, stay.toArray());
        Optional<String> rung = change.rung().map(NudgeKey::nudge);
        for (DueNudge due : pending) {
            if (!rung.equals(Optional.of(due.key().nudge()))) {
                plan(session, subject, due, at);
            }
        }
    }

    /**
     * For one in eight: sweeping each time costs more than a few notes too many. Spread evenly over a person's schedule,
     * whatever it is, and over people whose nudges come at one time.
     */
    private static boolean sweeps(String subject, NudgeNote note) {
        long mixed = (Millis.of(note.key().occurrence()) + subject.hashCode()) * GOLDEN_RATIO;
        return mixed >>> 61 == 0;
    }

    private static void plan(Session session, String subject, DueNudge due, Instant at) throws SQLException {
        Address address = due.address();
        session.update(
                PLAN,
                subject,
                due.key().nudge(),
                Millis.of(due.key().occurrence()),
                address.platform().id(),
                address.bot(),
                address.chat(),
                address.thread().orElse(null),
                due.circumstances().privateChat(),
                Queries.language(due.circumstances()),
                Millis.of(at));
    }

    private static void note(Session session, String subject, NudgeNote note) throws SQLException {
        session.update(
                NOTE,
                subject,
                note.key().nudge(),
                Millis.of(note.key().occurrence()),
                Millis.of(note.notedAt()),
                note.entry(),
                note.fate().map(Fate::name).orElse(null));
    }

    private static DueNudge due(Columns row) throws SQLException {
        return new DueNudge(
                Subject.of(row.text("subject_key")),
                new NudgeKey(row.text("nudge"), row.moment("due")),
                Queries.address(row),
                Queries.circumstances(row));
    }

    private static NudgeNote note(Columns row) throws SQLException {
        return new NudgeNote(
                new NudgeKey(row.text("nudge"), row.moment("occurrence")),
                row.moment("noted_at"),
                row.text("entry"),
                row.findText("fate").flatMap(Fate::find));
    }
}
