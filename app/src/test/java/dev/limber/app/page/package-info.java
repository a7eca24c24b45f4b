/**
 * The chat page in a real browser. Start reading at {@link dev.limber.app.page.PageTest}.
 */
@NullMarked
package dev.limber.app.page;

import org.jspecify.annotations.NullMarked;
