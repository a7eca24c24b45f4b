package dev.limber.app.ops;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Answers {@code GET} and {@code HEAD} and reads no body. Threads, connections and the life of each connection are
 * bounded, so that whoever is slow, by intention or not, soon makes room for others.
 */
final class OpsListener implements AutoCloseable {
    private static final int MOST_THREADS = 8;
    private static final int MOST_CONNECTIONS = 64;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_CONNECTION = Duration.ofSeconds(10);
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String JSON = "application/json";
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final Health health;
    private final Meters meters;
    private final Server server = new Server(threads());

    /**
     * @param channel is bound already, and is closed with this
     * @throws IOException where it cannot be listened on after all
     */
    OpsListener(ServerSocketChannel channel, Health health, Meters meters) throws IOException {
        this.health = health;
        this.meters = meters;
        server.addConnector(connector(channel));
        server.setHandler(new Answering());
        LifeCycle.start(server);
    }

    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool(MOST_THREADS, 1);
        threads.setReservedThreads(0);
        threads.setDaemon(true);
        threads.setName("operations");
        return threads;
    }

    private ServerConnector connector(ServerSocketChannel channel) throws IOException {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setMaxUnconsumedRequestContentReads(0);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setIdleTimeout(LONGEST_PAUSE.toMillis());
        connector.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
        connector.addBean((ShortLife) connection -> connector
                .getScheduler()
                .schedule(() -> connection.getEndPoint().close(), LONGEST_CONNECTION.toSeconds(), TimeUnit.SECONDS));
        connector.open(channel);
        return connector;
    }

    /** Sees to the end of a connection as soon as it begins. */
    @FunctionalInterface
    private interface ShortLife extends Connection.Listener {
        @Override
        void onOpened(Connection connection);
    }

    private final class Answering extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            if (!READING.contains(request.getMethod())) {
                response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
                answer(response, HttpStatus.METHOD_NOT_ALLOWED_405, METRICS, "", callback);
                return true;
            }
            switch (Request.getPathInContext(request)) {
                case "/health" -> {
                    Health.Report report = health.report();
                    int status = report.fine() ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503;
                    answer(response, status, JSON, report.json() + "\n", callback);
                }
                case "/metrics" -> answer(response, HttpStatus.OK_200, METRICS, meters.page(), callback);
                default ->
                    answer(response, HttpStatus.NOT_FOUND_404, METRICS, "/health and /metrics are here\n", callback);
            }
            return true;
        }
    }

    private static void answer(Response response, int status, String type, String body, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, StandardCharsets.UTF_8.encode(body), callback);
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
