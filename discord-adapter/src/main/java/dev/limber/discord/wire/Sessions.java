package dev.limber.discord.wire;

import java.net.URI;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/** Starts sessions at the gateway that is configured, where one is; JDA would ask the API, or dial the live one. */
public final class Sessions extends ConcurrentSessionController {
    private final Optional<URI> gateway;

    public Sessions(Optional<URI> gateway) {
        this.gateway = gateway;
    }

    @Override
    public String getGateway() {
        return gateway.map(URI::toString).orElseGet(super::getGateway);
    }

    @Override
    public ShardedGateway getShardedGateway(JDA api) {
        ShardedGateway told = super.getShardedGateway(api);
        return gateway.map(url -> new ShardedGateway(url.toString(), told.getShardTotal(), told.getConcurrency()))
                .orElse(told);
    }
}
