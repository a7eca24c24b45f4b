package dev.limber.discord.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Sockets with TLS that connect to one place only, before a byte is sent. */
public final class PinnedTlsSockets extends SSLSocketFactory {
    private final Pin pin;
    private final SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();

    public PinnedTlsSockets(Pin pin) {
        this.pin = pin;
    }

    @Override
    public Socket createSocket() {
        return new Pinned();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port), 0);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return createSocket(address, port);
    }

    @Override
    public Socket createSocket(Socket s, String host, int port, boolean autoClose) throws IOException {
        pin.check(true, s.getRemoteSocketAddress());
        return tls.createSocket(s, host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    /** Connected without TLS at first, which is then laid over that. */
    private final class Pinned extends Socket {
        private Optional<SSLSocket> layer = Optional.empty();

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            pin.check(true, endpoint);
            super.connect(endpoint, timeout);
            var plain = new Socket() {
                @Override
                public InputStream getInputStream() throws IOException {
                    return Pinned.super.getInputStream();
                }

                @Override
                public OutputStream getOutputStream() throws IOException {
                    return Pinned.super.getOutputStream();
                }

                @Override
                public boolean isConnected() {
                    return true;
                }

                @Override
                public void close() throws IOException {
                    Pinned.super.close();
                }
            };
            var socket = (SSLSocket) tls.createSocket(plain, pin.host(), pin.port(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            layer = Optional.of(socket);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return layer.isPresent() ? layer.get().getInputStream() : super.getInputStream();
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return layer.isPresent() ? layer.get().getOutputStream() : super.getOutputStream();
        }

        @Override
        public synchronized void close() throws IOException {
            if (layer.isPresent()) {
                layer.get().close();
            }
            super.close();
        }
    }
}
