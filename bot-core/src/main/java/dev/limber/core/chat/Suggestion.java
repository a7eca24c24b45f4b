package dev.limber.core.chat;

/** A possible completion of a command's argument: {@code value} is what is sent when {@code label} is chosen. */
public record Suggestion(String label, String value) {}
