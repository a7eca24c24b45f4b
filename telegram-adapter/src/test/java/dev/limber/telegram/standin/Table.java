package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.testkit.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What {@code methods.json} says: the methods, their parameters and the limits that the stand-in keeps. */
final class Table implements Dictionary {
    static final Table TABLE = load();

    private final Map<String, Map<String, Shape>> methods;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Map<String, Shape>> types;
    private final Map<String, Map<String, String>> unions;
    private final Map<String, Integer> limits;

    private Table(
            Map<String, Map<String, Shape>> methods,
            Map<String, Map<String, Shape>> types,
            Map<String, Map<String, String>> unions,
            Map<String, Integer> limits) {
        this.methods = methods;
        this.types = types;
        this.unions = unions;
        this.limits = limits;
        methods.keySet().forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name));
    }

    private static Table load() {
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream("methods.json"))) {
            JsonNode json = Json.read(in);
            Map<String, Map<String, String>> unions = new LinkedHashMap<>();
            json.path("unions").properties().forEach(union -> unions.put(union.getKey(), texts(union.getValue())));
            Map<String, Integer> limits = new LinkedHashMap<>();
            json.path("limits")
                    .properties()
                    .forEach(
                            limit -> limits.put(limit.getKey(), limit.getValue().intValue()));
            return new Table(shapes(json.path("methods")), shapes(json.path("types")), unions, limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Map<String, Shape>> shapes(JsonNode json) {
        Map<String, Map<String, Shape>> shapes = new LinkedHashMap<>();
        json.properties().forEach(each -> {
            Map<String, Shape> fields = new LinkedHashMap<>();
            texts(each.getValue()).forEach((name, shape) -> fields.put(name, Shape.parse(shape)));
            shapes.put(each.getKey(), fields);
        });
        return shapes;
    }

    private static Map<String, String> texts(JsonNode json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    Map<String, Map<String, Shape>> methods() {
        return methods;
    }

    Map<String, Map<String, Shape>> types() {
        return types;
    }

    Map<String, Map<String, String>> unions() {
        return unions;
    }

    /** The name as the documentation spells it. */
    Optional<String> method(String name) {
        return Optional.ofNullable(names.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Optional<Map<String, Shape>> parameters(String method) {
        return Optional.ofNullable(methods.get(method));
    }

    @Override
    public Optional<Map<String, Shape>> fields(String type) {
        return Optional.ofNullable(types.get(type));
    }

    @Override
    public List<String> candidates(String type, JsonNode object) {
        Map<String, String> union = unions.get(type);
        return union == null
                ? List.of(type)
                : Optional.ofNullable(union.get(object.path("type").asText())).stream()
                        .toList();
    }

    int limit(String name) {
        return Objects.requireNonNull(limits.get(name), name);
    }
}
