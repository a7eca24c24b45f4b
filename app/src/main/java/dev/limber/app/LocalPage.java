package dev.limber.app;

import dev.limber.app.config.Config;
import dev.limber.core.coach.Defaults;
import dev.limber.local.page.PagePlatform;
import dev.limber.local.page.PagePort;
import dev.limber.local.page.PageServer;
import dev.limber.local.page.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The chat page with all that it stands on. Its port is its own from the beginning; {@link #begin} serves it. */
final class LocalPage implements AutoCloseable {
    private static final String NOBODY = "you";

    private final Running running;
    private final Defaults defaults;
    private final Person usual;
    private final int wanted;
    private final PagePort port;
    private final PagePlatform platform;
    private Optional<PageServer> server = Optional.empty();
    private boolean closed;

    /** @throws IOException where no port can be had */
    LocalPage(Config config, Running running, InstantSource clock) throws IOException {
        this.running = running;
        defaults = config.core();
        usual = config.local()
                .loginName()
                .flatMap(Person::named)
                .or(() -> Person.named(NOBODY))
                .orElseThrow();
        wanted = config.local().pagePort();
        port = PagePort.open(wanted);
        platform = new PagePlatform(
                config.local().conversations(), clock, running.pictures(), running::keeps, running::inbox);
    }

    String url() {
        return port.url();
    }

    /** Its address, and why it is another than was asked for. */
    String where() {
        return wanted == 0 || port.number() == wanted ? url() : url() + " (port " + wanted + " is taken)";
    }

    /** Serves it; whoever has called already is answered now. */
    synchronized void begin() {
        if (!closed && server.isEmpty()) {
            running.publish(List.of(platform));
            running.start(platform);
            server = Optional.of(PageServer.start(port, platform, usual, running.pageWords(defaults)));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        server.ifPresent(PageServer::close);
        platform.close();
        try {
            port.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
