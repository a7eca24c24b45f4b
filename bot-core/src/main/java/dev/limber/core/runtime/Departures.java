package dev.limber.core.runtime;

import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.session.Fate;
import dev.limber.core.session.Lane;
import dev.limber.core.session.NudgeDecision;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Decides on the threshold whether a message may still leave. An answer may, unless others may have taken this instance for
 * gone. Something scheduled may once: it is claimed before it is sent, so that whoever comes after a crash knows that it may
 * have arrived.
 */
final class Departures {
    /** What a message that may not leave for want of a sign of life waits. */
    static final Duration UNTIL_HEARD = Duration.ofMillis(200);

    private final ChatPlatform platform;
    private final Store store;
    private final Leases leases;
    private final Standstills standstills;
    private final InstantSource clock;
    private final RuntimeObserver observer;

    Departures(
            ChatPlatform platform,
            Store store,
            Leases leases,
            Standstills standstills,
            InstantSource clock,
            RuntimeObserver observer) {
        this.platform = platform;
        this.store = store;
        this.leases = leases;
        this.standstills = standstills;
        this.clock = clock;
        this.observer = observer;
    }

    /** What is to be done with a message. */
    sealed interface Leave {
        record Granted() implements Leave {}

        /** It is settled without being sent. */
        record Settled(Fate fate) implements Leave {}

        /** It is nothing for this instance any more. */
        record Dropped() implements Leave {}

        record Later() implements Leave {}
    }

    /** For so long nothing can be sent on the whole platform. */
    void heldUp(Duration delay) {
        Instant now = clock.instant();
        standstills.note(now, now.plus(delay));
    }

    /** @throws StoreException where that cannot be found out */
    Leave of(Parcel parcel) {
        return switch (parcel.load()) {
            case Parcel.Load.Unstored _ -> leases.isAwakening() ? new Leave.Later() : new Leave.Granted();
            case Parcel.Load.Stored(Owed owed) ->
                owed.outgoing().lane() == Lane.NUDGE
                        ? ofScheduled(parcel, owed)
                        : leases.isPresent() ? new Leave.Granted() : new Leave.Later();
        };
    }

    private Leave ofScheduled(Parcel parcel, Owed owed) {
        OptionalLong fence = leases.fence(platform.id());
        return fence.isPresent() ? claim(owed, fence.getAsLong(), useless(parcel, owed)) : new Leave.Dropped();
    }

    /** Why it is better not sent any more, if it is. */
    private Optional<Fate> useless(Parcel parcel, Owed owed) {
        TurnRecord.Outgoing message = owed.outgoing();
        boolean late = message.nudge()
                .map(key -> standstills.since(key.occurrence()).plus(parcel.held()))
                .filter(held -> held.compareTo(NudgeDecision.LATEST) > 0)
                .isPresent();
        boolean quiet = message.notAfter()
                .filter(limit -> !clock.instant().isBefore(limit))
                .isPresent();
        return late ? Optional.of(Fate.TOO_LATE) : quiet ? Optional.of(Fate.QUIET_HOURS) : Optional.empty();
    }

    /** Also what is not sent any more: it may have been sent already. */
    private Leave claim(Owed owed, long fence, Optional<Fate> useless) {
        Instant now = clock.instant();
        Leave leave = switch (store.claim(owed.id(), platform.id(), fence, now, false)) {
            case Claim.Granted _ -> useless.<Leave>map(Leave.Settled::new).orElseGet(Leave.Granted::new);
            case Claim.Gone _ -> new Leave.Dropped();
            case Claim.Unseated _ -> new Leave.Dropped();
            case Claim.Doubtful(Instant claimedAt) ->
                useless.isEmpty() && isRecognised(claimedAt, now)
                        ? again(owed, fence, now)
                        : new Leave.Settled(Fate.IN_DOUBT);
        };
        return leave instanceof Leave.Granted ? granted(owed, fence, now) : leave;
    }

    /** The claim may have taken its time, or this process was frozen in the middle of it. */
    private Leave granted(Owed owed, long fence, Instant now) {
        if (!leases.fence(platform.id()).equals(OptionalLong.of(fence))) {
            store.unclaim(owed.id(), fence);
            return new Leave.Dropped();
        }
        owed.outgoing().nudge().ifPresent(key -> observer.nudgeClaimed(Duration.between(key.occurrence(), now)));
        return new Leave.Granted();
    }

    /**
     * The platform has said that a message was not sent: whoever comes next need not doubt it.
     *
     * @throws StoreException where that cannot be noted
     */
    void notSent(Parcel parcel) {
        OptionalLong fence = leases.fence(platform.id());
        if (parcel.lane() == Lane.NUDGE && fence.isPresent()) {
            store.unclaim(parcel.id(), fence.getAsLong());
        }
    }

    private boolean isRecognised(Instant claimedAt, Instant now) {
        return now.isBefore(claimedAt.plus(platform.recognisesRepeatsFor()));
    }

    private Leave again(Owed owed, long fence, Instant now) {
        return store.claim(owed.id(), platform.id(), fence, now, true) instanceof Claim.Granted
                ? new Leave.Granted()
                : new Leave.Dropped();
    }
}
