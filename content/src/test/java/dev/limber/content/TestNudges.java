package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.coach.Effect;
import dev.limber.core.coach.Effect.PlanNudges.Planned;
import dev.limber.core.coach.Records.ToldNudge;
import dev.limber.core.session.Fate;
import dev.limber.core.session.NudgeDecision;
import dev.limber.core.session.NudgeDecision.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is planned of one person's nudges, and what became of them. */
final class TestNudges {
    private final List<ToldNudge> notes = new ArrayList<>();
    private final List<Effect.Say> said = new ArrayList<>();
    private List<Planned> planned = List.of();
    private final List<String> sent = new ArrayList<>();
    private int withdrawn;

    void plan(List<Planned> nudges, Instant now) {
        assertThat(nudges).allSatisfy(nudge -> assertThat(nudge.due()).isAfter(now));
        assertThat(nudges).extracting(Planned::nudge).doesNotHaveDuplicates();
        planned = nudges;
    }

    /** Each that was sent, by which it was and when it was due, as often as it was. */
    List<String> sent() {
        return List.copyOf(sent);
    }

    /** It is due, and not planned any more. */
    void take(Planned due) {
        planned = planned.stream().filter(each -> !each.equals(due)).toList();
    }

    void say(Effect.Say nudge) {
        said.add(nudge);
    }

    /** What is sent arrives at once. */
    void note(NudgeDecision note, boolean sends) {
        Optional<ToldNudge> before =
                notes.stream().filter(told -> isSame(told.decision(), note)).findFirst();
        notes.removeIf(told -> isSame(told.decision(), note));
        if (sends) {
            sent.add(note.nudge() + " " + note.occurrence());
        }
        Optional<Fate> fate = sends ? Optional.of(Fate.DELIVERED) : before.flatMap(ToldNudge::fate);
        notes.add(new ToldNudge(note, fate));
        notes.sort(Comparator.comparing((ToldNudge told) -> told.decision().occurrence())
                .reversed());
    }

    /** From now on this is what became of the last nudge's message. */
    void settleLast(Optional<Fate> fate) {
        notes.set(0, new ToldNudge(notes.getFirst().decision(), fate));
    }

    void withdraw() {
        withdrawn++;
    }

    void forget() {
        planned = List.of();
        notes.clear();
    }

    Optional<Planned> next(Instant end) {
        return planned.stream().filter(nudge -> !nudge.due().isAfter(end)).min(Comparator.comparing(Planned::due));
    }

    List<Planned> planned() {
        return planned;
    }

    /** What became of them, newest first. */
    List<ToldNudge> notes() {
        return List.copyOf(notes);
    }

    /** What became of the last one. */
    Optional<Verdict> lastVerdict() {
        return notes.stream().map(told -> told.decision().verdict()).findFirst();
    }

    List<OutgoingMessage> said() {
        return said.stream().map(Effect.Say::message).toList();
    }

    /** Until when each was to leave. */
    List<Optional<Instant>> notAfter() {
        return said.stream().map(Effect.Say::notAfter).toList();
    }

    /** How often what had not left yet was taken back. */
    int withdrawn() {
        return withdrawn;
    }

    private static boolean isSame(NudgeDecision one, NudgeDecision other) {
        return one.nudge().equals(other.nudge()) && one.occurrence().equals(other.occurrence());
    }
}
