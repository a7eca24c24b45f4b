/**
 * Measures what is claimed about speed and memory, each against a limit or a peer measured in the same run. Start
 * reading at {@link dev.limber.benchmarks.TurnsBenchmark}.
 */
@NullMarked
package dev.limber.benchmarks;

import org.jspecify.annotations.NullMarked;
