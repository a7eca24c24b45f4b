package dev.limber.app;

import dev.limber.app.cli.Console;
import dev.limber.app.cli.ExitCode;
import dev.limber.app.config.Config;
import dev.limber.core.runtime.RuntimeConfig;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/** {@code limber page}: the chat page alone, until it is told to end. */
final class PageAlone {
    private final Config config;
    private final Console console;
    private final InstantSource clock;

    PageAlone(Config config, Console console, InstantSource clock) {
        this.config = config;
        this.console = console;
        this.clock = clock;
    }

    /**
     * @param end ends the process, as a signal asks for
     * @return the exit code where it cannot go on
     */
    int run(Runnable end) {
        EndSignals.to(end);
        try (Running running =
                        Opening.begin(config, RuntimeConfig.standard(), clock).await();
                var page = new LocalPage(config, running, clock)) {
            page.begin();
            say("Limber is in your browser: " + page.where() + ". Ctrl-C ends it.");
            new CountDownLatch(1).await();
        } catch (IOException e) {
            console.err()
                    .println("There is no free port for the page (" + e.getMessage()
                            + "). LIMBER_PAGE_PORT names another.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.FAULT;
    }

    private void say(String words) {
        console.out().println(words);
        console.out().flush();
    }
}
