package dev.limber.benchmarks;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * The peer: a bot that is nothing but JDA, which answers each command with the same words. Its pools are those that Limber gives
 * JDA.
 */
public final class DiscordEcho {
    private static final int MOST_IDLE_CONNECTIONS = 128;

    private DiscordEcho() {}

    /** @param arguments the token, where the API is, the name of its one command, and what it says */
    public static void main(String[] arguments) {
        String token = arguments[0];
        String api = arguments[1];
        String command = arguments[2];
        String words = arguments[3];
        var threads = Thread.ofVirtual().name("echo-", 0).factory();
        var gatewayPool = new ScheduledThreadPoolExecutor(1, daemons("echo-gateway"));
        gatewayPool.setRemoveOnCancelPolicy(true);
        ShardManager shards = DefaultShardManagerBuilder.createLight(
                        token, List.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES))
                .setRestConfig(new RestConfig().setBaseUrl(api))
                .setHttpClient(new OkHttpClient.Builder()
                        .connectionPool(new ConnectionPool(MOST_IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                        .build())
                .setEnableShutdownHook(false)
                .setEventPool(Executors.newSingleThreadExecutor(threads), true)
                .setCallbackPool(Executors.newThreadPerTaskExecutor(threads), true)
                .setRateLimitElastic(Executors.newThreadPerTaskExecutor(threads), true)
                .setRateLimitScheduler(Executors.newSingleThreadScheduledExecutor(daemons("echo-turns")), true)
                .setGatewayPool(gatewayPool, true)
                .addEventListeners((EventListener) event -> answer(event, words))
                .build();
        shards.getShards()
                .getFirst()
                .updateCommands()
                .addCommands(Commands.slash(command, "Says the same"))
                .queue();
    }

    private static ThreadFactory daemons(String name) {
        return Thread.ofPlatform().daemon().name(name).factory();
    }

    private static void answer(GenericEvent event, String words) {
        if (event instanceof SlashCommandInteractionEvent called) {
            called.reply(words).queue();
        }
    }
}
