/**
 * Exercises and routines as data, and reading them from YAML with every fault named. Start reading at
 * {@link dev.limber.core.exercise.Catalog}.
 */
@NullMarked
package dev.limber.core.exercise;

import org.jspecify.annotations.NullMarked;
