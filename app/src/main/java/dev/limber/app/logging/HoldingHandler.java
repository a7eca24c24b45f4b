package dev.limber.app.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Keeps records until it is settled whether anybody should see them. */
final class HoldingHandler extends Handler {
    /** More than a start has to say; with more to say it is shown. */
    private static final int MOST_HELD = 1_000;

    private final Handler target;
    private final List<LogRecord> held = new ArrayList<>();
    private Fate fate = Fate.OPEN;

    /** What becomes of records. */
    private enum Fate {
        OPEN,
        SHOWN,
        DROPPED
    }

    HoldingHandler(Handler target) {
        this.target = target;
    }

    @Override
    public synchronized void publish(LogRecord record) {
        switch (fate) {
            case SHOWN -> target.publish(record);
            case DROPPED -> {}
            case OPEN -> {
                held.add(record);
                if (held.size() > MOST_HELD) {
                    show();
                }
            }
        }
    }

    /** Shows what is held and what comes. */
    synchronized void show() {
        fate = Fate.SHOWN;
        held.forEach(target::publish);
        held.clear();
    }

    /** Forgets what is held and what comes, unless it is shown already. */
    synchronized void drop() {
        if (fate == Fate.OPEN) {
            fate = Fate.DROPPED;
            held.clear();
        }
    }

    @Override
    public void flush() {
        target.flush();
    }

    @Override
    public synchronized void close() {
        target.close();
    }
}
