package dev.limber.app.ops;

import dev.limber.app.config.OpsConfig;
import dev.limber.core.runtime.RuntimeObserver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Health and metrics, from the address that is taken at the start to the listener that answers there. The libraries that
 * this needs are loaded in the background when all else is up; whoever asks before that waits a moment.
 */
public final class Operations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);
    /** How many may wait to be accepted, while the libraries are loaded for instance. */
    private static final int BACKLOG = 16;

    private final Optional<ServerSocketChannel> address;
    private final HeldObserver observer = new HeldObserver();
    private final AtomicBoolean begun = new AtomicBoolean();
    private Optional<AutoCloseable> listening = Optional.empty();
    private boolean closed;

    private Operations(Optional<ServerSocketChannel> address) {
        this.address = address;
    }

    /**
     * Takes the address that is set. Where nobody set any and the usual one is taken, there will be no listener.
     *
     * @throws AddressTakenException where the one that somebody set cannot be had
     */
    public static Operations open(OpsConfig config) throws AddressTakenException {
        return new Operations(
                config.bind().isPresent() ? take(config.bind().get(), config.chosen()) : Optional.empty());
    }

    private static Optional<ServerSocketChannel> take(InetSocketAddress bind, boolean chosen)
            throws AddressTakenException {
        try {
            return Optional.of(listen(bind));
        } catch (IOException | UnresolvedAddressException e) {
            String problem = "Limber cannot listen on " + shown(bind) + " for health and metrics: is the port taken?";
            if (chosen) {
                throw new AddressTakenException(
                        problem + " Set LIMBER_OPS_BIND to another, or to off to have none.", e);
            }
            LOG.warn("{} It goes on without; LIMBER_OPS_BIND names another address, or off.", problem);
            return Optional.empty();
        }
    }

    private static ServerSocketChannel listen(InetSocketAddress bind) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            return channel.bind(bind, BACKLOG);
        } catch (IOException | UnresolvedAddressException e) {
            channel.close();
            throw e;
        }
    }

    private static String shown(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }

    /** Who is to be told what the coach does. */
    public RuntimeObserver observer() {
        return address.isPresent() ? observer : RuntimeObserver.none();
    }

    /** Begins to answer, in the background. Does nothing the second time. */
    public void begin(Watched watched) {
        if (address.isPresent() && begun.compareAndSet(false, true)) {
            ServerSocketChannel channel = address.get();
            Thread.ofPlatform().daemon().name("operations").start(() -> listen(channel, watched));
        }
    }

    /** Limber serves without this, whatever goes wrong here. */
    private synchronized void listen(ServerSocketChannel channel, Watched watched) {
        if (closed) {
            return;
        }
        try {
            var meters = new Meters(watched);
            observer.tell(meters);
            var listener = new OpsListener(channel, new Health(watched), meters);
            listening = Optional.of(() -> {
                listener.close();
                meters.close();
            });
            LOG.info("health and metrics are at {}", channel.getLocalAddress());
        } catch (IOException | RuntimeException | LinkageError e) {
            observer.forget();
            LOG.error("there will be no health and no metrics", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (listening.isPresent()) {
                listening.get().close();
            }
            if (address.isPresent()) {
                address.get().close();
            }
        } catch (Exception e) {
            LOG.warn("health and metrics could not be ended", e);
        }
    }
}
