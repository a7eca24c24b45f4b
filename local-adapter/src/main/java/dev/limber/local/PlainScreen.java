package dev.limber.local;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Plain lines in and out, in UTF-8: no colours, no wrapping, nothing but what is said. Messages have a blank line
 * between them, and all buttons of one stand on one line.
 */
final class PlainScreen implements Screen {
    private final LineSource in;
    private final Writer out;
    private final Writer complaints;
    private final boolean live;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean first = true;

    PlainScreen(InputStream in, OutputStream out, OutputStream complaints, boolean live) {
        this.in = new LineSource(in);
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.complaints = new OutputStreamWriter(complaints, StandardCharsets.UTF_8);
        this.live = live;
    }

    @Override
    public boolean live() {
        return live;
    }

    @Override
    public void show(Shown message) {
        StringBuilder text = new StringBuilder();
        message.parts().forEach(part -> text.append(part.text()).append('\n'));
        List<Shown.Choice> buttons =
                message.buttons().stream().flatMap(List::stream).toList();
        if (!buttons.isEmpty()) {
            text.append(buttons.stream().map(Shown.Choice::text).collect(Collectors.joining("  ")))
                    .append('\n');
        }
        lock.lock();
        try {
            write(out, (first ? "" : "\n") + text);
            first = false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void complain(String sentence) {
        lock.lock();
        try {
            write(complaints, Clean.line(sentence) + "\n");
        } finally {
            lock.unlock();
        }
    }

    private static void write(Writer writer, String text) {
        try {
            writer.write(text);
            writer.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public Optional<String> readLine() {
        try {
            return in.next();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void completeWith(Completions completions) {
        // Lines arrive here when they are complete.
    }

    @Override
    public void close() {
        // The process's own streams stay open; every message was flushed.
    }
}
