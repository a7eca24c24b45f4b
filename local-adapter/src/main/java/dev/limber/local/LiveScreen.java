package dev.limber.local;

import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * A terminal with somebody at it: line editing, completion, colours, and messages that appear above what is being typed.
 * What was typed can be recalled while the chat lasts; nothing of it is written down, because answers about health are
 * among it.
 */
final class LiveScreen implements Screen {
    private static final Size WHERE_UNKNOWN = Size.of(80, 24);

    private final Terminal terminal;
    private final LineReader reader;
    private final LineCompleter completer = new LineCompleter();
    private final Painting painting;
    private final AttributedString prompt;
    private final ReentrantLock closing = new ReentrantLock();
    private boolean closed;

    /** @param terminal belongs to this screen from now on */
    LiveScreen(Terminal terminal, boolean coloured) {
        this.terminal = terminal;
        if (terminal.getSize().getColumns() == 0) {
            // Some containers and scripts give a terminal without a size, where the line editor would show nothing.
            terminal.setSize(WHERE_UNKNOWN);
        }
        this.painting = new Painting(coloured);
        this.prompt = new AttributedString("> ", coloured ? AttributedStyle.BOLD : AttributedStyle.DEFAULT);
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .completer(completer)
                .parser(completer)
                .completionMatcher(new LineCompleter.AllThatIsOffered())
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        // It would put what is typed into a file for an editor.
        reader.getWidgets()
                .put(
                        LineReader.EDIT_AND_EXECUTE_COMMAND,
                        reader.getBuiltinWidgets().get(LineReader.BEEP));
        // While answers are waited for: typing ahead leaves no trace between them, and Ctrl-C does not end the program.
        terminal.echo(false);
        terminal.handle(Terminal.Signal.INT, Terminal.SignalHandler.SIG_IGN);
    }

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public void show(Shown message) {
        print(columns -> painting.paint(message, columns));
    }

    @Override
    public void complain(String sentence) {
        print(columns -> painting.complaint(Clean.line(sentence), columns));
    }

    private void print(IntFunction<AttributedString> text) {
        closing.lock();
        try {
            if (closed) {
                throw new UncheckedIOException(new IOException("the terminal is closed"));
            }
            reader.printAbove(text.apply(Math.max(1, terminal.getSize().getColumns())));
        } catch (IllegalStateException gone) {
            throw new UncheckedIOException(new IOException("the terminal is gone", gone));
        } finally {
            closing.unlock();
        }
    }

    private boolean isClosed() {
        closing.lock();
        try {
            return closed;
        } finally {
            closing.unlock();
        }
    }

    /** Ctrl-C clears what was begun; with nothing typed it ends the input, as Ctrl-D does. */
    @Override
    public Optional<String> readLine() {
        while (true) {
            try {
                return Optional.of(reader.readLine(prompt.toAnsi(terminal)).replace('\n', ' '));
            } catch (UserInterruptException interrupted) {
                if (interrupted.getPartialLine().isBlank()) {
                    return Optional.empty();
                }
            } catch (EndOfFileException left) {
                return Optional.empty();
            } catch (IOError | IllegalStateException gone) {
                if (isClosed()) {
                    return Optional.empty();
                }
                throw new UncheckedIOException(new IOException("the terminal is gone", gone));
            }
        }
    }

    @Override
    public void completeWith(Completions completions) {
        completer.completeWith(completions);
    }

    @Override
    public void close() {
        closing.lock();
        try {
            closed = true;
            terminal.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            closing.unlock();
        }
    }
}
