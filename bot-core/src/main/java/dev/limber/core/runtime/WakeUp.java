package dev.limber.core.runtime;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.session.Subject;
import java.time.Instant;

/**
 * Something to be reminded of at a moment; unique by subject and cue.
 *
 * @param after the delivery that started it, which identifies it for ever
 * @param due to the millisecond
 */
public record WakeUp(
        DeliveryId after, Subject subject, Address address, Circumstances circumstances, String cue, Instant due) {}
