/**
 * The command line: what may be typed, and what is said when it cannot be understood. Start reading at
 * {@link dev.limber.app.cli.LimberCommand}.
 */
@NullMarked
package dev.limber.app.cli;

import org.jspecify.annotations.NullMarked;
