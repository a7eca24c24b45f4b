/** Directions, places and turns in the room, and how a camera sees them. Start reading at {@link dev.limber.illustrator.geometry.Vec}. */
@NullMarked
package dev.limber.illustrator.geometry;

import org.jspecify.annotations.NullMarked;
