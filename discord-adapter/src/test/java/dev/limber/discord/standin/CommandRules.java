package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What published commands may be. */
final class CommandRules {
    private static final Pattern NAME =
            Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int SUBCOMMAND_GROUP = 2;

    private final World world;
    private final Form form;

    CommandRules(World world, Form form) {
        this.world = world;
        this.form = form;
    }

    /**
     * @return the commands with their ids, which stay the same for the same names
     * @throws Refusal where anything is wrong
     */
    ArrayNode read(JsonNode sent) {
        if (!sent.isArray()) {
            form.fault("", "LIST_TYPE", "Only iterables may be used in a ListType");
            form.check();
        }
        form.size("", sent.size(), 0, Table.TABLE.limit("commands"));
        ArrayNode commands = Json.array();
        Set<String> names = new HashSet<>();
        int index = 0;
        for (JsonNode each : sent) {
            String path = Integer.toString(index++);
            command(path, each);
            if (!names.add(each.path("name").asText())) {
                form.fault(path, "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            }
            commands.add(published(each));
        }
        form.check();
        return commands;
    }

    private void command(String path, JsonNode command) {
        form.known(path, command, "ApplicationCommandUpdateRequest");
        if (command.path("type").asInt(1) == 1) {
            named(path, command);
            options(path, command.path("options"));
        } else {
            form.required(path, command, "name", Table.TABLE.limit("commandName"));
        }
        choices(path, command, "contexts", 2);
        choices(path, command, "integration_types", 1);
    }

    private void choices(String path, JsonNode command, String field, int max) {
        Json.find(command, field).ifPresent(array -> {
            form.size(Form.join(path, field), array.size(), 1, max + 1);
            array.forEach(each -> {
                // Numbers in letters are taken too.
                int choice = each.asInt(-1);
                if (choice < 0 || choice > max) {
                    form.fault(Form.join(path, field), "BASE_TYPE_CHOICES", "Value must be at most " + max + ".");
                }
            });
        });
    }

    private void named(String path, JsonNode named) {
        name(Form.join(path, "name"), form.required(path, named, "name", Table.TABLE.limit("commandName")));
        form.required(path, named, "description", Table.TABLE.limit("commandDescription"));
        localized(Form.join(path, "name_localizations"), named.path("name_localizations"), true);
        localized(Form.join(path, "description_localizations"), named.path("description_localizations"), false);
    }

    private void name(String path, String name) {
        if (!name.isEmpty() && (!NAME.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT)))) {
            form.fault(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }

    private void localized(String path, JsonNode texts, boolean names) {
        texts.properties().forEach(each -> {
            String at = Form.join(path, each.getKey());
            if (!Table.TABLE.locales().contains(each.getKey())) {
                form.fault(at, "BASE_TYPE_CHOICES", "This is no language of Discord.");
            }
            String text = each.getValue().asText();
            form.length(at, text, 1, Table.TABLE.limit(names ? "commandName" : "commandDescription"));
            if (names) {
                name(at, text);
            }
        });
    }

    private void options(String path, JsonNode options) {
        String at = Form.join(path, "options");
        form.size(at, options.size(), 0, Table.TABLE.limit("commandOptions"));
        boolean optional = false;
        int index = 0;
        for (JsonNode each : options) {
            String option = Form.join(at, index++);
            form.known(option, each, "ApplicationCommandOption");
            named(option, each);
            if (each.path("type").asInt() <= SUBCOMMAND_GROUP) {
                options(option, each.path("options"));
            }
            boolean required = each.path("required").asBoolean();
            if (required && optional) {
                form.fault(
                        option,
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            optional |= !required;
            proposed(option, each);
        }
    }

    private void proposed(String path, JsonNode option) {
        JsonNode choices = option.path("choices");
        String at = Form.join(path, "choices");
        form.size(at, choices.size(), 0, Table.TABLE.limit("choices"));
        if (!choices.isEmpty() && option.path("autocomplete").asBoolean()) {
            form.fault(at, "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES", "There are choices, or they are proposed.");
        }
        int index = 0;
        for (JsonNode each : choices) {
            String choice = Form.join(at, index++);
            form.required(choice, each, "name", Table.TABLE.limit("choiceText"));
            localized(Form.join(choice, "name_localizations"), each.path("name_localizations"), false);
        }
    }

    private ObjectNode published(JsonNode sent) {
        String id = world.commands()
                .valueStream()
                .filter(each -> each.path("name").equals(sent.path("name")))
                .map(each -> each.path("id").asText())
                .findFirst()
                .orElseGet(() -> Long.toString(world.ids().next()));
        ObjectNode command = sent.deepCopy();
        return command.put("id", id)
                .put("application_id", Long.toString(world.botId()))
                .put("version", Long.toString(world.ids().next()))
                .put("type", sent.path("type").asInt(1));
    }
}
