package dev.limber.app.logging;

import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.StreamHandler;

/** Shows each record at once; leaves the stream open at the end, because it is not its own. */
final class FlushingHandler extends StreamHandler {
    FlushingHandler(PrintStream stream) {
        super(stream, new LineFormatter());
        // The platform's own default is to leave out all details.
        setLevel(Level.ALL);
    }

    @Override
    public synchronized void publish(LogRecord record) {
        super.publish(record);
        flush();
    }

    @Override
    public synchronized void close() {
        flush();
    }
}
