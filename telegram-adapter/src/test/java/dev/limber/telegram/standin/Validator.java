package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds calls against a dictionary: names, JSON types, and what must be there. */
final class Validator {
    private static final String ARRAY = "Array of ";

    private final Dictionary dictionary;

    Validator(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** The first fault of a call. */
    Optional<String> fault(String method, JsonNode params) {
        return dictionary
                .parameters(method)
                .map(shapes -> fields(shapes, params, ""))
                .orElseGet(() -> Optional.of("unknown method"));
    }

    private Optional<String> fields(Map<String, Shape> shapes, JsonNode object, String path) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            Shape shape = shapes.get(field.getKey());
            if (shape == null) {
                return Optional.of("unknown parameter \"" + path + field.getKey() + "\"");
            }
            Optional<String> fault = value(shape, field.getValue(), path + field.getKey());
            if (fault.isPresent()) {
                return fault;
            }
        }
        for (Map.Entry<String, Shape> shape : shapes.entrySet()) {
            if (shape.getValue().required() && !object.has(shape.getKey())) {
                return Optional.of("parameter \"" + path + shape.getKey() + "\" is required");
            }
        }
        return Optional.empty();
    }

    /** Fits one of the types; where several are objects, the fault of the one that looks most like it is told. */
    private Optional<String> value(Shape shape, JsonNode node, String path) {
        Optional<String> fault = Optional.empty();
        for (String type : shape.types()) {
            Optional<String> found = value(type, node, path);
            if (found.isEmpty()) {
                return found;
            }
            if (fault.isEmpty() || resembles(type, node)) {
                fault = found;
            }
        }
        return fault;
    }

    private boolean resembles(String type, JsonNode node) {
        return dictionary
                .fields(type)
                .map(shapes -> shapes.entrySet().stream()
                        .anyMatch(shape -> shape.getValue().required() && node.has(shape.getKey())))
                .orElse(false);
    }

    private Optional<String> value(String type, JsonNode node, String path) {
        if (type.startsWith(ARRAY)) {
            return array(type.substring(ARRAY.length()), node, path);
        }
        boolean scalar = switch (type) {
            case "Integer" -> node.isIntegralNumber();
            case "Float" -> node.isNumber();
            case "String" -> node.isTextual();
            case "Boolean" -> node.isBoolean();
            case "True" -> node.isBoolean() && node.booleanValue();
            default -> false;
        };
        if (scalar) {
            return Optional.empty();
        }
        boolean object = node.isObject() && !type.matches("Integer|Float|String|Boolean|True");
        return object ? object(type, node, path) : Optional.of("parameter \"" + path + "\" must be of type " + type);
    }

    private Optional<String> object(String type, JsonNode node, String path) {
        List<String> candidates = dictionary.candidates(type, node);
        Optional<String> fault = Optional.of("parameter \"" + path + "\" is no known " + type);
        for (String candidate : candidates) {
            fault = dictionary.fields(candidate).flatMap(shapes -> fields(shapes, node, path + "."));
            if (fault.isEmpty()) {
                return fault;
            }
        }
        return fault;
    }

    private Optional<String> array(String type, JsonNode node, String path) {
        if (!node.isArray()) {
            return Optional.of("parameter \"" + path + "\" must be an array");
        }
        int index = 0;
        for (JsonNode each : node) {
            Optional<String> fault = value(type, each, path + "[" + index++ + "]");
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }
}
