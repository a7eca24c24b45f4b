/**
 * Tells those who run Limber how it is: {@code /health} and {@code /metrics} on a listener of its own. Start reading at
 * {@link dev.limber.app.ops.Operations}.
 */
@NullMarked
package dev.limber.app.ops;

import org.jspecify.annotations.NullMarked;
