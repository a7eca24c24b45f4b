/** Measures the store on this machine. Start reading at {@link dev.limber.storage.measure.StoreSpeed}. */
@NullMarked
package dev.limber.storage.measure;

import org.jspecify.annotations.NullMarked;
