package dev.limber.local.page;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

/** Serves the page and what it asks for, at a {@link PagePort}. */
public final class PageServer implements AutoCloseable {
    private final PagePlatform platform;
    private final Javalin server;

    private PageServer(PagePlatform platform, Javalin server) {
        this.platform = platform;
        this.server = server;
    }

    /**
     * @param port is closed with the server
     * @param usual who it is that opens the page and has not picked a name
     */
    public static PageServer start(PagePort port, PagePlatform platform, Person usual, PageWords words) {
        platform.conversations().forgetOld();
        var guard = new Guard(port.number());
        var assets = new Assets(
                "page.html",
                "page.css",
                "main.js",
                "chat.js",
                "show.js",
                "ring.js",
                "sound.js",
                "complete.js",
                "people.js",
                "dom.js",
                "icon.svg");
        var answers = new PageAnswers(platform, usual, words);
        Javalin server = Javalin.create(settings -> {
            settings.startup.showJavalinBanner = false;
            settings.startup.showOldJavalinVersionWarning = false;
            // It goes nowhere over a wire.
            settings.http.compressionStrategy = CompressionStrategy.NONE;
            settings.http.maxRequestSize = Guard.MOST_BYTES;
            settings.concurrency.useVirtualThreads = true;
            settings.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
            settings.jetty.addConnector((jetty, http) -> {
                var connector = new ServerConnector(jetty, 1, 1, new HttpConnectionFactory(http));
                try {
                    connector.open(port.channel());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return connector;
            });
            settings.routes.before(guard::check);
            assets.paths().forEach(path -> settings.routes.get(path, assets::answer));
            settings.routes.get("/api/conversation", answers::follow);
            settings.routes.post("/api/say", answers::say);
            settings.routes.post("/api/clear", answers::clear);
            settings.routes.get("/api/completions", answers::complete);
            settings.routes.get("/api/people", answers::people);
            settings.routes.get("/api/document", answers::document);
            settings.routes.get("/pictures/{hash}", answers::picture);
        });
        server.start();
        return new PageServer(platform, server);
    }

    /** Lets go of all who look at the page; what they are being told is finished. */
    @Override
    public void close() {
        platform.close();
        server.stop();
    }
}
