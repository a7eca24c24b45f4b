package dev.limber.app.logging;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Writes to one file, which is set aside under {@code .1} when it is full, in place of the one set aside before. The
 * platform's own handler would number the current file too, and leave a lock file beside it.
 *
 * <p>Where a record cannot be written (a full disk), it is lost: a log must not disturb what it tells of.
 */
final class RotatingFileHandler extends Handler {
    private final Path file;
    private final long mostBytes;
    private OutputStream out;
    private long bytes;

    RotatingFileHandler(Path file, long mostBytes) throws IOException {
        this.file = file;
        this.mostBytes = mostBytes;
        setFormatter(new LineFormatter());
        setErrorManager(new Quiet());
        bytes = Files.exists(file) ? Files.size(file) : 0;
        out = open(file);
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        byte[] line = getFormatter().format(record).getBytes(StandardCharsets.UTF_8);
        try {
            if (bytes > 0 && bytes + line.length > mostBytes) {
                rotate();
            }
            out.write(line);
            out.flush();
            bytes += line.length;
        } catch (IOException e) {
            reportError("cannot write to " + file, e, ErrorManager.WRITE_FAILURE);
        }
    }

    @Override
    public synchronized void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            reportError("cannot write to " + file, e, ErrorManager.FLUSH_FAILURE);
        }
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            reportError("cannot close " + file, e, ErrorManager.CLOSE_FAILURE);
        }
        out = OutputStream.nullOutputStream();
    }

    private void rotate() throws IOException {
        out.close();
        Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        out = open(file);
        bytes = 0;
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** The platform's own would print to standard error, into the middle of a chat. */
    private static final class Quiet extends ErrorManager {
        @Override
        public synchronized void error(String message, Exception cause, int code) {
            // Nobody is left to tell: the log itself is what fails.
        }
    }
}
