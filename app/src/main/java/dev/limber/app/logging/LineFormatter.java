package dev.limber.app.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** One line for each record: moment in UTC, level, logger, message; then what was thrown, if anything was. */
final class LineFormatter extends Formatter {
    @Override
    public String format(LogRecord record) {
        Instant moment = record.getInstant().truncatedTo(ChronoUnit.MILLIS);
        String name = Optional.ofNullable(record.getLoggerName()).orElse("");
        String message = Optional.ofNullable(formatMessage(record)).orElse("");
        String line = moment + " " + word(record.getLevel()) + " " + name + " - "
                + message.replace("\r", "\\r").replace("\n", "\\n") + "\n";
        return line
                + Optional.ofNullable(record.getThrown())
                        .map(LineFormatter::trace)
                        .orElse("");
    }

    private static String word(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARN ";
        }
        return level.intValue() >= Level.INFO.intValue() ? "INFO " : "DEBUG";
    }

    private static String trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
