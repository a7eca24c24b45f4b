package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.testkit.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A bot of few words: one HTTP request for each call. */
final class TestBot {
    private static final String BOUNDARY = "a-boundary";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;

    TestBot(BotApi api) {
        this(api, api.token());
    }

    TestBot(BotApi api, String token) {
        this.base = api.url() + "/bot" + token + "/";
    }

    /** The whole answer; single quotes stand for double ones. */
    JsonNode call(String method, String json) {
        return call(method, "application/json", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** The answer's description, or ok. */
    String says(String method, String json) {
        JsonNode answer = call(method, json);
        return answer.path("ok").asBoolean() ? "ok" : answer.path("description").asText();
    }

    JsonNode result(String method, String json) {
        JsonNode answer = call(method, json);
        if (!answer.path("ok").asBoolean()) {
            throw new AssertionError(answer.toString());
        }
        return answer.path("result");
    }

    JsonNode call(String method, String contentType, byte[] body) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request(method, contentType, body), BodyHandlers.ofByteArray());
            return Json.parse(response.body())
                    .orElseThrow(() -> new AssertionError("no JSON: " + response.statusCode()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<JsonNode> callAsync(String method, String json) {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return CLIENT.sendAsync(request(method, "application/json", body), BodyHandlers.ofByteArray())
                .thenApply(response -> Json.parse(response.body()).orElseThrow());
    }

    private HttpRequest request(String method, String contentType, byte[] body) {
        return HttpRequest.newBuilder(URI.create(base + method))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    /** With one file; the fields are text, as in every form. */
    JsonNode upload(String method, Map<String, String> fields, String part, String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> write(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                        + "\r\n"));
        write(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(content);
        write(body, "\r\n--" + BOUNDARY + "--\r\n");
        return call(method, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
