package dev.limber.core.runtime;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The lines of a {@link Desk}, and which parcels are in them or in delivery; guarded by the lock of the desk. A line
 * whose first parcel is another one than before is stirred.
 */
final class Lines {
    private final Function<Address, Line> opener;
    private final Map<Address, Line> open = new HashMap<>();
    /** All that is in a line or in delivery. */
    private final Map<Lane, Set<DeliveryId>> known = new EnumMap<>(Lane.class);
    /** What was finished, and who was dropped: what a read of the store finds may be out of date. */
    private final ReadLog<Object> gone = new ReadLog<>();

    /** @param opener begins to work on a line for an address that has none */
    Lines(Function<Address, Line> opener) {
        this.opener = opener;
        for (Lane lane : Lane.values()) {
            known.put(lane, new HashSet<>());
        }
    }

    /** Puts a parcel into its line, unless it is in one or in delivery. */
    void add(Parcel parcel) {
        if (idsOf(parcel).add(parcel.id())) {
            enqueue(parcel);
        }
    }

    private void enqueue(Parcel parcel) {
        Line line = open.computeIfAbsent(parcel.to(), opener);
        line.parcels.add(parcel);
        if (parcel.equals(line.parcels.peek())) {
            line.stirred.signal();
        }
    }

    /** Puts back a parcel that was in delivery, unless it has been dropped. */
    void putBack(Line line, Parcel parcel) {
        if (idsOf(parcel).contains(parcel.id())) {
            line.parcels.add(parcel);
        }
    }

    /** Lets the parcels of one line go to another address. */
    void move(Line line, Address to) {
        List<Parcel> moving = List.copyOf(line.parcels);
        line.parcels.clear();
        moving.forEach(parcel -> enqueue(parcel.movedTo(to)));
    }

    void finished(Parcel parcel) {
        idsOf(parcel).remove(parcel.id());
        gone.note(parcel.id());
    }

    /** Takes out all parcels of a subject that are not in delivery; one that is cannot be put back. */
    void drop(Subject subject) {
        for (Line line : open.values()) {
            line.inDelivery
                    .filter(parcel -> parcel.subject().equals(subject))
                    .ifPresent(parcel -> idsOf(parcel).remove(parcel.id()));
            boolean fewer = line.parcels.removeIf(
                    parcel -> parcel.subject().equals(subject) && idsOf(parcel).remove(parcel.id()));
            if (fewer) {
                line.stirred.signal();
            }
        }
        gone.note(subject);
    }

    /** Takes out all parcels of a lane, of one subject or of all, that are not in delivery; they may be read again. */
    void clear(Lane lane, Predicate<Parcel> which) {
        for (Line line : open.values()) {
            boolean fewer = line.parcels.removeIf(parcel ->
                    parcel.lane() == lane && which.test(parcel) && idsOf(parcel).remove(parcel.id()));
            if (fewer) {
                line.stirred.signal();
            }
        }
    }

    long beginRead() {
        return gone.begin();
    }

    void endRead(long read, List<Owed> found) {
        for (Owed owed : found) {
            if (!gone.happenedSince(read, owed.id()) && !gone.happenedSince(read, owed.subject())) {
                add(Parcel.of(owed));
            }
        }
        gone.end(read);
    }

    /** Ends a line; what is in it stays in the store. */
    void close(Line line) {
        line.parcels.forEach(parcel -> idsOf(parcel).remove(parcel.id()));
        open.remove(line.address);
    }

    void stirAll() {
        open.values().forEach(line -> line.stirred.signal());
    }

    /** How many parcels there are in memory. */
    int size() {
        return known.values().stream().mapToInt(Set::size).sum();
    }

    int size(Lane lane) {
        return idsIn(lane).size();
    }

    /** How many addresses have a line. */
    int count() {
        return open.size();
    }

    private Set<DeliveryId> idsOf(Parcel parcel) {
        return idsIn(parcel.lane());
    }

    private Set<DeliveryId> idsIn(Lane lane) {
        return known.getOrDefault(lane, Set.of());
    }
}
