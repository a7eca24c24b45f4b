/**
 * Chat on this machine's own screen: typed lines in, messages out, with or without a terminal's comforts. Start reading
 * at {@link dev.limber.local.TerminalChat}.
 */
@NullMarked
package dev.limber.local;

import org.jspecify.annotations.NullMarked;
