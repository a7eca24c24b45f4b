package dev.limber.core.runtime;

import dev.limber.core.chat.Address;
import dev.limber.core.session.Subject;
import java.time.Instant;

/** Something to be reminded of at a moment; unique by subject and cue. */
public record WakeUp(Subject subject, Address address, String cue, Instant due) {}
