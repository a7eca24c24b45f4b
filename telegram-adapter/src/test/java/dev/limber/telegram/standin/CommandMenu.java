package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.limber.testkit.http.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The commands that the bot has published. Safe for use by many threads. */
final class CommandMenu {
    private static final Table TABLE = Table.TABLE;
    private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]{1," + TABLE.limit("command") + "}");
    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2})?");

    private final Map<Place, ArrayNode> published = new LinkedHashMap<>();

    private record Place(JsonNode scope, String language) {
        static Place of(Request request) {
            String language = request.text("language_code").orElse("");
            if (!LANGUAGE.matcher(language).matches()) {
                throw Refusal.violation("invalid language code specified");
            }
            return new Place(request.find("scope").orElseGet(() -> Json.object().put("type", "default")), language);
        }
    }

    synchronized JsonNode set(Request request) {
        ArrayNode commands = (ArrayNode) request.params().path("commands");
        check(commands);
        if (commands.isEmpty()) {
            published.remove(Place.of(request));
        } else {
            published.put(Place.of(request), commands);
        }
        return Json.bool(true);
    }

    private static void check(ArrayNode commands) {
        if (commands.size() > TABLE.limit("commands")) {
            throw Refusal.violation("BOT_COMMANDS_TOO_MUCH");
        }
        Set<String> names = new HashSet<>();
        for (JsonNode each : commands) {
            String command = each.path("command").asText();
            String description = each.path("description").asText().strip();
            if (!COMMAND.matcher(command).matches() || !names.add(command)) {
                throw Refusal.violation("BOT_COMMAND_INVALID");
            }
            if (description.isEmpty() || description.length() > TABLE.limit("commandDescription")) {
                throw Refusal.violation("BOT_COMMAND_DESCRIPTION_INVALID");
            }
        }
    }

    synchronized JsonNode get(Request request) {
        return Optional.<JsonNode>ofNullable(published.get(Place.of(request))).orElseGet(Json::array);
    }

    synchronized JsonNode delete(Request request) {
        published.remove(Place.of(request));
        return Json.bool(true);
    }

    synchronized List<PublishedCommands> all() {
        List<PublishedCommands> all = new ArrayList<>();
        published.forEach((place, commands) -> {
            Map<String, String> descriptions = new LinkedHashMap<>();
            commands.forEach(each -> descriptions.put(
                    each.path("command").asText(), each.path("description").asText()));
            all.add(new PublishedCommands(place.scope(), place.language(), descriptions));
        });
        return all;
    }
}
