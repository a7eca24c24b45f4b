/** What is stored, as JSON. Start reading at {@link dev.limber.core.runtime.json.JsonCodec}. */
@NullMarked
package dev.limber.core.runtime.json;

import org.jspecify.annotations.NullMarked;
