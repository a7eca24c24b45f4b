/**
 * Decides what to say and what to remember; pure: no I/O, no clock, no randomness. Start reading at
 * {@link dev.limber.core.coach.Coach}.
 */
@NullMarked
package dev.limber.core.coach;

import org.jspecify.annotations.NullMarked;
