/**
 * Tries the scripts as a person would: in a shell of their own. Start reading at
 * {@link dev.limber.app.scripts.StartScriptTest}.
 */
@NullMarked
package dev.limber.app.scripts;

import org.jspecify.annotations.NullMarked;
