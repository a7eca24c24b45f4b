/** From the numbers of a pose to a body made of solids. Start reading at {@link dev.limber.illustrator.body.Skeleton}. */
@NullMarked
package dev.limber.illustrator.body;

import org.jspecify.annotations.NullMarked;
