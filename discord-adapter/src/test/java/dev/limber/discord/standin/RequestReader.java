package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.testkit.http.Json;
import dev.limber.testkit.http.Multipart;
import dev.limber.testkit.http.Upload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/** Reads calls: JSON, or a form with JSON and files. */
final class RequestReader {
    private static final String PAYLOAD = "payload_json";

    private RequestReader() {}

    /** The route, and a request for it that has not been read yet; empty where there is none. */
    static Optional<Request> route(RecordedRequest sent) {
        List<String> segments = sent.getUrl().pathSegments();
        if (segments.size() < 3
                || !segments.get(0).equals("api")
                || !segments.get(1).equals("v10")) {
            return Optional.empty();
        }
        List<String> path = segments.subList(2, segments.size());
        for (Route route : Table.TABLE.routes()) {
            Optional<Map<String, String>> params =
                    route.method().equals(sent.getMethod()) ? route.match(path) : Optional.empty();
            if (params.isPresent()) {
                return Optional.of(new Request(
                        route, params.get(), query(sent.getUrl()), Json.object(), Map.of(), new ArrayList<>()));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> query(HttpUrl url) {
        Map<String, String> query = new HashMap<>();
        for (String name : url.queryParameterNames()) {
            query.put(name, Optional.ofNullable(url.queryParameter(name)).orElse(""));
        }
        return query;
    }

    /** @throws Refusal where it cannot be read */
    static Request read(Request routed, RecordedRequest sent) {
        byte[] body = Optional.ofNullable(sent.getBody())
                .map(each -> each.toByteArray())
                .orElseGet(() -> new byte[0]);
        String type = Optional.ofNullable(sent.getHeaders().get("Content-Type")).orElse("");
        if (type.startsWith("multipart/form-data")) {
            return multipart(routed, parts(type, body));
        }
        return body.length == 0 ? routed : with(routed, json(body), Map.of());
    }

    private static List<Multipart.Part> parts(String contentType, byte[] body) {
        try {
            return Multipart.parse(contentType, body);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.of(Trouble.INVALID_JSON);
        }
    }

    private static Request multipart(Request routed, List<Multipart.Part> parts) {
        JsonNode payload = Json.object();
        Map<String, Upload> files = new HashMap<>();
        for (Multipart.Part part : parts) {
            if (part.name().equals(PAYLOAD)) {
                payload = json(part.content().bytes());
            } else if (part.fileName().isPresent()) {
                files.put(part.name(), Upload.of(part.fileName().get(), part.content()));
            } else {
                routed.unknown().add("unknown part " + part.name());
            }
        }
        return with(routed, payload, files);
    }

    private static JsonNode json(byte[] bytes) {
        return Json.parse(bytes).filter(JsonNode::isContainerNode).orElseThrow(() -> Refusal.of(Trouble.INVALID_JSON));
    }

    private static Request with(Request routed, JsonNode body, Map<String, Upload> files) {
        return new Request(routed.route(), routed.params(), routed.query(), body, files, routed.unknown());
    }
}
