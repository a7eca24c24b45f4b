package dev.limber.core.runtime;

import java.util.List;
import java.util.Optional;

/** All that is stored about one subject. */
public record Dossier(Optional<StoredState> state, List<HistoryEntry> history, List<Owed> owed, List<WakeUp> wakeUps) {
    public Dossier {
        history = List.copyOf(history);
        owed = List.copyOf(owed);
        wakeUps = List.copyOf(wakeUps);
    }
}
