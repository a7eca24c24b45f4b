package dev.limber.discord.standin;

import java.util.Optional;

/**
 * A button below or in a message.
 *
 * @param customId what the bot gets; none where it opens a link
 * @param style 1 to 4 by colour, 5 for a link
 */
public record Button(String label, Optional<String> customId, Optional<String> url, int style, boolean disabled) {}
