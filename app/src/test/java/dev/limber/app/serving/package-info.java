/**
 * The real program against a stand-in of Telegram, over real HTTP. Start reading at
 * {@link dev.limber.app.serving.ServingTest}.
 */
@NullMarked
package dev.limber.app.serving;

import org.jspecify.annotations.NullMarked;
