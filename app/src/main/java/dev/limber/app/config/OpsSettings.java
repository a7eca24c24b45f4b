package dev.limber.app.config;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;

/** Reads where health and metrics are to be had. */
final class OpsSettings {
    private static final String NONE = "off";
    private static final InetSocketAddress BIND =
            BindAddress.find("127.0.0.1:9090").orElseThrow();

    private OpsSettings() {}

    static OpsConfig read(PlatformReading reading) {
        return reading.read(
                        Setting.OPS_BIND,
                        OpsSettings::chosen,
                        "is not an address of this machine with a port",
                        "Write one such as 127.0.0.1:9090, [::1]:9090, or :9090 for all addresses; or off to have none.")
                .orElseGet(() -> new OpsConfig(Optional.of(BIND), false));
    }

    private static Optional<OpsConfig> chosen(String text) {
        if (text.toLowerCase(Locale.ROOT).equals(NONE)) {
            return Optional.of(new OpsConfig(Optional.empty(), true));
        }
        return BindAddress.find(text).map(address -> new OpsConfig(Optional.of(address), true));
    }
}
