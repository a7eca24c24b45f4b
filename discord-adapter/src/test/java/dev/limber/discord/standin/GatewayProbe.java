package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A client that does what it is told, right or wrong. It speaks plain text. */
final class GatewayProbe extends WebSocketListener implements AutoCloseable {
    private static final OkHttpClient CLIENT = new OkHttpClient();

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final WebSocket socket;

    GatewayProbe(GatewayRig rig) {
        this(rig, "?v=10&encoding=json");
    }

    GatewayProbe(GatewayRig rig, String query) {
        socket = CLIENT.newWebSocket(
                new Request.Builder().url(rig.gatewayUrl() + query).build(), this);
    }

    /** An IDENTIFY that is in order. */
    static String identify(int intents) {
        return "{\"op\":2,\"d\":{\"token\":\"" + GatewayRig.TOKEN + "\",\"properties\":{},\"intents\":" + intents
                + "}}";
    }

    static String resume(String session, long seen) {
        return "{\"op\":6,\"d\":{\"token\":\"" + GatewayRig.TOKEN + "\",\"session_id\":\"" + session + "\",\"seq\":"
                + seen + "}}";
    }

    void send(String text) {
        socket.send(text);
    }

    void send(ByteString bytes) {
        socket.send(bytes);
    }

    void leave(int code) {
        socket.close(code, "");
    }

    List<JsonNode> heard() {
        return heard;
    }

    /** What came with events of a type. */
    List<JsonNode> events(String type) {
        return heard.stream()
                .filter(payload -> payload.path("t").asText().equals(type))
                .map(payload -> payload.path("d"))
                .toList();
    }

    String sessionId() {
        GatewayRig.soon().until(() -> events("READY").size() == 1);
        return events("READY").getFirst().path("session_id").asText();
    }

    /** The code of the end; an HTTP status if the connection never began; 1006 if it ended without a word. */
    int end() {
        GatewayRig.soon().until(ended::isDone);
        return ended.join();
    }

    @Override
    public void onMessage(WebSocket from, String text) {
        heard.add(GatewayJson.parse(text).orElseThrow());
    }

    @Override
    public void onClosing(WebSocket from, int code, String reason) {
        ended.complete(code);
        from.close(code, "");
    }

    @Override
    public void onFailure(WebSocket from, Throwable failure, @Nullable Response response) {
        ended.complete(response == null ? 1006 : response.code());
    }

    @Override
    public void close() {
        socket.cancel();
    }
}
