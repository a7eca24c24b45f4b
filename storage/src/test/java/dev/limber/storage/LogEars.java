package dev.limber.storage;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;

/** All that is logged while this is open, at every level that Limber lets a library log at; stack traces included. */
final class LogEars extends Handler implements AutoCloseable {
    private final Logger root = Logger.getLogger("");
    private final List<Logger> discreet = List.of(Logger.getLogger("org.postgresql"));
    private final Level before = root.getLevel();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    LogEars() {
        root.setLevel(Level.ALL);
        discreet.forEach(logger -> logger.setLevel(Level.INFO));
        setLevel(Level.ALL);
        root.addHandler(this);
    }

    String text() {
        return heard.stream().collect(Collectors.joining("\n"));
    }

    static String withTrace(Throwable failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    @Override
    public void publish(LogRecord record) {
        String trace = record.getThrown() == null ? "" : withTrace(record.getThrown());
        heard.add(record.getLoggerName() + " " + new SimpleFormatter().formatMessage(record) + "\n" + trace);
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
        discreet.forEach(logger -> logger.setLevel(null));
    }
}
