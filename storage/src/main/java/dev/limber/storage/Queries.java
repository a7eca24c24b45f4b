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
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that is read, outside of turns. */
final class Queries {
    private static final String STATE = """
            SELECT version, state, plan FROM subject LEFT JOIN plan USING (subject_key)
            WHERE subject_key = ?""";
    private static final String HISTORY = """
            SELECT entry_id, happened_at, entry FROM history
            WHERE subject_key = ? AND happened_at >= ? ORDER BY happened_at, entry_id""";
    private static final String OWED = """
            SELECT id, subject_key, platform, bot, chat, thread, reply_token, reply_expires, lane, message,
                private, language, nudge, occurrence, not_after, then_after, then_cue
            FROM outbox""";
    /** The lane is no argument: each has an index of its own. */
    private static final String OWED_AFTER = OWED + " WHERE platform = ? AND id > ? AND lane = ";

    private static final String ANSWERS_AFTER = OWED_AFTER + "'ANSWER'";
    private static final String NUDGES_AFTER = OWED_AFTER + "'NUDGE'";
    private static final String OWED_TO = OWED + " WHERE subject_key = ? AND NOT forgotten";
    private static final String OWED_TO_IN_LANE = OWED_TO + " AND lane = ?";
    private static final String BY_INSTANCE = " AND instance = ?";
    private static final String BY_ID = " ORDER BY id";
    private static final String SOME_BY_ID = " ORDER BY id LIMIT ?";
    private static final String WAKE_UPS =
            "SELECT subject_key, cue, after_id, platform, bot, chat, thread, private, language, due FROM wake_up";
    private static final String WAKE_UPS_BEFORE = WAKE_UPS + " WHERE due < ? ORDER BY due LIMIT ?";
    private static final String WAKE_UPS_OF = WAKE_UPS + " WHERE subject_key = ? ORDER BY due";

    private Queries() {}

    static Optional<StoredState> find(Session session, Subject subject) throws SQLException {
        return session.first(STATE, Queries::state, subject.key());
    }

    static StoredState state(Columns row) throws SQLException {
        return new StoredState(row.number("version"), row.text("state"), row.findText("plan"));
    }

    static List<HistoryEntry> history(Session session, Subject subject, Instant since) throws SQLException {
        return session.list(HISTORY, Queries::entry, subject.key(), Millis.of(since));
    }

    /** @param instance to whom answers are left */
    static List<Owed> owed(Session session, String instance, Platform platform, Lane lane, DeliveryId after, int limit)
            throws SQLException {
        return switch (lane) {
            case ANSWER ->
                session.list(
                        ANSWERS_AFTER + BY_INSTANCE + SOME_BY_ID,
                        Queries::owed,
                        platform.id(),
                        after.value(),
                        instance,
                        limit);
            case NUDGE -> session.list(NUDGES_AFTER + SOME_BY_ID, Queries::owed, platform.id(), after.value(), limit);
        };
    }

    static List<Owed> owed(Session session, String instance, Subject subject, Lane lane) throws SQLException {
        return switch (lane) {
            case ANSWER ->
                session.list(
                        OWED_TO_IN_LANE + BY_INSTANCE + BY_ID, Queries::owed, subject.key(), lane.name(), instance);
            case NUDGE -> session.list(OWED_TO_IN_LANE + BY_ID, Queries::owed, subject.key(), lane.name());
        };
    }

    static List<WakeUp> wakeUpsBefore(Session session, Instant before, int limit) throws SQLException {
        return session.list(WAKE_UPS_BEFORE, Queries::wakeUp, Millis.of(before), limit);
    }

    static Dossier everything(Session session, Subject subject) throws SQLException {
        return new Dossier(
                find(session, subject),
                history(session, subject, Instant.MIN),
                session.list(OWED_TO + BY_ID, Queries::owed, subject.key()),
                session.list(WAKE_UPS_OF, Queries::wakeUp, subject.key()),
                Nudges.of(session, subject),
                Nudges.notes(session, subject, Integer.MAX_VALUE));
    }

    static HistoryEntry entry(Columns row) throws SQLException {
        return new HistoryEntry(row.text("entry_id"), row.moment("happened_at"), row.text("entry"));
    }

    private static Owed owed(Columns row) throws SQLException {
        Instant expires = row.moment("reply_expires");
        Optional<ReplyHandle> replyHandle = row.findText("reply_token").map(token -> new ReplyHandle(token, expires));
        long after = row.number("then_after");
        Optional<CueAfter> then = row.findText("then_cue").map(cue -> new CueAfter(Duration.ofMillis(after), cue));
        var outgoing = new Outgoing(
                address(row),
                replyHandle,
                Lane.valueOf(row.text("lane")),
                row.text("message"),
                Nudges.findKey(row),
                then,
                circumstances(row),
                row.findMoment("not_after"));
        return new Owed(new DeliveryId(row.number("id")), Subject.of(row.text("subject_key")), outgoing);
    }

    static @Nullable String language(Circumstances circumstances) {
        return circumstances.languageHint().map(Locale::toLanguageTag).orElse(null);
    }

    private static WakeUp wakeUp(Columns row) throws SQLException {
        return new WakeUp(
                new DeliveryId(row.number("after_id")),
                Subject.of(row.text("subject_key")),
                address(row),
                circumstances(row),
                row.text("cue"),
                row.moment("due"));
    }

    static Address address(Columns row) throws SQLException {
        return new Address(
                new Platform(row.text("platform")), row.text("bot"), row.text("chat"), row.findText("thread"));
    }

    static Circumstances circumstances(Columns row) throws SQLException {
        return new Circumstances(row.flag("private"), row.findText("language").map(Locale::forLanguageTag));
    }
}
