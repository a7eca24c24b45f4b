/**
 * The one impure room: takes events in turn, stores what was decided, delivers what is owed. Start reading at
 * {@link dev.limber.core.runtime.Limber}.
 */
@NullMarked
package dev.limber.core.runtime;

import org.jspecify.annotations.NullMarked;
