package dev.limber.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Opens the terminal that the process was started in; the first to touch the terminal library, which is costly. */
final class SystemTerminal {
    private SystemTerminal() {}

    /** @throws IOException where it cannot be driven */
    static Screen open(boolean coloured) throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .name("limber")
                .system(true)
                .dumb(false)
                .encoding(StandardCharsets.UTF_8)
                .stdinEncoding(StandardCharsets.UTF_8)
                .stdoutEncoding(StandardCharsets.UTF_8)
                // Asking a terminal whether it joins emoji delays the start, and slow ones answer into what is typed.
                .graphemeCluster(false)
                .build();
        return new LiveScreen(terminal, coloured);
    }
}
