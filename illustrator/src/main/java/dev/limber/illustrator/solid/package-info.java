/** The shapes that everything is drawn of, and the canvas that sees them. Start reading at {@link dev.limber.illustrator.solid.Canvas}. */
@NullMarked
package dev.limber.illustrator.solid;

import org.jspecify.annotations.NullMarked;
