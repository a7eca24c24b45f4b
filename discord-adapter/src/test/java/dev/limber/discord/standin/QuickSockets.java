package dev.limber.discord.standin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.ServerSocketFactory;

/** Server sockets whose answers leave at once, with room for many clients that come together. */
final class QuickSockets extends ServerSocketFactory {
    private static final int WAITING = 2_000;

    private static final class Quick extends ServerSocket {
        Quick() throws IOException {
            super();
        }

        @Override
        public void bind(SocketAddress endpoint, int backlog) throws IOException {
            super.bind(endpoint, Math.max(backlog, WAITING));
        }

        @Override
        public Socket accept() throws IOException {
            Socket accepted = super.accept();
            accepted.setTcpNoDelay(true);
            return accepted;
        }
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new Quick();
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return bound(new InetSocketAddress(port), WAITING);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return bound(new InetSocketAddress(port), backlog);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return bound(new InetSocketAddress(address, port), backlog);
    }

    private static ServerSocket bound(SocketAddress address, int backlog) throws IOException {
        ServerSocket made = new Quick();
        made.bind(address, backlog);
        return made;
    }
}
