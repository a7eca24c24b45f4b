/** Looping GIFs with one small palette. Start reading at {@link dev.limber.illustrator.gif.Gif}. */
@NullMarked
package dev.limber.illustrator.gif;

import org.jspecify.annotations.NullMarked;
