package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.limber.testkit.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The official description of the REST API, where it is at hand: it stands beside the project, not in it. */
public final class Specification {
    private static final Path FILE = Path.of("shared", "specs", "discord-openapi.json");
    private static final String ADDRESS = "https://discord.invalid/openapi.json";

    private final JsonNode json;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new HashMap<>();

    private Specification(String text) {
        json = Json.parse(text).orElseThrow();
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ADDRESS, text)));
    }

    /** Empty where it is not at hand. */
    static Optional<Specification> find() {
        return Stream.of(Path.of("..", ".."), Path.of("..", "..", ".."))
                .map(folder -> folder.resolve(FILE))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(Specification::read);
    }

    private static Specification read(Path file) {
        try {
            return new Specification(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Skips the test that asks where it is not at hand. */
    public static void assumeAtHand() {
        Assumptions.assumeTrue(
                find().isPresent(), "The official description of Discord's API does not stand beside the project.");
    }

    /**
     * Holds the bodies of calls against it.
     *
     * @return the faults; none where the description is not at hand
     */
    public static List<String> check(List<Call> calls) {
        return find().map(specification ->
                        calls.stream().flatMap(specification::faults).distinct().toList())
                .orElseGet(List::of);
    }

    private Stream<String> faults(Call call) {
        Optional<Route> route = Table.TABLE.routes().stream()
                .filter(each -> each.name().equals(call.route()))
                .findFirst();
        if (route.isEmpty()) {
            return Stream.of(call.route() + ": unknown route");
        }
        if (content(route.get()).isMissingNode()) {
            return Stream.empty();
        }
        return schema(route.get()).validate(strict(call.body()).toString(), InputFormat.JSON).stream()
                .map(Error::toString)
                .map(fault -> call.route() + fault);
    }

    /** Discord takes numbers in letters and ids in digits, which its description does not say. */
    private static JsonNode strict(JsonNode body) {
        JsonNode strict = body.deepCopy();
        strict.findParents("contexts").forEach(each -> numbers(each.path("contexts")));
        strict.findParents("integration_types").forEach(each -> numbers(each.path("integration_types")));
        strict.findParents("default_member_permissions")
                .forEach(each -> Json.find(each, "default_member_permissions")
                        .ifPresent(bits -> ((ObjectNode) each).put("default_member_permissions", bits.asLong())));
        Json.find(strict, "recipient_id").ifPresent(id -> ((ObjectNode) strict).put("recipient_id", id.asText()));
        strict.findValues("attachments")
                .forEach(attachments -> attachments.forEach(
                        each -> ((ObjectNode) each).put("id", each.path("id").asText())));
        return strict;
    }

    private static void numbers(JsonNode array) {
        for (int i = 0; i < array.size(); i++) {
            ((ArrayNode) array).set(i, Json.number(array.path(i).asInt()));
        }
    }

    /** What is described for a route; missing where nothing is. */
    JsonNode operation(Route route) {
        return json.path("paths").path(route.path()).path(route.method().toLowerCase(Locale.ROOT));
    }

    private JsonNode content(Route route) {
        return operation(route).path("requestBody").path("content").path("application/json");
    }

    private Schema schema(Route route) {
        return schemas.computeIfAbsent(
                route.name(),
                _ -> registry.getSchema(SchemaLocation.of(ADDRESS + "#/paths/"
                        + route.path().replace("/", "~1") + "/" + route.method().toLowerCase(Locale.ROOT)
                        + "/requestBody/content/application~1json/schema")));
    }

    /** The name of the shape that a body is described with; empty where it has several or none. */
    Optional<String> bodyOf(Route route) {
        return Json.find(content(route).path("schema"), "$ref")
                .map(each -> each.asText().replaceFirst(".*/", ""));
    }

    /** The fields of a shape. */
    List<String> fields(String shape) {
        return json.path("components").path("schemas").path(shape).path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All languages. */
    List<String> locales() {
        return json.path("components")
                .path("schemas")
                .path("AvailableLocalesEnum")
                .path("oneOf")
                .valueStream()
                .map(each -> each.path("const").asText())
                .toList();
    }
}
