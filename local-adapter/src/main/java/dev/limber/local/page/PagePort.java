package dev.limber.local.page;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/**
 * Where the page is to be found: a port of this machine that nobody else can reach. It is taken at once, so that the
 * address can be told; whoever calls before the server is there waits for it.
 */
public final class PagePort implements AutoCloseable {
    private static final int MOST_TRIED = 20;
    private static final int HIGHEST = 65_535;
    private static final int MOST_WAITING = 50;

    private final ServerSocketChannel channel;
    private final int port;

    private PagePort(ServerSocketChannel channel, int port) {
        this.channel = channel;
        this.port = port;
    }

    /**
     * Takes a port, or the next one that is free; 0 takes any.
     *
     * @throws IOException where none of them can be had
     */
    public static PagePort open(int wanted) throws IOException {
        int last = wanted == 0 ? 0 : Math.min(HIGHEST, wanted + MOST_TRIED - 1);
        int port = wanted;
        while (true) {
            try {
                return take(port);
            } catch (BindException taken) {
                if (port == last) {
                    throw taken;
                }
                port++;
            }
        }
    }

    private static PagePort take(int port) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.bind(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), MOST_WAITING);
            return new PagePort(channel, ((InetSocketAddress) channel.getLocalAddress()).getPort());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    public int number() {
        return port;
    }

    /** What to type into a browser. */
    public String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    ServerSocketChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
