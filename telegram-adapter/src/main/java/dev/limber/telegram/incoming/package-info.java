/**
 * What Telegram tells, on its way in: by polling or by webhook. Start reading at
 * {@link dev.limber.telegram.incoming.Intake}.
 */
@NullMarked
package dev.limber.telegram.incoming;

import org.jspecify.annotations.NullMarked;
