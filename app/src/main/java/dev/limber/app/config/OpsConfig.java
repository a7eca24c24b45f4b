package dev.limber.app.config;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Where those who run Limber can look at how it is.
 *
 * @param bind what to listen on; empty for nothing
 * @param chosen whether somebody set it
 */
public record OpsConfig(Optional<InetSocketAddress> bind, boolean chosen) {}
