package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.testkit.http.Json;
import java.util.HashSet;
import java.util.Set;

/** What buttons and menus may be. */
final class ControlRules {
    private static final int LINK = 5;

    private final Form form;
    private final Set<String> customIds = new HashSet<>();

    ControlRules(Form form) {
        this.form = form;
    }

    /** Up to five buttons, or one menu. */
    void row(String path, JsonNode row) {
        String at = Form.join(path, "components");
        JsonNode children = row.path("components");
        boolean menu = Components.type(children.path(0)) == Components.STRING_SELECT;
        form.size(at, children.size(), 1, menu ? 1 : Table.TABLE.limit("buttonsInARow"));
        int index = 0;
        for (JsonNode each : children) {
            String child = Form.join(at, index++);
            switch (Components.type(each)) {
                case Components.BUTTON -> button(child, each);
                case Components.STRING_SELECT -> menu(child, each);
                default -> form.fault(Form.join(child, "type"), "BASE_TYPE_CHOICES", "Value must be one of {2, 3}.");
            }
        }
    }

    void button(String path, JsonNode button) {
        form.known(path, button, "ButtonComponentForMessageRequest");
        String label = form.text(path, button, "label", Table.TABLE.limit("label"));
        if (label.isBlank() && Json.find(button, "emoji").isEmpty()) {
            form.fault(path, "BUTTON_COMPONENT_REQUIRED_LABEL_OR_EMOJI", "A button needs a label or an emoji.");
        }
        Json.find(button, "emoji").ifPresent(emoji -> form.known(path, emoji, "ComponentEmojiForRequest"));
        int style = button.path("style").asInt();
        if (style < 1 || style > LINK) {
            form.fault(Form.join(path, "style"), "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5}.");
        } else if (style == LINK) {
            link(path, button);
        } else {
            customId(path, button);
            if (button.has("url")) {
                form.fault(Form.join(path, "url"), "BUTTON_COMPONENT_URL_NOT_ALLOWED", "Only links have an address.");
            }
        }
    }

    private void link(String path, JsonNode button) {
        String url = form.required(path, button, "url", Table.TABLE.limit("url"));
        if (!url.matches("(?:https?|discord)://\\S+")) {
            form.fault(Form.join(path, "url"), "BASE_TYPE_BAD_URL", "Scheme must be one of http, https, discord.");
        }
        if (button.has("custom_id")) {
            form.fault(
                    Form.join(path, "custom_id"),
                    "COMPONENT_CUSTOM_ID_NOT_ALLOWED",
                    "A custom id and url cannot both be specified");
        }
    }

    private void customId(String path, JsonNode control) {
        String customId = form.required(path, control, "custom_id", Table.TABLE.limit("customId"));
        if (!customId.isEmpty() && !customIds.add(customId)) {
            form.fault(
                    Form.join(path, "custom_id"),
                    "COMPONENT_CUSTOM_ID_DUPLICATED",
                    "Component custom id cannot be duplicated");
        }
    }

    private void menu(String path, JsonNode menu) {
        form.known(path, menu, "StringSelectComponentForMessageRequest");
        customId(path, menu);
        form.text(path, menu, "placeholder", Table.TABLE.limit("placeholder"));
        String at = Form.join(path, "options");
        JsonNode options = menu.path("options");
        form.size(at, options.size(), 1, Table.TABLE.limit("selectOptions"));
        Set<String> values = new HashSet<>();
        int index = 0;
        for (JsonNode each : options) {
            String option = Form.join(at, index++);
            form.known(option, each, "StringSelectOptionForRequest");
            form.required(option, each, "label", Table.TABLE.limit("optionText"));
            form.text(option, each, "description", Table.TABLE.limit("optionText"));
            if (!values.add(form.required(option, each, "value", Table.TABLE.limit("optionText")))) {
                form.fault(
                        Form.join(option, "value"),
                        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                        "The specified option value is already used");
            }
        }
        if (menu.path("max_values").asInt(1) > options.size()) {
            form.fault(Form.join(path, "max_values"), "BASE_TYPE_MAX", "There are fewer options than that.");
        }
    }
}
