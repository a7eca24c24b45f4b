package dev.limber.core.runtime;

import dev.limber.core.chat.Address;
import java.util.Optional;
import java.util.PriorityQueue;

/** The parcels of one address; guarded by the lock of its {@link Desk}. */
final class Line {
    final Address address;
    final PriorityQueue<Parcel> parcels = new PriorityQueue<>(Parcel.ORDER);
    Optional<Parcel> inDelivery = Optional.empty();
    /** By {@link System#nanoTime}. */
    long heldUntil = System.nanoTime();

    Line(Address address) {
        this.address = address;
    }
}
