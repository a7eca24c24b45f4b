package dev.limber.app.logging;

import java.util.logging.LogManager;

/**
 * Keeps the log open until the very end. The platform's own manager closes it as soon as the process is told to end,
 * while we still deliver, close, and have something to tell about it.
 */
public final class SteadyLogManager extends LogManager {
    /** Does nothing: {@link Logging} decides what is logged where, and until when. */
    @Override
    public void reset() {}
}
