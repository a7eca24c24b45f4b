package dev.limber.app;

import dev.limber.app.cli.Console;
import dev.limber.app.cli.ExitCode;
import dev.limber.app.config.Config;
import dev.limber.app.logging.Logging;
import dev.limber.core.runtime.RuntimeConfig;
import dev.limber.core.runtime.StoreException;
import dev.limber.telegram.Beginning;
import dev.limber.telegram.TelegramBot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code limber serve}: answers in Telegram until it is told to end. The log goes to standard error. */
final class Serving {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    /** With what an adapter needs it stays below the ten seconds that service managers give. */
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(5);

    private final Config config;
    private final Console console;
    private final InstantSource clock;

    Serving(Config config, Console console, InstantSource clock) {
        this.config = config;
        this.console = console;
        this.clock = clock;
    }

    /**
     * @param end ends the process, as a signal asks for
     * @return the exit code where it cannot go on
     */
    int run(Runnable end) {
        try (Logging log = Logging.held(console.err(), config.log().level())) {
            EndSignals.to(() -> {
                log.show();
                end.run();
            });
            ContentCheck.warnOfRefusal(config.content().directory(), console);
            try {
                return serve(log);
            } catch (StoreException e) {
                console.err().println(e.getMessage());
                return ExitCode.FAULT;
            } catch (RuntimeException e) {
                log.show();
                LOG.error("serving ended by an exception", e);
                throw e;
            }
        }
    }

    private int serve(Logging log) {
        RuntimeConfig runtime = RuntimeConfig.standard().withCloseWithin(FINISH_WITHIN);
        try (Running running = Opening.begin(config, runtime, clock).await()) {
            var bot = new TelegramBot(
                    config.telegram().orElseThrow(),
                    running.adapterMemory(),
                    new PackPictures(config.content().directory()),
                    clock);
            running.closesWith(bot::stopTaking, bot::close);
            running.publish(List.of(bot));
            // Nothing that is owed is delivered before it is known that the token is one: it would count as refused.
            return switch (bot.begin(running.inbox())) {
                case Beginning.Impossible(String reason) -> {
                    log.drop();
                    yield failed(reason);
                }
                case Beginning.Began _ -> serve(running, bot, log);
                case Beginning.NotYet(String reason) -> {
                    say("Telegram cannot be reached yet, and Limber keeps trying (" + reason + "). Ctrl-C ends it.");
                    yield serve(running, bot, log);
                }
            };
        }
    }

    private int serve(Running running, TelegramBot bot, Logging log) {
        running.start(List.of(bot));
        bot.introduced().thenAccept(name -> say("Limber answers in Telegram as @" + name + ". Ctrl-C ends it."));
        log.show();
        try (var _ = QuietMemory.keep()) {
            return failed(bot.end().toCompletableFuture().join());
        }
    }

    private void say(String words) {
        console.out().println(words);
        console.out().flush();
    }

    private int failed(String reason) {
        console.err().println(reason);
        return ExitCode.FAULT;
    }
}
