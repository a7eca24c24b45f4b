package dev.limber.core.runtime;

import java.util.List;
import java.util.Optional;

/**
 * All that is stored about one subject.
 *
 * @param owed by whichever instance
 * @param notes newest first
 */
public record Dossier(
        Optional<StoredState> state,
        List<HistoryEntry> history,
        List<Owed> owed,
        List<WakeUp> wakeUps,
        List<DueNudge> nudges,
        List<NudgeNote> notes) {
    public Dossier {
        history = List.copyOf(history);
        owed = List.copyOf(owed);
        wakeUps = List.copyOf(wakeUps);
        nudges = List.copyOf(nudges);
        notes = List.copyOf(notes);
    }
}
