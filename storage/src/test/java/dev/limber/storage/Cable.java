package dev.limber.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/** The way to the server: it can be cut, go dead, and be mended. */
public final class Cable implements AutoCloseable {
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicReference<String> lost = new AtomicReference<>("");
    private final ReentrantLock flow = new ReentrantLock();
    private final ServerSocket entry;
    private volatile boolean isCut;

    public Cable() {
        try {
            entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            port = entry.getLocalPort();
            listen(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same database, reached through this. */
    public StorageConfig.Postgres to(StorageConfig.Postgres database) {
        return new StorageConfig.Postgres(
                "jdbc:postgresql://localhost:" + port + "/" + Servers.name(database),
                database.user(),
                database.password());
    }

    /** Ends all connections, and further ones as soon as they begin. */
    public void cut() throws IOException {
        isCut = true;
        hangUp();
    }

    public void mend() {
        isCut = false;
    }

    /** Nothing comes through any more, and nobody is told; by the thread that also calls {@link #thaw}. */
    void freeze() {
        flow.lock();
    }

    void thaw() {
        flow.unlock();
    }

    /** Instead of the server's next answer that has these words, the end of the connection comes. */
    void loseAnswer(String words) {
        lost.set(words);
    }

    boolean answerIsLost() {
        return lost.get().isEmpty();
    }

    @Override
    public void close() throws IOException {
        cut();
        entry.close();
    }

    private void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    private void listen(ServerSocket at) {
        Thread.ofVirtual().start(() -> {
            while (!at.isClosed()) {
                accept(at);
            }
        });
    }

    private void accept(ServerSocket at) {
        try {
            Socket near = at.accept();
            if (isCut) {
                near.close();
                return;
            }
            var far = new Socket(InetAddress.getLoopbackAddress(), Servers.port());
            sockets.add(near);
            sockets.add(far);
            Thread.ofVirtual().start(() -> carry(near, far, false));
            Thread.ofVirtual().start(() -> carry(far, near, true));
        } catch (IOException cut) {
            // The loop sees it.
            return;
        }
    }

    /** Until one of the two is closed; then the other is, too. */
    private void carry(Socket from, Socket to, boolean answers) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var buffer = new byte[65_536];
            int length = in.read(buffer);
            while (length >= 0 && !(answers && isToBeLost(buffer, length))) {
                pass(out, buffer, length);
                length = in.read(buffer);
            }
        } catch (IOException cut) {
            // The other direction ends with it.
            return;
        }
    }

    private void pass(OutputStream out, byte[] buffer, int length) throws IOException {
        flow.lock();
        try {
            out.write(buffer, 0, length);
        } finally {
            flow.unlock();
        }
    }

    private boolean isToBeLost(byte[] buffer, int length) {
        String words = lost.get();
        return !words.isEmpty()
                && new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains(words)
                && lost.compareAndSet(words, "");
    }
}
