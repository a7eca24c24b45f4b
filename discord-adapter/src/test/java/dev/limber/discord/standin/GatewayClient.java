package dev.limber.discord.standin;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/** JDA as it is, and what it heard. */
final class GatewayClient implements AutoCloseable, EventListener {
    private final List<GenericEvent> events = new CopyOnWriteArrayList<>();
    final JDA jda;

    GatewayClient(GatewayRig rig) {
        this(rig, Compression.ZLIB, List.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES));
    }

    GatewayClient(GatewayRig rig, Compression compression, Collection<GatewayIntent> intents) {
        jda = JDABuilder.createLight(GatewayRig.TOKEN, intents)
                .setRestConfig(new RestConfig().setBaseUrl(rig.restUrl()))
                .setSessionController(new Sessions(rig.gatewayUrl()))
                .setCompression(compression)
                .setEnableShutdownHook(false)
                .addEventListeners(this)
                .build();
    }

    @Override
    public void onEvent(GenericEvent event) {
        events.add(event);
    }

    <T extends GenericEvent> List<T> heard(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<String> messages() {
        return heard(MessageReceivedEvent.class).stream()
                .map(event -> event.getMessage().getContentRaw())
                .toList();
    }

    @Override
    public void close() {
        jda.shutdownNow();
    }

    /** Dials the stand-in, and begins sessions at once: the stock queue lets five seconds pass between any two. */
    static final class Sessions extends ConcurrentSessionController {
        private final String gateway;

        Sessions(String gateway) {
            this.gateway = gateway;
        }

        @Override
        public String getGateway() {
            return gateway;
        }

        @Override
        public void appendSession(SessionConnectNode node) {
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    node.run(true);
                } catch (InterruptedException e) {
                    throw new IllegalStateException("interrupted while connecting", e);
                }
            });
        }
    }
}
