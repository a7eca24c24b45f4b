package dev.limber.app.cli;

import dev.limber.app.config.Machine;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * All that a command may use of the process that it runs in.
 *
 * @param in where lines come from when they are not typed at a terminal
 */
public record Console(Machine machine, InputStream in, PrintStream out, PrintStream err) {}
