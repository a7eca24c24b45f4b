package dev.limber.local;

import dev.limber.local.picture.PicturePainter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Opens the terminal that the process was started in; the first to touch the terminal library, which is costly. */
final class SystemTerminal {
    private SystemTerminal() {}

    /**
     * @param question about its graphics, as this terminal understands it
     * @throws IOException where it cannot be driven
     */
    static Screen open(boolean coloured, String question, PicturePainter pictures) throws IOException {
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
        try {
            // It answers while the line editor is put together.
            GraphicsQuestion open = GraphicsQuestion.ask(terminal, question);
            LiveScreen screen = new LiveScreen(terminal, coloured, pictures);
            screen.learn(open.await());
            return screen;
        } catch (IOException | RuntimeException unusable) {
            terminal.close();
            throw unusable;
        }
    }
}
