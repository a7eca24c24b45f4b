package dev.limber.core.chat;

/**
 * What everybody may see in the place of a message for one person only: that something waits in the private chat, and a
 * button that leads there.
 *
 * @param words one line
 * @param label of the button
 * @param start what the private chat hands to the start command, at most 64 characters of {@code [A-Za-z0-9_-]}
 */
public record PrivateInvitation(String words, String label, String start) {}
