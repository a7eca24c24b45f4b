/** A package on no list. Start reading at {@link dev.limber.testkit.HouseRulesTest}. */
@NullMarked
package dev.limber.testkit.broken.unlisted;

import org.jspecify.annotations.NullMarked;
