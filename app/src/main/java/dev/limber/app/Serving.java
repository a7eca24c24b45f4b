package dev.limber.app;

import dev.limber.app.cli.Console;
import dev.limber.app.cli.ExitCode;
import dev.limber.app.config.Config;
import dev.limber.app.logging.Logging;
import dev.limber.app.ops.AddressTakenException;
import dev.limber.app.ops.Operations;
import dev.limber.app.ops.Watched;
import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.PictureSource;
import dev.limber.core.runtime.RuntimeConfig;
import dev.limber.core.runtime.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code limber serve}: answers on all platforms until it is told to end. The log goes to standard error. */
final class Serving {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    /** With what the adapters need it stays below the ten seconds that service managers give. */
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(5);

    private final Config config;
    private final Console console;
    private final InstantSource clock;
    private final Platforms platforms;

    Serving(Config config, Console console, InstantSource clock, Platforms platforms) {
        this.config = config;
        this.console = console;
        this.clock = clock;
        this.platforms = platforms;
    }

    /** Makes what is to be served. */
    @FunctionalInterface
    interface Platforms {
        /** @return at least one, each with a name of its own */
        List<ConfiguredPlatform> of(Config config, AdapterMemory memory, PictureSource pictures, InstantSource clock);
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
            try (Operations operations = Operations.open(config.ops())) {
                serve(log, operations);
            } catch (StoreException | AddressTakenException e) {
                console.err().println(e.getMessage());
            } catch (RuntimeException e) {
                log.show();
                LOG.error("serving ended by an exception", e);
                throw e;
            }
            return ExitCode.FAULT;
        }
    }

    /** Returns where nothing can be served any more; the log is not shown where nothing ever could. */
    private void serve(Logging log, Operations operations) {
        RuntimeConfig runtime = RuntimeConfig.standard().withCloseWithin(FINISH_WITHIN);
        try (Running running =
                Opening.begin(config, runtime, clock, operations.observer()).await()) {
            List<ConfiguredPlatform> all = platforms.of(config, running.adapterMemory(), running.pictures(), clock);
            Watched watched =
                    running.watched(all.stream().map(ConfiguredPlatform::id).toList(), clock);
            var serving = new SideBySide(running, console, () -> {
                log.show();
                operations.begin(watched);
            });
            try (var _ = QuietMemory.keep()) {
                serving.serve(all);
            }
            log.drop();
        }
    }
}
