package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A description of the gateway's payloads, where it is at hand: it stands beside the project, not in it. It says what
 * comes with HELLO and with the events that a bot like ours uses; what clients send it does not describe, so that is
 * held to the few rules here.
 */
public final class GatewaySpecification {
    private static final Path FILE = Path.of("shared", "specs", "discord-gateway.schema.json");
    private static final String HELLO = "GatewayHelloData";
    /** What each payload of a client has to have in its data. */
    private static final Map<Integer, List<String>> REQUIRED = Map.of(
            GatewayOp.IDENTIFY, List.of("token", "properties", "intents"),
            GatewayOp.RESUME, List.of("token", "session_id", "seq"),
            GatewayOp.PRESENCE_UPDATE, List.of("since", "activities", "status", "afk"),
            GatewayOp.VOICE_STATE_UPDATE, List.of("guild_id", "channel_id", "self_mute", "self_deaf"),
            GatewayOp.REQUEST_GUILD_MEMBERS, List.of("guild_id"),
            GatewayOp.HEARTBEAT, List.of());

    private final JsonNode definitions;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private GatewaySpecification(String text) {
        this.definitions = GatewayJson.parse(text).orElseThrow().path("definitions");
        relax();
    }

    /** Where it knows one flag alone, it takes the set of flags for that flag: none would be a fault. */
    private void relax() {
        definitions
                .propertyStream()
                .filter(definition -> definition.getKey().endsWith("Flags"))
                .map(definition -> (ObjectNode) definition.getValue())
                .forEach(flags -> flags.removeAll().put("type", "integer"));
    }

    /** Empty where it is not at hand. */
    private static Optional<Path> file() {
        return Stream.of(Path.of("..", ".."), Path.of("..", "..", ".."))
                .map(folder -> folder.resolve(FILE))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static GatewaySpecification read(Path file) {
        try {
            return new GatewaySpecification(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Skips the test that asks where it is not at hand. */
    public static void assumeAtHand() {
        Assumptions.assumeTrue(file().isPresent(), "The description of the gateway does not stand beside the project.");
    }

    /**
     * Holds payloads of both directions against it.
     *
     * @return the faults; none where the description is not at hand
     */
    public static List<String> check(List<GatewayFrame> traffic) {
        return file().map(found -> read(found).faults(traffic)).orElseGet(List::of);
    }

    private List<String> faults(List<GatewayFrame> traffic) {
        return traffic.stream()
                .flatMap(frame -> GatewayJson.parse(frame.text())
                        .map(payload -> frame.fromClient() ? ofClient(payload) : ofGateway(payload))
                        .orElseGet(() -> Stream.of("no JSON: " + frame.text())))
                .distinct()
                .toList();
    }

    private static Stream<String> ofClient(JsonNode payload) {
        int op = payload.path("op").asInt(-1);
        return REQUIRED.containsKey(op)
                ? REQUIRED.get(op).stream()
                        .filter(field -> !payload.path("d").has(field))
                        .map(field -> "op " + op + " without " + field)
                : Stream.of("no payload of clients: op " + op);
    }

    private Stream<String> ofGateway(JsonNode payload) {
        return switch (payload.path("op").asInt(-1)) {
            case GatewayOp.DISPATCH -> ofEvent(payload);
            case GatewayOp.HELLO -> validate("HELLO", HELLO, payload.path("d"));
            case GatewayOp.HEARTBEAT, GatewayOp.RECONNECT, GatewayOp.HEARTBEAT_ACK ->
                payload.path("d").isNull() ? Stream.empty() : Stream.of("data where none is: " + payload);
            case GatewayOp.INVALID_SESSION ->
                payload.path("d").isBoolean() ? Stream.empty() : Stream.of("no yes or no: " + payload);
            default -> Stream.of("no payload of the gateway: " + payload);
        };
    }

    private Stream<String> ofEvent(JsonNode payload) {
        if (!payload.path("s").isIntegralNumber() || !payload.path("t").isTextual()) {
            return Stream.of("no event: " + payload);
        }
        String type = payload.path("t").asText();
        String definition = definition(type);
        return definitions.has(definition) ? validate(type, definition, payload.path("d")) : Stream.empty();
    }

    /** Such as GatewayMessageCreateDispatchData for MESSAGE_CREATE. */
    private static String definition(String type) {
        return Stream.of(type.split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("", "Gateway", "DispatchData"));
    }

    private Stream<String> validate(String what, String definition, JsonNode data) {
        return schemas
                .computeIfAbsent(definition, this::schema)
                .validate(GatewayJson.text(data), InputFormat.JSON)
                .stream()
                .map(error -> what + error.getInstanceLocation() + ": " + error.getMessage());
    }

    private Schema schema(String definition) {
        ObjectNode root = GatewayJson.object().put("$ref", "#/definitions/" + definition);
        root.set("definitions", definitions);
        return registry.getSchema(GatewayJson.text(root), InputFormat.JSON);
    }
}
