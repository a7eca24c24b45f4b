/**
 * Simulates days of many people with nudges, and checks what came against a naive model of what was promised. Start
 * reading at {@link dev.limber.benchmarks.week.Simulation}.
 */
@NullMarked
package dev.limber.benchmarks.week;

import org.jspecify.annotations.NullMarked;
