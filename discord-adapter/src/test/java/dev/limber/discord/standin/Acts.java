package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What people do with commands, buttons and menus: the bot is told of it as an interaction. */
final class Acts {
    private static final int IN_SERVER = 0;
    private static final int BY_PERSON = 1;

    private final World world;

    Acts(World world) {
        this.world = world;
    }

    Interaction slash(Person person, Channel channel, String name, Map<String, String> options) {
        JsonNode command = command(name);
        Interaction made = start(Interaction.Kind.COMMAND, person, channel, command);
        ObjectNode data = data(command);
        ArrayNode given = data.putArray("options");
        options.forEach((option, value) -> given.add(option(command, option, value)));
        Set<String> missing = command.path("options")
                .valueStream()
                .filter(each -> each.path("required").asBoolean())
                .map(each -> each.path("name").asText())
                .filter(each -> !options.containsKey(each))
                .collect(Collectors.toCollection(HashSet::new));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("/" + name + " needs " + missing);
        }
        return tell(made, data);
    }

    Interaction types(Person person, Channel channel, String name, String option, String partial) {
        JsonNode command = command(name);
        Interaction made = start(Interaction.Kind.TYPING, person, channel, command);
        ObjectNode typed = Json.object()
                .put("name", option)
                .put("type", described(command, option).path("type").asInt());
        if (!described(command, option).path("autocomplete").asBoolean()) {
            throw new IllegalStateException("/" + name + " proposes nothing for " + option);
        }
        ObjectNode data = data(command);
        data.putArray("options").add(typed.put("value", partial).put("focused", true));
        return tell(made, data);
    }

    List<String> options(String command) {
        return command(command)
                .path("options")
                .valueStream()
                .map(each -> each.path("name").asText())
                .toList();
    }

    Interaction selects(Person person, Posted message, List<String> labels) {
        for (JsonNode menu : Components.ofType(message.content().components(), Components.STRING_SELECT)
                .toList()) {
            Map<String, String> values = menu.path("options")
                    .valueStream()
                    .collect(Collectors.toMap(
                            each -> each.path("label").asText(),
                            each -> each.path("value").asText(),
                            (one, _) -> one));
            if (values.keySet().containsAll(labels) && !menu.path("disabled").asBoolean()) {
                List<String> chosen = labels.stream()
                        .map(label -> values.getOrDefault(label, label))
                        .toList();
                return uses(
                        person,
                        message,
                        Components.STRING_SELECT,
                        menu.path("custom_id").asText(),
                        chosen);
            }
        }
        throw new NoSuchElementException("There is no menu with " + labels + " in " + message);
    }

    Interaction uses(Person person, Posted message, int type, String customId, List<String> values) {
        message.channel().checkSeenBy(person);
        ObjectNode owners = message.frame()
                .origin()
                .map(origin -> origin.source().owners())
                .orElseGet(() -> owners(person, message.channel(), Set.of(IN_SERVER, BY_PERSON)));
        Interaction made = made(new Interaction.Source(
                Interaction.Kind.COMPONENT, person, message.channel(), "", Optional.of(message), owners));
        ObjectNode data = Json.object()
                .put("component_type", type)
                .put("custom_id", customId)
                .put("id", 1);
        if (!values.isEmpty()) {
            ArrayNode chosen = data.putArray("values");
            values.forEach(chosen::add);
        }
        return tell(made, data);
    }

    /** As the client lists it: the first one is waited for, since bots publish their commands while they start. */
    private JsonNode command(String name) {
        if (world.commands().isEmpty()) {
            Patience.await("commands to be published")
                    .until(() -> !world.commands().isEmpty());
        }
        return world.commands()
                .valueStream()
                .filter(each -> isCalled(each, name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no command " + name));
    }

    /** By its own name, or by one of another language; the bot gets its own in any case. */
    private static boolean isCalled(JsonNode command, String name) {
        return command.path("name").asText().equals(name)
                || command.path("name_localizations")
                        .valueStream()
                        .anyMatch(each -> each.asText().equals(name));
    }

    private Interaction start(Interaction.Kind kind, Person person, Channel channel, JsonNode command) {
        channel.checkSeenBy(person);
        Set<Integer> contexts = numbers(command.path("contexts"), Set.of(0, 1, 2));
        ObjectNode owners = owners(person, channel, numbers(command.path("integration_types"), Set.of(IN_SERVER)));
        if (!contexts.contains(channel.kind().context()) || owners.isEmpty()) {
            throw new IllegalStateException(
                    person + " is not offered /" + command.path("name").asText() + " in " + channel);
        }
        return made(new Interaction.Source(
                kind, person, channel, command.path("name").asText(), Optional.empty(), owners));
    }

    private static Set<Integer> numbers(JsonNode array, Set<Integer> otherwise) {
        return array.isEmpty()
                ? otherwise
                : array.valueStream().map(JsonNode::asInt).collect(Collectors.toSet());
    }

    /** Who has installed the app so that it can be used here. */
    private static ObjectNode owners(Person person, Channel channel, Set<Integer> types) {
        ObjectNode owners = Json.object();
        if (types.contains(IN_SERVER)) {
            channel.server().filter(Server::hasBot).ifPresent(server -> owners.put("0", Long.toString(server.id())));
            if (channel.kind() == Channel.Kind.BOT_DM) {
                owners.put("0", "0");
            }
        }
        if (types.contains(BY_PERSON) && person.hasInstalled()) {
            owners.put("1", Long.toString(person.id()));
        }
        return owners;
    }

    private Interaction made(Interaction.Source source) {
        Interaction made = new Interaction(world, source, world.ids().next());
        world.interactions().add(made);
        return made;
    }

    private static ObjectNode data(JsonNode command) {
        return Json.object()
                .put("id", command.path("id").asText())
                .put("name", command.path("name").asText())
                .put("type", 1);
    }

    private static JsonNode described(JsonNode command, String option) {
        return command.path("options")
                .valueStream()
                .filter(each -> each.path("name").asText().equals(option))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("/" + command.path("name").asText() + " has no option " + option));
    }

    private static ObjectNode option(JsonNode command, String name, String value) {
        int type = described(command, name).path("type").asInt();
        ObjectNode option = Json.object().put("name", name).put("type", type);
        return switch (type) {
            case 4 -> option.put("value", Long.parseLong(value));
            case 5 -> option.put("value", Boolean.parseBoolean(value));
            case 10 -> option.put("value", Double.parseDouble(value));
            default -> option.put("value", value);
        };
    }

    private Interaction tell(Interaction made, ObjectNode data) {
        world.tell(
                "INTERACTION_CREATE",
                InteractionForms.event(world, made, data),
                made.channel().guild());
        return made;
    }
}
