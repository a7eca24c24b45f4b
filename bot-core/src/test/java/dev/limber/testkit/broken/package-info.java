/**
 * Classes that break the house rules, to see that the rules notice. Start reading at
 * {@link dev.limber.testkit.HouseRulesTest}.
 */
@NullMarked
package dev.limber.testkit.broken;

import org.jspecify.annotations.NullMarked;
