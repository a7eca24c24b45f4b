package dev.limber.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.AbstractPosixTerminal;

/**
 * A terminal of the operating system for a process to sit at, with a test at its keys and before its screen. Needs a Java
 * machine that opens {@code java.io}, for a file descriptor made by hand.
 */
public final class PseudoTerminal implements AutoCloseable {
    private static final Pattern DEVICE = Pattern.compile("/dev/[\\w/]+");

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PipedOutputStream keys = new PipedOutputStream();
    private final Terminal terminal;

    public PseudoTerminal() throws IOException {
        terminal = TerminalBuilder.builder()
                .name("outside")
                .system(false)
                .provider(TerminalBuilder.PROP_PROVIDER_FFM)
                .type("xterm-256color")
                .graphemeCluster(false)
                .streams(new PipedInputStream(keys), shown)
                .build();
        terminal.setSize(Size.of(80, 24));
    }

    /** Has a process, which has not begun yet, sit at this terminal. */
    public ProcessBuilder seat(ProcessBuilder program) {
        program.environment().put("TERM", "xterm-256color");
        program.environment().remove("NO_COLOR");
        return program.redirectInput(device()).redirectOutput(device());
    }

    private File device() {
        Matcher name =
                DEVICE.matcher(((AbstractPosixTerminal) terminal).getPty().toString());
        if (!name.find()) {
            throw new IllegalStateException("no device: " + ((AbstractPosixTerminal) terminal).getPty());
        }
        return new File(name.group());
    }

    public void type(String text) throws IOException {
        keys.write(text.getBytes(UTF_8));
        keys.flush();
    }

    /** All that has come to the screen, with what steers it. */
    public String shown() {
        return shown.toString(UTF_8);
    }

    @Override
    public void close() throws IOException {
        terminal.close();
        keys.close();
    }
}
