package dev.limber.core.runtime;

import dev.limber.core.chat.Address;
import dev.limber.core.session.Subject;

/** The next occurrence of a subject's nudge; unique by subject and nudge. */
public record DueNudge(Subject subject, NudgeKey key, Address address, Circumstances circumstances) {}
