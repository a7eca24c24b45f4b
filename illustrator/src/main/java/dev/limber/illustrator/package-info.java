/** Draws pose files into pictures, each once. Start reading at {@link dev.limber.illustrator.Illustrator}. */
@NullMarked
package dev.limber.illustrator;

import org.jspecify.annotations.NullMarked;
