package dev.limber.app;

import dev.limber.app.config.Config;
import dev.limber.core.chat.OnlinePlatform;
import dev.limber.core.runtime.RuntimeConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first steps of serving, and of the page, for the start-up cache: the Java machine writes down what they load. They are meant to be
 * taken where nobody answers.
 */
final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final int BEGINNING = 100;
    private static final Duration BEGIN_WITHIN = Duration.ofSeconds(10);

    private Rehearsal() {}

    static void serve(Config config, InstantSource clock) {
        try (Running running =
                Opening.begin(config, RuntimeConfig.standard(), clock).await()) {
            List<OnlinePlatform> all =
                    ConfiguredPlatforms.of(config, running.adapterMemory(), running.pictures(), clock).stream()
                            .map(platform -> platform.maker().get())
                            .toList();
            all.forEach(running::take);
            var steps = new LinkedHashMap<String, Runnable>();
            all.forEach(platform -> steps.put(
                    "beginning in " + platform.name(),
                    () -> LOG.info("{}: {}", platform.name(), platform.begin(running.inbox()))));
            steps.put("opening the page", () -> openPage(config, running, clock));
            new Bounded(steps, BEGIN_WITHIN).close();
        }
    }

    private static void openPage(Config config, Running running, InstantSource clock) {
        try (var page = new LocalPage(config, running, clock)) {
            page.begin();
            URI address = URI.create(page.url());
            for (String path : List.of("/", "/api/people", "/api/conversation")) {
                try (InputStream answer = address.resolve(path).toURL().openStream()) {
                    LOG.info("{}: {} bytes to begin with", path, answer.readNBytes(BEGINNING).length);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
