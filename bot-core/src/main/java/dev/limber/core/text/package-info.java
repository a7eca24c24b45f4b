/**
 * Texts in each language, and understanding what people type; both are data of the content. Start reading at
 * {@link dev.limber.core.text.Content}.
 */
@NullMarked
package dev.limber.core.text;

import org.jspecify.annotations.NullMarked;
