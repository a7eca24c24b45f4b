package dev.limber.storage;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.ReplyHandle;
import dev.limber.core.runtime.CommitResult;
import dev.limber.core.runtime.HistoryEntry;
import dev.limber.core.runtime.NudgeKey;
import dev.limber.core.runtime.Settlement;
import dev.limber.core.runtime.TurnRecord;
import dev.limber.core.runtime.WakeUp;
import dev.limber.core.session.CueAfter;
import dev.limber.storage.WriteJob.Outcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a turn and a settlement write. */
final class Turns {
    private static final String REMEMBER_EVENT =
            "INSERT INTO seen (event, seen_at) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String ADD_SUBJECT = """
            INSERT INTO subject (subject_key, version, state, last_turn, last_day) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";
    private static final String CHANGE_SUBJECT = """
            UPDATE subject SET version = version + 1, state = ?, last_turn = ?
            WHERE subject_key = ? AND version = ? AND last_day = ?""";
    private static final String CHANGE_SUBJECT_ON_NEW_DAY = """
            UPDATE subject SET version = version + 1, state = ?, last_turn = ?, last_day = ?
            WHERE subject_key = ? AND version = ?""";
    private static final String REPLACE_PLAN = """
            INSERT INTO plan (subject_key, plan) VALUES (?, ?)
            ON CONFLICT (subject_key) DO UPDATE SET plan = excluded.plan""";
    private static final String REMOVE_PLAN = "DELETE FROM plan WHERE subject_key = ?";
    private static final String WRITE_HISTORY = """
            INSERT INTO history (subject_key, entry_id, happened_at, entry) VALUES (?, ?, ?, ?)
            ON CONFLICT (subject_key, entry_id) DO UPDATE SET happened_at = excluded.happened_at, entry = excluded.entry""";
    private static final String TAKE_OFF_WAKE_UP = "DELETE FROM wake_up WHERE subject_key = ? AND after_id = ?";
    private static final String DROP_WAKE_UPS = "DELETE FROM wake_up WHERE subject_key = ?";
    private static final String DROP_WHAT_FOLLOWS =
            "UPDATE outbox SET then_after = NULL, then_cue = NULL WHERE subject_key = ?";
    private static final String SCHEDULE = """
            INSERT INTO wake_up (subject_key, cue, after_id, platform, bot, chat, thread, private, language, due)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (subject_key, cue) DO UPDATE SET after_id = excluded.after_id,
                platform = excluded.platform, bot = excluded.bot, chat = excluded.chat, thread = excluded.thread,
                private = excluded.private, language = excluded.language, due = excluded.due""";
    private static final String OWE = """
            INSERT INTO outbox (subject_key, forgotten, platform, bot, chat, thread,
                reply_token, reply_expires, lane, message, private, language, then_after, then_cue,
                instance, nudge, occurrence, not_after)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""";
    private static final String SETTLE = "DELETE FROM outbox WHERE id = ? RETURNING forgotten";
    private static final String SETTLE_AND_FOLLOW = SETTLE + ", subject_key, then_cue IS NOT NULL AS followed";

    private Turns() {}

    /**
     * @param event the turn's seen key, as {@link EventKey} has it
     * @param instance whose the answers are
     */
    static Outcome<CommitResult> store(Session session, TurnRecord turn, Optional<byte[]> event, String instance)
            throws SQLException {
        String subject = turn.subject().key();
        if (event.isPresent() && session.updateNoting(REMEMBER_EVENT, event.get(), Millis.of(turn.at())) != 1) {
            return Outcome.undone(new CommitResult.SeenBefore());
        }
        // The subject before what hangs on it, so that no two turns wait for each other; but for forgetting, which is
        // rare.
        boolean current = turn.forget()
                ? Erasure.forget(session, subject, turn.expectedVersion())
                : storeState(session, turn, subject);
        // What rang is erased with a subject that is forgotten.
        if (!turn.forget() && !takeUp(session, turn, subject)) {
            return Outcome.undone(new CommitResult.SeenBefore());
        }
        if (!current) {
            return Outcome.undone(new CommitResult.Conflict());
        }
        if (!turn.forget()) {
            storeRest(session, turn, subject);
        }
        var owed = new ArrayList<DeliveryId>(turn.outbox().size());
        for (TurnRecord.Outgoing message : turn.outbox()) {
            owed.add(owe(session, subject, turn.forget(), instance, message));
        }
        return Outcome.kept(new CommitResult.Committed(turn.versionAfter(), owed));
    }

    /** @return whether what rang was not handled before */
    private static boolean takeUp(Session session, TurnRecord turn, String subject) throws SQLException {
        Optional<DeliveryId> wakeUp = turn.wakeUpRung();
        Optional<NudgeKey> nudge = turn.nudges().rung();
        return (wakeUp.isEmpty()
                        || session.update(
                                        TAKE_OFF_WAKE_UP, subject, wakeUp.get().value())
                                == 1)
                && (nudge.isEmpty() || Nudges.takeOff(session, subject, nudge.get(), turn.nudges()));
    }

    /** @return whether the wake-up that should follow was scheduled */
    static Outcome<Boolean> settle(Session session, Settlement settlement) throws SQLException {
        long id = settlement.id().value();
        if (settlement.next().isEmpty()) {
            Nudges.noteFate(session, settlement.id(), settlement.fate());
            wipe(session, session.change(SETTLE, row -> row.flag(1), id).contains(true));
            return Outcome.kept(false);
        }
        List<SettledRow> settled = session.changeNoting(
                SETTLE_AND_FOLLOW,
                row -> new SettledRow(row.flag("forgotten"), row.text("subject_key"), row.flag("followed")),
                id);
        boolean schedules = settled.stream().anyMatch(row -> row.followed() && !row.forgotten());
        wipe(session, settled.stream().anyMatch(SettledRow::forgotten));
        if (schedules) {
            schedule(session, settled.getFirst().subject(), settlement.next().get());
        }
        return Outcome.kept(schedules);
    }

    private static void wipe(Session session, boolean forgotten) throws SQLException {
        if (forgotten) {
            session.noteErased();
            session.awaitWiping();
        }
    }

    private static boolean storeState(Session session, TurnRecord turn, String subject) throws SQLException {
        long at = Millis.of(turn.at());
        long day = Millis.day(turn.at());
        long expected = turn.expectedVersion();
        if (expected == 0) {
            return session.update(ADD_SUBJECT, subject, turn.versionAfter(), turn.state(), at, day) == 1;
        }
        return session.update(CHANGE_SUBJECT, turn.state(), at, subject, expected, day) == 1
                || session.update(CHANGE_SUBJECT_ON_NEW_DAY, turn.state(), at, day, subject, expected) == 1;
    }

    private static void storeRest(Session session, TurnRecord turn, String subject) throws SQLException {
        switch (turn.plan()) {
            case TurnRecord.PlanChange.Keep() -> {}
            case TurnRecord.PlanChange.Replace(String json) -> session.update(REPLACE_PLAN, subject, json);
            case TurnRecord.PlanChange.Remove() -> session.update(REMOVE_PLAN, subject);
        }
        for (HistoryEntry entry : turn.history()) {
            session.update(WRITE_HISTORY, subject, entry.id(), Millis.of(entry.at()), entry.entry());
        }
        if (turn.dropWakeUps()) {
            // In this order: what is settled meanwhile waits for the first, or its wake-up is seen by the second.
            session.update(DROP_WHAT_FOLLOWS, subject);
            session.update(DROP_WAKE_UPS, subject);
        }
        Nudges.change(session, subject, turn.nudges(), turn.at());
    }

    private static DeliveryId owe(
            Session session, String subject, boolean forgotten, String instance, TurnRecord.Outgoing message)
            throws SQLException {
        Address to = message.to();
        Optional<ReplyHandle> handle = message.replyHandle();
        Optional<CueAfter> then = message.then();
        List<Long> ids = session.change(
                OWE,
                row -> row.number(1),
                subject,
                forgotten,
                to.platform().id(),
                to.bot(),
                to.chat(),
                to.thread().orElse(null),
                handle.map(ReplyHandle::token).orElse(null),
                handle.map(given -> Millis.of(given.expiresAt())).orElse(null),
                message.lane().name(),
                message.message(),
                message.circumstances().privateChat(),
                Queries.language(message.circumstances()),
                then.map(cue -> cue.delay().toMillis()).orElse(null),
                then.map(CueAfter::cue).orElse(null),
                instance,
                message.nudge().map(NudgeKey::nudge).orElse(null),
                message.nudge().map(key -> Millis.of(key.occurrence())).orElse(null),
                message.notAfter().map(Millis::of).orElse(null));
        return new DeliveryId(ids.getFirst());
    }

    private static void schedule(Session session, String subject, WakeUp wakeUp) throws SQLException {
        if (!wakeUp.subject().key().equals(subject)) {
            throw new IllegalArgumentException("a wake-up must be for the subject of the message that it follows");
        }
        Address address = wakeUp.address();
        session.update(
                SCHEDULE,
                subject,
                wakeUp.cue(),
                wakeUp.after().value(),
                address.platform().id(),
                address.bot(),
                address.chat(),
                address.thread().orElse(null),
                wakeUp.circumstances().privateChat(),
                Queries.language(wakeUp.circumstances()),
                Millis.of(wakeUp.due()));
    }

    /**
     * @param forgotten whether the turn that owed it forgot the subject
     * @param followed whether a wake-up should follow, and was not dropped
     */
    private record SettledRow(boolean forgotten, String subject, boolean followed) {}
}
