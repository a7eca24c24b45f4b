package dev.limber.core.chat;

import java.time.Duration;
import java.util.List;

/** The way out: what each adapter implements. Calls may come from many threads at once; they may block. */
public interface ChatPlatform {
    Platform id();

    Limits limits();

    /** How fast the platform lets scheduled messages go out; answers to people are not held to it. Asked for once. */
    Pace pace();

    /**
     * How long the platform recognises a message that comes again with the same {@link DeliveryId}, so that nobody sees
     * it twice; zero where it does not.
     */
    Duration recognisesRepeatsFor();

    /** Makes the commands known to the platform, where it has a menu of them; does nothing when nothing changed. */
    void publish(List<CommandSpec> commands);

    /**
     * Delivers one message. Messages to one address come one at a time, in order. Expected outcomes are values of
     * {@link Delivery}; whatever is thrown is a bug, and counts as {@link Delivery.Failed}.
     */
    Delivery deliver(Envelope envelope);

    /** Whether this person may change what a shared chat has set, by the platform's own rights. */
    boolean mayManage(UserId user, Address address);
}
