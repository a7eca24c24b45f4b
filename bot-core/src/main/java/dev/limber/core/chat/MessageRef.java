package dev.limber.core.chat;

/** Points at one delivered message, for editing it or for telling which one a button belongs to. */
public record MessageRef(Address address, String messageId) {}
