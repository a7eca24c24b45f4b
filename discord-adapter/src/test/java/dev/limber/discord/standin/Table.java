package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.testkit.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code routes.json} says: the routes, the fields of their bodies and the limits that the stand-in keeps. */
final class Table {
    static final Table TABLE = load();

    private final List<Route> routes;
    private final Map<String, Integer> limits = new LinkedHashMap<>();
    private final Map<String, List<String>> shapes = new LinkedHashMap<>();
    private final Map<String, List<String>> undescribed = new LinkedHashMap<>();
    private final Map<String, String> components = new LinkedHashMap<>();
    private final List<String> locales;

    private Table(JsonNode json) {
        routes = json.path("routes").valueStream().map(Table::route).toList();
        json.path("limits")
                .properties()
                .forEach(limit -> limits.put(limit.getKey(), limit.getValue().intValue()));
        json.path("bodies").properties().forEach(body -> shapes.put(body.getKey(), texts(body.getValue())));
        json.path("undescribed").properties().forEach(body -> undescribed.put(body.getKey(), texts(body.getValue())));
        json.path("components")
                .properties()
                .forEach(each -> components.put(each.getKey(), each.getValue().asText()));
        locales = texts(json.path("locales"));
    }

    private static Table load() {
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream("routes.json"))) {
            return new Table(Json.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route route(JsonNode json) {
        return new Route(
                json.path("name").asText(),
                json.path("method").asText(),
                List.of(json.path("path").asText().substring(1).split("/")),
                json.path("open").asBoolean(),
                Json.find(json, "body").map(JsonNode::asText),
                Json.find(json, "paced")
                        .map(pace -> new Route.Pace(
                                pace.path("limit").asInt(), pace.path("seconds").asInt())));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    List<Route> routes() {
        return routes;
    }

    boolean hasRoute(String name) {
        return routes.stream().anyMatch(route -> route.name().equals(name));
    }

    Map<String, List<String>> shapes() {
        return shapes;
    }

    /** The known fields of a shape. */
    List<String> fields(String shape) {
        List<String> described = Objects.requireNonNull(shapes.get(shape), shape);
        List<String> more = undescribed.getOrDefault(shape, List.of());
        return more.isEmpty()
                ? described
                : Stream.concat(described.stream(), more.stream()).toList();
    }

    /** The shape of a component of this type. */
    Optional<String> component(int type) {
        return Optional.ofNullable(components.get(Integer.toString(type)));
    }

    List<String> locales() {
        return locales;
    }

    int limit(String name) {
        return Objects.requireNonNull(limits.get(name), name);
    }
}
