/** Knows which time zone holds where, from a map in a library. Start reading at {@link dev.limber.app.zones.ZoneMap}. */
@NullMarked
package dev.limber.app.zones;

import org.jspecify.annotations.NullMarked;
