package dev.limber.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that what was erased is in no byte of the file nor of its log, in steps between which turns go on; for the
 * writer's thread alone. That it is due is noted in the file itself, so that it survives a crash.
 */
final class Wiper {
    private static final Logger LOG = LoggerFactory.getLogger(Wiper.class);

    /** 8 MiB: some milliseconds. */
    private static final int PAGES_AT_ONCE = 2048;

    private static final long AGAIN_MILLIS = 500;

    private final DataFile file;

    /** Who waits for the pass under way, and who came too late for it. */
    private List<Pending<?>> waiting = new ArrayList<>();

    private List<Pending<?>> late = new ArrayList<>();
    private boolean due;
    private boolean dueAgain;
    private boolean hindered;
    private long nextPage;

    Wiper(DataFile file) {
        this.file = file;
    }

    /** Something was erased that must go. */
    void add() {
        if (due && nextPage > 0) {
            dueAgain = true;
        } else {
            due = true;
        }
    }

    /** Somebody erased something, and is told once it is gone. */
    void add(Pending<?> eraser) {
        add();
        (dueAgain ? late : waiting).add(eraser);
    }

    boolean isDue() {
        return due;
    }

    /** How long to wait with the next step when there is nothing else to do. */
    long pauseMillis() {
        return hindered ? AGAIN_MILLIS : 0;
    }

    /** Does some of the work. Where it cannot be done now, nobody is kept waiting for it. */
    void step(WriteSession session) {
        try {
            if (session.emptyLog() && clearSome(session)) {
                hindered = false;
                if (nextPage == 0) {
                    finish(session);
                }
            } else {
                giveWay("another program uses the file");
            }
        } catch (SQLException | IOException | RuntimeException e) {
            giveWay(e.getMessage());
        }
    }

    /** Lets go whoever is waiting. */
    void release() {
        waiting.forEach(Pending::complete);
        waiting.clear();
        late.forEach(Pending::complete);
        late.clear();
    }

    /**
     * Clears some pages, within a transaction that keeps all other writers away.
     *
     * @return whether it could: not where another program has written since the log was emptied
     */
    private boolean clearSome(WriteSession session) throws SQLException, IOException {
        session.begin();
        boolean alone;
        try {
            alone = file.logIsEmpty();
            if (alone) {
                nextPage = PageGaps.clear(file.content(), nextPage, PAGES_AT_ONCE);
            }
        } finally {
            session.rollback();
        }
        // The session must not write its own copies of these pages back.
        session.dropCache();
        return alone;
    }

    private void giveWay(@Nullable String reason) {
        if (!hindered) {
            LOG.warn("what was erased cannot be overwritten in the file yet, and will be soon: {}", reason);
        }
        hindered = true;
        dueAgain = false;
        nextPage = 0;
        release();
    }

    private void finish(WriteSession session) throws SQLException, IOException {
        file.content().force(false);
        due = dueAgain;
        dueAgain = false;
        if (!due) {
            session.noteWiped();
        }
        waiting.forEach(Pending::complete);
        waiting = late;
        late = new ArrayList<>();
    }
}
