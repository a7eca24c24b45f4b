package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** A bot of few words: one HTTP request for each call. Single quotes stand for double ones. */
final class TestBot {
    private static final String BOUNDARY = "a-boundary";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final DiscordApi api;
    private final String token;

    TestBot(DiscordApi api) {
        this(api, api.token());
    }

    TestBot(DiscordApi api, String token) {
        this.api = api;
        this.token = token;
    }

    /** An answer with its status and headers. */
    record Answered(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return Json.parse(response.body()).orElseGet(Json::object);
        }

        /** Discord's own code; 0 where all is well. */
        int code() {
            return json().path("code").asInt();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answered get(String path) {
        return call("GET", path, "");
    }

    Answered delete(String path) {
        return call("DELETE", path, "");
    }

    Answered post(String path, String json) {
        return call("POST", path, json);
    }

    Answered patch(String path, String json) {
        return call("PATCH", path, json);
    }

    Answered put(String path, String json) {
        return call("PUT", path, json);
    }

    /** A message, which has to be accepted. */
    JsonNode says(Channel channel, String json) {
        Answered answered = post("channels/" + channel.id() + "/messages", json);
        if (answered.status() != 200) {
            throw new AssertionError(answered.json().toString());
        }
        return answered.json();
    }

    /** The callback of an interaction, whose token is in the event. */
    Answered acknowledges(ObjectNode event, String json) {
        return post(
                "interactions/" + event.path("id").asText() + "/"
                        + event.path("token").asText() + "/callback?with_response=true",
                json);
    }

    /** The path to what an interaction's token opens. */
    String webhook(ObjectNode event) {
        return "webhooks/" + api.botId() + "/" + event.path("token").asText();
    }

    Answered call(String method, String path, String json) {
        return send(method, path, "application/json", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** With files by their names; the first is {@code files[0]}. */
    Answered upload(String method, String path, String json, Map<String, String> files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(body, part("name=\"payload_json\"", "application/json", json.replace('\'', '"')));
        int index = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(
                    body,
                    part(
                            "name=\"files[" + index++ + "]\"; filename=\"" + file.getKey() + "\"",
                            "application/octet-stream",
                            file.getValue()));
        }
        write(body, "--" + BOUNDARY + "--\r\n");
        return send(method, path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    private static String part(String disposition, String type, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: " + type
                + "\r\n\r\n" + content + "\r\n";
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private Answered send(String method, String path, String type, byte[] body) {
        try {
            return new Answered(CLIENT.send(request(method, path, type, body), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String method, String path, String type, byte[] body) {
        return HttpRequest.newBuilder(URI.create(api.url() + path))
                .header("Authorization", "Bot " + token)
                .header("Content-Type", type)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
    }
}
