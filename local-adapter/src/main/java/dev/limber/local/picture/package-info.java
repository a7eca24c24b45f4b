/**
 * Pictures for terminals that can show them, as what is written to these. Start reading at
 * {@link dev.limber.local.picture.PicturePainter}.
 */
@NullMarked
package dev.limber.local.picture;

import org.jspecify.annotations.NullMarked;
