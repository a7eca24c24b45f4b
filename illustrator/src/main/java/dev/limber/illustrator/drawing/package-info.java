/** From a pose file to finished frames: camera, figure, things, arrows, letters. Start reading at {@link dev.limber.illustrator.drawing.Scene}. */
@NullMarked
package dev.limber.illustrator.drawing;

import org.jspecify.annotations.NullMarked;
