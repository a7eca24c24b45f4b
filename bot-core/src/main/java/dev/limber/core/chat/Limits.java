package dev.limber.core.chat;

/**
 * What a platform can carry.
 *
 * @param textCharacters the longest text of one message
 * @param editsMessages whether a delivered message can be replaced
 */
public record Limits(int textCharacters, int buttonsPerRow, int buttonRows, boolean editsMessages) {}
