package dev.limber.local;

import dev.limber.local.picture.Replies;
import java.io.IOException;
import java.time.Duration;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/** The question to a terminal how it shows pictures. While it is open, other things can be done. */
final class GraphicsQuestion {
    /** In all; nearly every terminal answers within a few milliseconds, over slow lines the answer comes later. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Terminal terminal;
    private final Attributes before;
    private final long asked;

    private GraphicsQuestion(Terminal terminal, Attributes before) {
        this.terminal = terminal;
        this.before = before;
        this.asked = System.nanoTime();
    }

    /** From here until the answer, the terminal gives each character at once and shows none. */
    static GraphicsQuestion ask(Terminal terminal, String question) {
        terminal.echo(false);
        var open = new GraphicsQuestion(terminal, terminal.enterRawMode());
        terminal.writer().print(question);
        terminal.flush();
        return open;
    }

    /** Waits no longer than is bearable; what was heard by then, and all that was typed meanwhile. */
    Replies await() throws IOException {
        Replies replies = new Replies();
        NonBlockingReader in = terminal.reader();
        try {
            long left = PATIENCE.toMillis();
            while (!replies.complete() && left > 0) {
                int character = in.read(left);
                if (character == NonBlockingReader.EOF) {
                    break;
                }
                if (character != NonBlockingReader.READ_EXPIRED) {
                    replies.hear(Character.toString(character));
                }
                left = PATIENCE.minusNanos(System.nanoTime() - asked).toMillis();
            }
        } finally {
            terminal.setAttributes(before);
        }
        return replies;
    }
}
