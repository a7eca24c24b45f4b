/** Tests of what is stored. Start reading at {@link dev.limber.core.runtime.json.JsonCodecTest}. */
@NullMarked
package dev.limber.core.runtime.json;

import org.jspecify.annotations.NullMarked;
