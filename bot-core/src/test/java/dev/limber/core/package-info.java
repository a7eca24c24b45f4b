/** Tests of the core as a whole. Start reading at {@link dev.limber.core.ArchitectureTest}. */
@NullMarked
package dev.limber.core;

import org.jspecify.annotations.NullMarked;
