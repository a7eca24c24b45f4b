/**
 * What Limber says, on its way to Telegram. Start reading at {@link dev.limber.telegram.outgoing.Deliverer}.
 */
@NullMarked
package dev.limber.telegram.outgoing;

import org.jspecify.annotations.NullMarked;
