package dev.limber.core.runtime;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;

/** The parcels of one address; guarded by the lock of its {@link Desk}. */
final class Line {
    final Address address;
    /** Signalled when the line has reason to look again at what it waits for. */
    final Condition stirred;

    final PriorityQueue<Parcel> parcels = new PriorityQueue<>(Parcel.ORDER);
    Optional<Parcel> inDelivery = Optional.empty();
    /** By {@link System#nanoTime}. */
    long heldUntil = System.nanoTime();
    /** Of the scheduled message that stands in the queue of the {@link Pacer}. */
    Optional<DeliveryId> queuedFor = Optional.empty();

    Line(Address address, Condition stirred) {
        this.address = address;
        this.stirred = stirred;
    }
}
