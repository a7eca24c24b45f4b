package dev.limber.core.session;

/** A button that was shown: what it said, and what it does when pressed. */
public record Offer(String label, String data) {}
