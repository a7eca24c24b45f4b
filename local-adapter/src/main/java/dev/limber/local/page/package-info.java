/**
 * Chat in a browser page that this machine alone can reach. Start reading at {@link dev.limber.local.page.PagePlatform}
 * for what is said, and at {@link dev.limber.local.page.PageServer} for how it comes to the browser.
 */
@NullMarked
package dev.limber.local.page;

import org.jspecify.annotations.NullMarked;
