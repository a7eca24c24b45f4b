/**
 * Puts Limber together and starts it; the one place that knows every room. Start reading at
 * {@link dev.limber.app.LimberMain}.
 */
@NullMarked
package dev.limber.app;

import org.jspecify.annotations.NullMarked;
