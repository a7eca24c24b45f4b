package dev.limber.app.config;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where to listen: {@code host:port}, {@code [::1]:port}, or {@code :port} for all addresses of this machine. */
final class BindAddress {
    private static final Pattern SHAPE = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\s/@]*):([0-9]{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    private BindAddress() {}

    /** Empty where it has another shape, or names a host that this machine cannot find. */
    static Optional<InetSocketAddress> find(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(parts.group(2));
        if (port < 1 || port > HIGHEST_PORT) {
            return Optional.empty();
        }
        String host = parts.group(1).replaceAll("[\\[\\]]", "");
        var address = host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
        return Optional.of(address).filter(found -> !found.isUnresolved());
    }
}
