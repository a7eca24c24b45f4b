package dev.limber.local;

import dev.limber.core.chat.Block;
import dev.limber.local.picture.Graphics;
import dev.limber.local.picture.PicturePainter;
import dev.limber.local.picture.Replies;
import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.NonBlockingReader;

/**
 * A terminal with somebody at it: line editing, completion, colours, and messages that appear above what is being typed,
 * with pictures where it can show them.
 * What was typed can be recalled while the chat lasts; nothing of it is written down, because answers about health are
 * among it.
 */
final class LiveScreen implements Screen {
    private static final Size WHERE_UNKNOWN = Size.of(80, 24);

    private final Terminal terminal;
    private final LineReaderImpl reader;
    private final LineCompleter completer = new LineCompleter();
    private final Painting painting;
    private final AttributedString prompt;
    private final PicturePainter pictures;
    private final ReentrantLock closing = new ReentrantLock();
    private volatile Graphics graphics = Graphics.NONE;
    private boolean closed;

    /** @param terminal belongs to this screen from now on; it is shown no pictures before {@link #learn} */
    LiveScreen(Terminal terminal, boolean coloured, PicturePainter pictures) {
        this.terminal = terminal;
        if (terminal.getSize().getColumns() == 0) {
            // Some containers and scripts give a terminal without a size, where the line editor would show nothing.
            terminal.setSize(WHERE_UNKNOWN);
        }
        this.pictures = pictures;
        this.painting = new Painting(coloured);
        this.prompt = new AttributedString("> ", coloured ? AttributedStyle.BOLD : AttributedStyle.DEFAULT);
        this.reader = reader(terminal, completer);
        for (String beginning : Replies.beginnings()) {
            listenFor(beginning);
        }
        // While answers are waited for: typing ahead leaves no trace between them, and Ctrl-C does not end the program.
        terminal.echo(false);
        terminal.handle(Terminal.Signal.INT, Terminal.SignalHandler.SIG_IGN);
    }

    private static LineReaderImpl reader(Terminal terminal, LineCompleter completer) {
        var reader = (LineReaderImpl) LineReaderBuilder.builder()
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
        return reader;
    }

    /** Answers that come when nobody waits for them any more must not get into the line. */
    private void listenFor(String beginning) {
        String name = "hear-" + KeyMap.display(beginning);
        reader.getWidgets().put(name, () -> {
            hearLate(beginning);
            return true;
        });
        Optional.ofNullable(reader.getKeyMaps().get(LineReader.MAIN))
                .ifPresent(keys -> keys.bind(new Reference(name), beginning));
    }

    private void hearLate(String beginning) {
        Replies replies = new Replies();
        replies.hear(beginning);
        while (replies.underWay()) {
            int character = reader.readCharacter();
            if (character == NonBlockingReader.EOF) {
                return;
            }
            replies.hear(Character.toString(character));
        }
        if (replies.graphics() != Graphics.NONE) {
            graphics = replies.graphics();
        }
        String rest = replies.rest();
        reader.runMacro(rest.substring(Math.min(beginning.length(), rest.length())));
    }

    /** Shows pictures from now on, where the terminal says that it can; what was typed is not lost. */
    void learn(Replies replies) {
        graphics = replies.graphics();
        reader.runMacro(replies.rest());
    }

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public void show(Shown message) {
        print(size -> {
            StringBuilder text = new StringBuilder();
            message.parts().forEach(part -> text.append(paint(part, size)));
            return text.append(painting.buttons(message.buttons(), size.getColumns())
                            .toAnsi(terminal))
                    .toString();
        });
    }

    private String paint(Shown.Part part, Size size) {
        Optional<String> picture = switch (part) {
            case Shown.Line _ -> Optional.empty();
            case Shown.Picture(Block.Picture block, String _) ->
                pictures.paint(block, graphics, size.getColumns(), size.getRows());
        };
        return picture.map(shown -> shown + "\n")
                .orElseGet(() -> painting.part(part, size.getColumns()).toAnsi(terminal));
    }

    @Override
    public void complain(String sentence) {
        print(size ->
                painting.complaint(Clean.line(sentence), size.getColumns()).toAnsi(terminal));
    }

    private void print(Function<Size, String> text) {
        closing.lock();
        try {
            if (closed) {
                throw new UncheckedIOException(new IOException("the terminal is closed"));
            }
            Size size = terminal.getSize();
            reader.printAbove(text.apply(Size.of(Math.max(1, size.getColumns()), size.getRows())));
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
