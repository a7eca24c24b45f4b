package dev.limber.app.serving;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What a listener answers over HTTP. */
public final class Page {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Page() {}

    public static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return call("GET", port, path, HttpRequest.BodyPublishers.noBody());
    }

    public static HttpResponse<String> call(String method, int port, String path, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .method(method, body)
                .build();
        // A listener that does not want a body closes the connection: it is not used again.
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
