/**
 * What tests of several modules share: the contracts of the ports, and helpers for them. Start reading at
 * {@link dev.limber.testkit.StoreContract}.
 */
@NullMarked
package dev.limber.testkit;

import org.jspecify.annotations.NullMarked;
