package dev.limber.core.coach;

import dev.limber.core.chat.ButtonStyle;

/** A button before it is shown. */
record Choice(String label, ButtonAction action, ButtonStyle style) {}
