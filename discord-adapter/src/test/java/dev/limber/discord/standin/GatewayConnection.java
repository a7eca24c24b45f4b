package dev.limber.discord.standin;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okhttp3.internal.ws.RealWebSocket;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A client on the line. What leaves is queued, and whoever comes first writes for all: nobody waits for another, and
 * the order is kept.
 */
final class GatewayConnection extends WebSocketListener {
    /** Where okhttp would give up. */
    private static final long MOST_QUEUED = 16L * 1024 * 1024;

    /** What hears of a connection. */
    interface Ear {
        void opened(GatewayConnection connection);

        void heard(GatewayConnection connection, String text);

        void heardBytes(GatewayConnection connection);

        /** The client said goodbye. */
        void closing(GatewayConnection connection, int code);

        /** Comes once, whoever ended it. */
        void gone(GatewayConnection connection);
    }

    private sealed interface Outgoing {
        record Text(String text) implements Outgoing {}

        record Close(int code, String reason) implements Outgoing {}

        record End() implements Outgoing {}
    }

    private final String origin;
    private final Optional<ZlibStream> zlib;
    private final Ear ear;
    private final GatewayJournal journal;
    private final GatewayPulse pulse = new GatewayPulse();
    private final GatewayRate rate = new GatewayRate();
    private final Queue<Outgoing> outbox = new ConcurrentLinkedQueue<>();
    private final AtomicInteger flushing = new AtomicInteger();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean gone = new AtomicBoolean();
    private volatile @Nullable WebSocket socket;
    private volatile @Nullable ShardSession session;
    private boolean ended;

    /** @param origin the URL that the client connected to, without a query */
    GatewayConnection(String origin, boolean compressed, Ear ear, GatewayJournal journal) {
        this.origin = origin;
        this.zlib = compressed ? Optional.of(new ZlibStream()) : Optional.empty();
        this.ear = ear;
        this.journal = journal;
    }

    String origin() {
        return origin;
    }

    GatewayPulse pulse() {
        return pulse;
    }

    GatewayRate rate() {
        return rate;
    }

    Optional<ShardSession> session() {
        return Optional.ofNullable(session);
    }

    void enter(ShardSession entered) {
        session = entered;
    }

    /** Forgets a session that could not be resumed. */
    void exit() {
        session = null;
    }

    /** Queues a payload; {@link #flush} sends it. */
    void enqueue(String text) {
        outbox.add(new Outgoing.Text(text));
    }

    void send(String text) {
        enqueue(text);
        flush();
    }

    boolean isClosing() {
        return closing.get();
    }

    /** Ends it with a close frame; its session waits for the client unless that code ends sessions. */
    void close(int code, String reason) {
        if (closing.compareAndSet(false, true)) {
            leave();
            outbox.add(new Outgoing.Close(code, reason));
            flush();
        }
    }

    /**
     * Ends it without a word. The server's side of a WebSocket has no call that could be cancelled, so
     * {@link WebSocket#cancel} does not work there; to fail it has the same effect.
     */
    void cut() {
        closing.set(true);
        leave();
        if (socket() instanceof RealWebSocket real) {
            real.failWebSocket(new IOException("cut by a test"), null, false);
        }
    }

    private void leave() {
        session().ifPresent(left -> left.detach(this));
    }

    void flush() {
        if (flushing.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            Outgoing next = outbox.poll();
            while (next != null) {
                write(next);
                next = outbox.poll();
            }
            missed = flushing.addAndGet(-missed);
        } while (missed != 0);
    }

    private void write(Outgoing next) {
        if (ended) {
            return;
        }
        switch (next) {
            case Outgoing.Text(String text) -> write(text);
            case Outgoing.Close(int code, String reason) -> {
                socket().close(code, reason);
                end();
            }
            case Outgoing.End _ -> end();
        }
    }

    private void write(String text) {
        journal.sent(text);
        WebSocket out = socket();
        boolean queued =
                zlib.map(stream -> out.send(ByteString.of(stream.next(text)))).orElseGet(() -> out.send(text));
        if (!queued && out.queueSize() + text.length() > MOST_QUEUED) {
            journal.violation("The client does not read what it is sent.");
        }
    }

    private void end() {
        ended = true;
        zlib.ifPresent(ZlibStream::end);
    }

    private WebSocket socket() {
        return Objects.requireNonNull(socket, "not open yet");
    }

    @Override
    public void onOpen(WebSocket opened, Response response) {
        socket = opened;
        ear.opened(this);
    }

    @Override
    public void onMessage(WebSocket from, String text) {
        ear.heard(this, text);
    }

    @Override
    public void onMessage(WebSocket from, ByteString bytes) {
        ear.heardBytes(this);
    }

    @Override
    public void onClosing(WebSocket from, int code, String reason) {
        if (!isClosing()) {
            ear.closing(this, code);
            close(code == 1005 ? 1000 : code, "");
        }
    }

    @Override
    public void onClosed(WebSocket from, int code, String reason) {
        over();
    }

    @Override
    public void onFailure(WebSocket from, Throwable failure, @Nullable Response response) {
        over();
    }

    private void over() {
        closing.set(true);
        leave();
        if (gone.compareAndSet(false, true)) {
            outbox.add(new Outgoing.End());
            flush();
            ear.gone(this);
        }
    }
}
