/**
 * The real program against stand-ins of Telegram and Discord, over real connections. Start reading at
 * {@link dev.limber.app.serving.ServingTest}.
 */
@NullMarked
package dev.limber.app.serving;

import org.jspecify.annotations.NullMarked;
