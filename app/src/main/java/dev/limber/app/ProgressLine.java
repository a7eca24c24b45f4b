package dev.limber.app;

import dev.limber.storage.DatabaseMove;
import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/** Shows how far something is: a bar that grows where somebody looks on, else a line at each tenth. */
final class ProgressLine implements DatabaseMove.Progress {
    private static final int WIDTH = 40;
    private static final int LINES = 10;

    private final PrintStream out;
    private final boolean bar;
    private long shown = -1;

    ProgressLine(PrintStream out, boolean bar) {
        this.out = out;
        this.bar = bar;
    }

    static ProgressLine to(PrintStream out) {
        return new ProgressLine(
                out,
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
    }

    /** Nothing more comes; a bar that is not complete stays where it is. */
    void end() {
        if (bar && shown >= 0 && shown < WIDTH) {
            out.println();
        }
    }

    @Override
    public void copied(long rows, long all) {
        long steps = bar ? WIDTH : LINES;
        long step = all == 0 ? steps : steps * rows / all;
        if (step == shown) {
            return;
        }
        shown = step;
        long percent = 100 * step / steps;
        if (bar) {
            int done = Math.toIntExact(step);
            String end = step == steps ? System.lineSeparator() : "";
            out.print("\r[" + "#".repeat(done) + " ".repeat(WIDTH - done) + "] " + percent + " %" + end);
            out.flush();
        } else {
            out.println(percent + " % of " + all + " rows");
        }
    }
}
