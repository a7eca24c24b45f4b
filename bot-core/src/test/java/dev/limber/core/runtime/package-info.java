/** Tests of the one impure room. Start reading at {@link dev.limber.core.runtime.LimberTest}. */
@NullMarked
package dev.limber.core.runtime;

import org.jspecify.annotations.NullMarked;
