package dev.limber.storage;

import dev.limber.core.runtime.HistoryEntry;
import dev.limber.core.runtime.Prefetched;
import dev.limber.core.runtime.StoredState;
import dev.limber.core.session.Subject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the turns of several subjects need, in two statements. */
final class Prefetch {
    /** So many subjects at once. */
    static final int MOST = 64;

    /** Always as many, so that it is one statement, whatever is asked for. */
    private static final String OF_SOME =
            " WHERE subject_key IN (" + String.join(", ", Collections.nCopies(MOST, "?")) + ")";

    private static final String STATES = """
            SELECT subject_key, version, state,
                (SELECT plan FROM plan WHERE plan.subject_key = subject.subject_key) AS plan
            FROM subject""" + OF_SOME;
    private static final String HISTORIES = "SELECT subject_key, entry_id, happened_at, entry FROM history" + OF_SOME
            + " AND happened_at >= ? ORDER BY happened_at, entry_id";

    private Prefetch() {}

    /** @param subjects between one and {@link #MOST} */
    static Map<Subject, Prefetched> read(Session session, List<Subject> subjects, Instant since) throws SQLException {
        var keys = new ArrayList<@Nullable Object>(MOST + 1);
        for (int i = 0; i < MOST; i++) {
            keys.add(subjects.get(Math.min(i, subjects.size() - 1)).key());
        }
        List<State> states = session.list(STATES, State::of, keys.toArray());
        keys.add(Millis.of(since));
        // After the states, so that it cannot lack what they tell of.
        var histories = new HashMap<String, List<HistoryEntry>>();
        for (Entry entry : session.list(HISTORIES, Entry::of, keys.toArray())) {
            histories.computeIfAbsent(entry.subject, _ -> new ArrayList<>()).add(entry.entry);
        }
        var all = new HashMap<Subject, Prefetched>();
        for (State state : states) {
            all.put(
                    Subject.of(state.subject),
                    new Prefetched(state.state, since, histories.getOrDefault(state.subject, List.of())));
        }
        return all;
    }

    private record State(String subject, StoredState state) {
        static State of(Columns row) throws SQLException {
            return new State(row.text("subject_key"), Queries.state(row));
        }
    }

    private record Entry(String subject, HistoryEntry entry) {
        static Entry of(Columns row) throws SQLException {
            return new Entry(row.text("subject_key"), Queries.entry(row));
        }
    }
}
