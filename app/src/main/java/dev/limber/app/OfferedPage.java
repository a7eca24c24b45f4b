package dev.limber.app;

import dev.limber.app.config.Config;
import dev.limber.core.chat.TextStyle;
import dev.limber.local.Screen;
import dev.limber.local.Shown;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page beside a chat in the terminal, which it must neither delay nor end. */
final class OfferedPage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OfferedPage.class);

    private final Optional<LocalPage> page;
    private final Optional<String> problem;

    private OfferedPage(Optional<LocalPage> page, Optional<String> problem) {
        this.page = page;
        this.problem = problem;
    }

    static OfferedPage none() {
        return new OfferedPage(Optional.empty(), Optional.empty());
    }

    static OfferedPage of(Config config, Running running, InstantSource clock) {
        try {
            return new OfferedPage(Optional.of(new LocalPage(config, running, clock)), Optional.empty());
        } catch (IOException e) {
            LOG.warn("no port for the page: {}", e.getMessage());
            return new OfferedPage(
                    Optional.empty(),
                    Optional.of("There is no free port for the page; LIMBER_PAGE_PORT names another."));
        }
    }

    /** Says where it is. */
    void tell(Screen screen) {
        page.ifPresent(there -> screen.show(new Shown(
                List.of(new Shown.Line(TextStyle.QUIET, "Also in your browser: " + there.where())), List.of())));
        problem.ifPresent(screen::complain);
    }

    /** Begins to serve it, meanwhile. */
    void begin() {
        page.ifPresent(there -> Thread.ofPlatform().daemon().name("page").start(() -> {
            try {
                there.begin();
            } catch (RuntimeException e) {
                LOG.error("the page cannot be served", e);
            }
        }));
    }

    @Override
    public void close() {
        page.ifPresent(LocalPage::close);
    }
}
