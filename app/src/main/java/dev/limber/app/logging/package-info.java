/**
 * Where the log goes and what a line of it looks like. Start reading at {@link dev.limber.app.logging.Logging}.
 */
@NullMarked
package dev.limber.app.logging;

import org.jspecify.annotations.NullMarked;
