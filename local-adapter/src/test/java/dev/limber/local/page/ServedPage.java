package dev.limber.local.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.IncomingMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A page with a coach that repeats what it hears, and ways to call its server. */
final class ServedPage implements AutoCloseable {
    static final String HASH = "0f".repeat(32);
    static final byte[] GIF = "GIF89a, or nearly".getBytes(UTF_8);

    final HttpClient client = HttpClient.newHttpClient();
    final Scripted coach = new Scripted();
    volatile boolean known = true;
    final PagePort port;
    final PagePlatform platform;
    final PageServer server;

    ServedPage(Path folder) throws IOException {
        port = PagePort.open(0);
        platform = new PagePlatform(
                folder,
                InstantSource.system(),
                picture -> Optional.of(GIF).filter(_ -> HASH.equals(picture.contentHash())),
                _ -> known,
                () -> coach);
        coach.connect(platform);
        PageWords words = (user, client) -> new PageWords.Spoken(client.orElse(Locale.ENGLISH), Map.of("send", "Send"));
        server = PageServer.start(port, platform, Person.named("you").orElseThrow(), words);
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(port.url()).resolve(path));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> say(String id, String rest) throws IOException, InterruptedException {
        return post(
                "/api/say",
                "{\"as\":\"Ann\",\"id\":\"" + id + "\"," + rest + "}",
                "Content-Type",
                "application/json; charset=utf-8",
                "Origin",
                port.url().replaceFirst("/$", ""));
    }

    List<Body> heard() {
        return coach.heard.stream().map(IncomingMessage::body).toList();
    }

    /** The status line of the answer to a request of which every byte is ours. */
    String status(String head) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port.number())) {
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
