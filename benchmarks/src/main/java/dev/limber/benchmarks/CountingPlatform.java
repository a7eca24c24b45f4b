package dev.limber.benchmarks;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.Limits;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.Pace;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** A platform that takes every message at once, and wakes the person who waits for it. */
final class CountingPlatform implements ChatPlatform {
    static final Platform ID = new Platform("bench");

    private final AtomicReferenceArray<Semaphore> arrived;

    /** @param people whose chats are called 0 to {@code people - 1} */
    CountingPlatform(int people) {
        arrived = new AtomicReferenceArray<>(people);
    }

    /** Waits until so many messages have arrived for somebody since the last call. */
    void await(int person, int messages) {
        of(person).acquireUninterruptibly(messages);
    }

    @Override
    public Platform id() {
        return ID;
    }

    @Override
    public Limits limits() {
        return new Limits(4_096, 5, 10, true);
    }

    @Override
    public Pace pace() {
        return Pace.unlimited();
    }

    @Override
    public void publish(List<CommandSpec> commands) {
        // There is no menu to show them in.
    }

    @Override
    public Delivery deliver(Envelope envelope) {
        of(Integer.parseInt(envelope.to().chat())).release();
        return new Delivery.Delivered(
                new MessageRef(envelope.to(), Long.toString(envelope.id().value())));
    }

    @Override
    public boolean mayManage(UserId user, Address address) {
        return true;
    }

    private Semaphore of(int person) {
        Semaphore own = arrived.get(person);
        if (own != null) {
            return own;
        }
        Semaphore fresh = new Semaphore(0);
        return arrived.compareAndSet(person, null, fresh) ? fresh : of(person);
    }
}
