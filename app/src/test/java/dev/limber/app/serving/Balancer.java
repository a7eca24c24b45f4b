package dev.limber.app.serving;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what is posted to it to one server after the other; where one does not answer, to the next. */
final class Balancer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Balancer.class);
    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpServer server;
    private final List<Integer> ports;
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Balancer(List<Integer> ports) throws IOException {
        this.ports = List.copyOf(ports);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(executor);
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/telegram";
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String secret = exchange.getRequestHeaders().getFirst(SECRET);
            exchange.sendResponseHeaders(status(body, secret), -1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private int status(byte[] body, String secret) throws InterruptedException {
        int first = turn.getAndIncrement();
        for (int i = 0; i < ports.size(); i++) {
            try {
                return post(ports.get(Math.floorMod(first + i, ports.size())), body, secret);
            } catch (IOException gone) {
                LOG.debug("instance {} is gone", i, gone);
            }
        }
        return 502;
    }

    /** @return the status of the answer */
    private int post(int port, byte[] body, String secret) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/telegram"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(SECRET, secret)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
        client.shutdownNow();
    }
}
