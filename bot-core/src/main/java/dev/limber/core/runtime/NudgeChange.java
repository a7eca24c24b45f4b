package dev.limber.core.runtime;

import java.util.List;
import java.util.Optional;

/**
 * What a turn changes about the nudges of its subject.
 *
 * @param rung the occurrence that this turn handles, and that is pending no longer afterwards; a turn whose occurrence is
 *     pending no longer already does nothing
 * @param pending takes the place of all that were pending, but for those that were due already when the turn was taken:
 *     they are yet to be taken up, when they were due, and where {@code pending} has another one of the same nudge, in the
 *     place that this one has
 * @param notes to add, or to replace where the subject has one with the same key; the last
 *     {@link #NOTES_KEPT} of a subject stay, and some older ones for a while
 * @param withdraw whether messages of the lane {@link dev.limber.core.session.Lane#NUDGE} that are owed to the subject
 *     since earlier turns, and not claimed, are owed no longer; their notes say {@code WITHDRAWN}
 */
public record NudgeChange(
        Optional<NudgeKey> rung, Optional<List<DueNudge>> pending, List<NudgeNote> notes, boolean withdraw) {
    /** How many notes of one subject are kept at least. */
    public static final int NOTES_KEPT = 20;

    public static final NudgeChange NONE = new NudgeChange(Optional.empty(), Optional.empty(), List.of(), false);

    public NudgeChange {
        pending = pending.map(List::copyOf);
        notes = List.copyOf(notes);
    }
}
