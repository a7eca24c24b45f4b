package dev.limber.discord.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;

/**
 * The one gateway that may be connected to. A gateway tells its clients where to resume, and one for tests must not lead
 * to the live one.
 */
public record Pin(boolean secure, String host, int port) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    public static Pin of(URI gateway) {
        boolean secure = gateway.getScheme().equals("wss");
        int usual = secure ? HTTPS : HTTP;
        return new Pin(secure, gateway.getHost(), gateway.getPort() >= 0 ? gateway.getPort() : usual);
    }

    void check(boolean securely, SocketAddress endpoint) throws IOException {
        boolean ours = securely == secure
                && endpoint instanceof InetSocketAddress to
                && to.getPort() == port
                && isOurs(to.getAddress());
        if (!ours) {
            throw new IOException("another gateway than the one that is configured");
        }
    }

    private boolean isOurs(InetAddress address) throws IOException {
        for (InetAddress each : InetAddress.getAllByName(host)) {
            if (each.equals(address)) {
                return true;
            }
        }
        return false;
    }
}
