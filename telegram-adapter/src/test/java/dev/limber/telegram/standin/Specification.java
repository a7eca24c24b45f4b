package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.testkit.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The official description of the Bot API, where it is at hand: it stands beside the project, not in it. */
public final class Specification implements Dictionary {
    private static final Path FILE = Path.of("shared", "specs", "telegram-botapi-10.2.json");

    private final JsonNode json;

    private Specification(JsonNode json) {
        this.json = json;
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
        try (InputStream in = Files.newInputStream(file)) {
            return new Specification(Json.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Skips the test that asks where it is not at hand. */
    public static void assumeAtHand() {
        Assumptions.assumeTrue(
                find().isPresent(), "The official description of the Bot API does not stand beside the project.");
    }

    /**
     * Holds calls against it: methods, names and JSON types of parameters, and what is nested in them.
     *
     * @return the faults, one for each call that has any; none where the description is not at hand
     */
    public static List<String> check(List<Call> calls) {
        return find().map(specification -> specification.faults(calls)).orElseGet(List::of);
    }

    private List<String> faults(List<Call> calls) {
        Validator validator = new Validator(this);
        return calls.stream()
                .flatMap(call -> validator.fault(call.method(), call.params()).stream()
                        .map(fault -> call.method() + ": " + fault))
                .toList();
    }

    @Override
    public Optional<Map<String, Shape>> parameters(String method) {
        return Json.find(json.path("methods"), method).map(Specification::shapes);
    }

    @Override
    public Optional<Map<String, Shape>> fields(String type) {
        return Json.find(json.path("types"), type)
                .filter(found -> found.path("fields").size() > 0)
                .map(Specification::shapes);
    }

    @Override
    public List<String> candidates(String type, JsonNode object) {
        List<String> subtypes = subtypes(type);
        return subtypes.isEmpty() ? List.of(type) : subtypes;
    }

    List<String> subtypes(String type) {
        return texts(json.path("types").path(type).path("subtypes"));
    }

    private static Map<String, Shape> shapes(JsonNode described) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        described
                .path("fields")
                .forEach(field -> shapes.put(
                        field.path("name").asText(),
                        new Shape(
                                texts(field.path("types")),
                                field.path("required").asBoolean())));
        return shapes;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
