package dev.limber.storage;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.ReplyHandle;
import dev.limber.core.runtime.Circumstances;
import dev.limber.core.runtime.Dossier;
import dev.limber.core.runtime.HistoryEntry;
import dev.limber.core.runtime.Owed;
import dev.limber.core.runtime.StoredState;
import dev.limber.core.runtime.TurnRecord.Outgoing;
import dev.limber.core.runtime.WakeUp;
import dev.limber.core.session.CueAfter;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** All that is read, outside of turns. */
final class Queries {
    private static final String STATE = """
            SELECT version, state, plan FROM subject LEFT JOIN plan USING (subject_key)
            WHERE subject_key = :subject""";
    private static final String HISTORY = """
            SELECT entry_id, happened_at, entry FROM history
            WHERE subject_key = :subject AND happened_at >= :since ORDER BY happened_at, entry_id""";
    private static final String OWED = """
            SELECT id, subject_key, platform, bot, chat, thread, reply_token, reply_expires, lane, message,
                private, language, then_after, then_cue
            FROM outbox""";
    private static final String OWED_AFTER =
            OWED + " WHERE platform = :platform AND id > :after ORDER BY id LIMIT :limit";
    private static final String OWED_TO = OWED + " WHERE subject_key = :subject AND forgotten = 0 ORDER BY id";
    private static final String WAKE_UPS =
            "SELECT subject_key, cue, after_id, platform, bot, chat, thread, private, language, due FROM wake_up";
    private static final String WAKE_UPS_BEFORE = WAKE_UPS + " WHERE due < :before ORDER BY due LIMIT :limit";
    private static final String WAKE_UPS_OF = WAKE_UPS + " WHERE subject_key = :subject ORDER BY due";

    private Queries() {}

    static Optional<StoredState> find(Handle handle, Subject subject) {
        return handle.createQuery(STATE)
                .bind("subject", subject.key())
                .map((row, context) -> new StoredState(
                        row.getLong("version"), row.getString("state"), Optional.ofNullable(row.getString("plan"))))
                .findOne();
    }

    static List<HistoryEntry> history(Handle handle, Subject subject, Instant since) {
        return handle.createQuery(HISTORY)
                .bind("subject", subject.key())
                .bind("since", Millis.of(since))
                .map((row, context) -> new HistoryEntry(
                        row.getString("entry_id"),
                        Instant.ofEpochMilli(row.getLong("happened_at")),
                        row.getString("entry")))
                .list();
    }

    static List<Owed> owed(Handle handle, Platform platform, DeliveryId after, int limit) {
        return handle.createQuery(OWED_AFTER)
                .bind("platform", platform.id())
                .bind("after", after.value())
                .bind("limit", limit)
                .map((row, context) -> owed(row))
                .list();
    }

    static List<WakeUp> wakeUpsBefore(Handle handle, Instant before, int limit) {
        return handle.createQuery(WAKE_UPS_BEFORE)
                .bind("before", Millis.of(before))
                .bind("limit", limit)
                .map((row, context) -> wakeUp(row))
                .list();
    }

    static Dossier everything(Handle handle, Subject subject) {
        List<Owed> owed = handle.createQuery(OWED_TO)
                .bind("subject", subject.key())
                .map((row, context) -> owed(row))
                .list();
        List<WakeUp> wakeUps = handle.createQuery(WAKE_UPS_OF)
                .bind("subject", subject.key())
                .map((row, context) -> wakeUp(row))
                .list();
        return new Dossier(find(handle, subject), history(handle, subject, Instant.MIN), owed, wakeUps);
    }

    private static Owed owed(ResultSet row) throws SQLException {
        Instant expires = Instant.ofEpochMilli(row.getLong("reply_expires"));
        Optional<ReplyHandle> replyHandle = optional(row, "reply_token").map(token -> new ReplyHandle(token, expires));
        long after = row.getLong("then_after");
        Optional<CueAfter> then = optional(row, "then_cue").map(cue -> new CueAfter(Duration.ofMillis(after), cue));
        var outgoing = new Outgoing(
                address(row),
                replyHandle,
                Lane.valueOf(row.getString("lane")),
                row.getString("message"),
                then,
                circumstances(row));
        return new Owed(new DeliveryId(row.getLong("id")), Subject.of(row.getString("subject_key")), outgoing);
    }

    private static WakeUp wakeUp(ResultSet row) throws SQLException {
        return new WakeUp(
                new DeliveryId(row.getLong("after_id")),
                Subject.of(row.getString("subject_key")),
                address(row),
                circumstances(row),
                row.getString("cue"),
                Instant.ofEpochMilli(row.getLong("due")));
    }

    private static Address address(ResultSet row) throws SQLException {
        return new Address(
                new Platform(row.getString("platform")),
                row.getString("bot"),
                row.getString("chat"),
                optional(row, "thread"));
    }

    private static Circumstances circumstances(ResultSet row) throws SQLException {
        return new Circumstances(
                row.getBoolean("private"), optional(row, "language").map(Locale::forLanguageTag));
    }

    private static Optional<String> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
