package dev.limber.core.runtime;

import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Platform;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything is kept, perhaps for several instances of the program at once. Documents are JSON, opaque to the store. Calls come from many virtual threads at once and
 * block; what a call returned is durable. Moments are kept to the millisecond.
 *
 * <p>Every method throws {@link StoreException} where the medium fails (full, read-only, corrupt, gone); then nothing
 * of the call has happened.
 */
public interface Store extends AutoCloseable {
    /** Empty for somebody who was never here, or is forgotten. */
    Optional<StoredState> find(Subject subject);

    /**
     * Reads what turns of many subjects need in a few trips to the medium.
     *
     * @param subjects any number
     * @return without those who were never here
     */
    Map<Subject, Prefetched> prefetch(Collection<Subject> subjects, Instant since);

    /**
     * Whether this version of a subject is the one that is stored, whatever other instances have done; without a look at
     * the medium where there are none.
     */
    boolean isCurrent(Subject subject, long version);

    /**
     * How many turns that nobody waits for are best under way at one time: more than one where they share the medium's
     * time, and no more than it needs for that, because answers to people wait behind them.
     */
    int backgroundTurns();

    /** Stores one turn, wholly or not at all. */
    CommitResult commit(TurnRecord turn);

    /**
     * A message is delivered or given up: it is owed no longer, and what should follow it is scheduled, unless it was
     * dropped meanwhile, or the message's turn forgot its subject. Does nothing for a message that is not owed.
     *
     * @return whether the wake-up that should follow is scheduled
     */
    boolean settle(Settlement settlement);

    /**
     * Messages of one lane that are owed on a platform, oldest first, with ids above {@code after}, at most {@code limit}:
     * of the answers those alone that this instance has to deliver, because it took their turns or adopted them.
     */
    List<Owed> owed(Platform platform, Lane lane, DeliveryId after, int limit);

    /** Those of {@link #owed(Platform, Lane, DeliveryId, int)} on all platforms that go to one subject. */
    List<Owed> owed(Subject subject, Lane lane);

    /**
     * Claims a scheduled message, which must be on this platform, for sending it now. A message can be claimed again
     * under the same tenure; what was claimed under an earlier one is in doubt, and stays so unless {@code inDoubt} asks
     * for it all the same.
     *
     * @param fence of the tenure
     */
    Claim claim(DeliveryId id, Platform platform, long fence, Instant at, boolean inDoubt);

    /**
     * Gives back a claim under which nothing was sent; does nothing where the message is owed no longer, or claimed under
     * another tenure.
     */
    void unclaim(DeliveryId id, long fence);

    /** Pending nudges on a platform due before the given moment, soonest first, at most {@code limit}. */
    List<DueNudge> nudgesBefore(Platform platform, Instant before, int limit);

    /** What became of the subject's last nudges, newest first, at most {@code limit}. */
    List<NudgeNote> nudgeNotes(Subject subject, int limit);

    /**
     * Gives a sign of life, and takes what is free: for each platform that this instance serves or seeks the tenure, where
     * nobody else has it any more; and the answers owed there by instances that do not serve it (any more), where the
     * tenure is its own.
     * {@link #close} gives all of it up at once.
     */
    Pulse beat(Beat beat);

    /** Pending wake-ups due before the given moment, soonest first, at most {@code limit}. */
    List<WakeUp> wakeUpsBefore(Instant before, int limit);

    /** Entries at or after {@code since}, oldest first. */
    List<HistoryEntry> history(Subject subject, Instant since);

    /** All that is stored about a subject, for handing it over. */
    Dossier everything(Subject subject);

    /**
     * Rewrites every address of a chat that moved, those of {@link Subject.Group} included; threads keep their
     * identifiers. A group that is stored at both ends keeps what it had where it came from. A group's version grows by
     * moving.
     */
    void move(Address from, Address to);

    /**
     * Erases all subjects whose last turn was before the given moment, as {@link TurnRecord#forget()} does.
     *
     * @return how many
     */
    int forgetUnusedSince(Instant moment);

    /** Drops the memory of events seen before the given moment. */
    void dropSeenBefore(Instant moment);

    /** What adapters remember, kept with all the rest. */
    AdapterMemory adapterMemory();

    @Override
    void close();
}
