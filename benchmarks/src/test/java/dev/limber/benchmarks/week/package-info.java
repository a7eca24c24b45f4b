@NullMarked
package dev.limber.benchmarks.week;

import org.jspecify.annotations.NullMarked;
