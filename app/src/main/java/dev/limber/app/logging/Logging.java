package dev.limber.app.logging;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Sets up where log records go. No configuration file of the Java platform is consulted. */
public final class Logging implements AutoCloseable {
    private static final long MOST_BYTES_A_FILE = 1024 * 1024L;

    /** Libraries that tell of every little thing; held here because the platform forgets loggers that nobody holds. */
    private final List<Logger> talkative;

    /** What has details with secrets in them: what goes over the wire, and commands with their arguments. */
    private final List<Logger> indiscreet;

    private final Logger quoting = Logger.getLogger("net.dv8tion.jda.internal.requests.WebSocketClient");

    /** Says with a page of places what is said in one line elsewhere: that a call did not get through. */
    private final Logger verbose = Logger.getLogger("net.dv8tion.jda.api.requests.RestRateLimiter");

    private final HoldingHandler handler;

    private Logging(Handler target, Level level) {
        handler = new HoldingHandler(target);
        Logger root = Logger.getLogger("");
        Arrays.stream(root.getHandlers()).forEach(root::removeHandler);
        root.setLevel(level);
        root.addHandler(handler);
        Level quieter = level.equals(Level.INFO) ? Level.WARNING : level;
        talkative = Stream.of("org.flywaydb", "org.jline", "com.github.benmanes")
                .map(Logger::getLogger)
                .toList();
        talkative.forEach(logger -> logger.setLevel(quieter));
        indiscreet = Stream.of(
                        "okhttp3",
                        "org.eclipse.jetty",
                        "io.javalin",
                        "org.telegram",
                        "net.dv8tion",
                        "org.postgresql",
                        "com.zaxxer",
                        "com.neovisionaries",
                        "jdk.event",
                        "java.lang")
                .map(Logger::getLogger)
                .toList();
        // It quotes what it could not read, with all that somebody wrote.
        quoting.setLevel(Level.OFF);
        verbose.setFilter(record -> record.getThrown() == null);
        Level discreet = quieter.intValue() < Level.INFO.intValue() ? Level.INFO : quieter;
        indiscreet.forEach(logger -> logger.setLevel(discreet));
    }

    /**
     * Lets the log outlast the beginning of the process's end. To be called before anything else: whoever touches a
     * logger first settles which manager there is.
     */
    public static void outlastTheEnd() {
        System.setProperty("java.util.logging.manager", SteadyLogManager.class.getName());
    }

    /**
     * Logs to a file, and keeps one older file beside it, at most 1 MiB each.
     *
     * @throws IOException where the file cannot be written
     */
    public static Logging toFile(Path file, Level level) throws IOException {
        return shown(new RotatingFileHandler(file, MOST_BYTES_A_FILE), level);
    }

    /** Logs to a stream such as standard error. */
    public static Logging to(PrintStream stream, Level level) {
        return shown(new FlushingHandler(stream), level);
    }

    /**
     * Likewise, but only from {@link #show} on, with all that was logged before; never after {@link #drop}. Who asks for
     * details gets them at once.
     */
    public static Logging held(PrintStream stream, Level level) {
        return level.intValue() < Level.INFO.intValue()
                ? to(stream, level)
                : new Logging(new FlushingHandler(stream), level);
    }

    private static Logging shown(Handler target, Level level) {
        var logging = new Logging(target, level);
        logging.show();
        return logging;
    }

    /** Shows what was held, and what comes. */
    public void show() {
        handler.show();
    }

    /** Forgets what was held, and what comes. */
    public void drop() {
        handler.drop();
    }

    /** Stops logging, and lets go of the file. */
    @Override
    public void close() {
        Logger.getLogger("").removeHandler(handler);
        talkative.forEach(logger -> logger.setLevel(Level.OFF));
        indiscreet.forEach(logger -> logger.setLevel(Level.OFF));
        handler.close();
    }
}
