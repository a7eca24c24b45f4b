/** Tests of nudges. Start reading at {@link dev.limber.core.nudge.NudgePlannerTest}. */
@NullMarked
package dev.limber.core.nudge;

import org.jspecify.annotations.NullMarked;
