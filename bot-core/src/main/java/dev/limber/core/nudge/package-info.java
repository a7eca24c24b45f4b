/**
 * When somebody is nudged: rules, the instants that follow from them, and the phrases in which people say them. Start
 * reading at {@link dev.limber.core.nudge.NudgeRule}.
 */
@NullMarked
package dev.limber.core.nudge;

import org.jspecify.annotations.NullMarked;
