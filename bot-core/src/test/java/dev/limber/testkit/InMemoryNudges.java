package dev.limber.testkit;

import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.DueNudge;
import dev.limber.core.runtime.NudgeChange;
import dev.limber.core.runtime.NudgeKey;
import dev.limber.core.runtime.NudgeNote;
import dev.limber.core.session.Fate;
import dev.limber.core.session.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The nudges of an {@link InMemoryStore}, and what is noted of them; guarded by its lock. */
final class InMemoryNudges {
    private static final Comparator<NudgeNote> NEWEST_FIRST = Comparator.comparing(NudgeNote::notedAt)
            .thenComparing(note -> note.key().occurrence())
            .thenComparing(note -> note.key().nudge())
            .reversed();

    private final Map<Subject, Map<String, DueNudge>> pending = new HashMap<>();
    private final TreeMap<Place, DueNudge> byDue = new TreeMap<>(
            Comparator.comparing(Place::due).thenComparing(Place::subject).thenComparing(Place::nudge));
    private final Map<Subject, List<NudgeNote>> notes = new HashMap<>();

    /** Where a nudge stands among all that are pending. */
    private record Place(Instant due, String subject, String nudge) {
        static Place of(DueNudge nudge) {
            return new Place(
                    nudge.key().occurrence(), nudge.subject().key(), nudge.key().nudge());
        }
    }

    boolean isPending(Subject subject, NudgeKey key) {
        return Optional.ofNullable(pending.getOrDefault(subject, Map.of()).get(key.nudge()))
                .filter(nudge -> nudge.key().equals(key))
                .isPresent();
    }

    void change(Subject subject, NudgeChange change, Instant at) {
        change.rung()
                .flatMap(key -> Optional.ofNullable(
                        pending.getOrDefault(subject, Map.of()).get(key.nudge())))
                .ifPresent(this::remove);
        change.pending().ifPresent(due -> {
            pendingOf(subject).stream()
                    .filter(nudge -> nudge.key().occurrence().isAfter(at))
                    .forEach(this::remove);
            due.forEach(this::plan);
        });
        change.notes().forEach(note -> note(subject, note));
    }

    private void plan(DueNudge nudge) {
        DueNudge overdue =
                pending.getOrDefault(nudge.subject(), Map.of()).get(nudge.key().nudge());
        if (overdue == null) {
            add(nudge);
        } else {
            remove(overdue);
            add(new DueNudge(nudge.subject(), overdue.key(), nudge.address(), nudge.circumstances()));
        }
    }

    private void add(DueNudge nudge) {
        pending.computeIfAbsent(nudge.subject(), _ -> new HashMap<>())
                .put(nudge.key().nudge(), nudge);
        byDue.put(Place.of(nudge), nudge);
    }

    private void remove(DueNudge nudge) {
        byDue.remove(Place.of(nudge));
        Map<String, DueNudge> rest = pending.getOrDefault(nudge.subject(), new HashMap<>());
        rest.remove(nudge.key().nudge());
        if (rest.isEmpty()) {
            pending.remove(nudge.subject());
        }
    }

    private void note(Subject subject, NudgeNote note) {
        List<NudgeNote> all = notes.computeIfAbsent(subject, _ -> new ArrayList<>());
        all.removeIf(old -> old.key().equals(note.key()));
        all.add(note);
        all.sort(NEWEST_FIRST);
        while (all.size() > NudgeChange.NOTES_KEPT) {
            all.removeLast();
        }
    }

    void fate(Subject subject, NudgeKey key, Fate fate) {
        notes.getOrDefault(subject, new ArrayList<>())
                .replaceAll(note -> note.key().equals(key)
                        ? new NudgeNote(key, note.notedAt(), note.entry(), Optional.of(fate))
                        : note);
    }

    Stream<DueNudge> before(Platform platform, Instant before) {
        return byDue.values().stream()
                .takeWhile(nudge -> nudge.key().occurrence().isBefore(before))
                .filter(nudge -> nudge.address().platform().equals(platform));
    }

    List<DueNudge> pendingOf(Subject subject) {
        return pending.getOrDefault(subject, Map.of()).values().stream()
                .sorted(Comparator.comparing(nudge -> nudge.key().occurrence()))
                .toList();
    }

    List<NudgeNote> notesOf(Subject subject) {
        return List.copyOf(notes.getOrDefault(subject, List.of()));
    }

    void erase(Subject subject) {
        pendingOf(subject).forEach(this::remove);
        notes.remove(subject);
    }

    void move(Relocation relocation) {
        for (DueNudge nudge : List.copyOf(byDue.values())) {
            DueNudge moved = relocation.of(nudge);
            if (!moved.equals(nudge)) {
                remove(nudge);
                add(moved);
            }
        }
    }

    /** Lets what one subject had be another's, who keeps nothing of its own. */
    void move(Subject from, Subject to) {
        notes.remove(to);
        Optional.ofNullable(notes.remove(from)).ifPresent(moved -> notes.put(to, moved));
    }
}
