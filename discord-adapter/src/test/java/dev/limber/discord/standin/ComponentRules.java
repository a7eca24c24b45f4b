package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What components may be made of, and what becomes of them: each has an id, pictures have addresses. */
final class ComponentRules {
    private static final Set<Integer> TOP = Set.of(
            Components.ACTION_ROW,
            Components.SECTION,
            Components.TEXT_DISPLAY,
            Components.MEDIA_GALLERY,
            Components.FILE,
            Components.SEPARATOR,
            Components.CONTAINER);
    private static final Set<Integer> CONTAINED = Set.of(
            Components.ACTION_ROW,
            Components.SECTION,
            Components.TEXT_DISPLAY,
            Components.MEDIA_GALLERY,
            Components.FILE,
            Components.SEPARATOR);

    private final Form form;
    private final boolean v2;
    private final ControlRules controls;
    private final MediaRules media;
    private final Set<Integer> ids = new HashSet<>();
    private int textCharacters;

    ComponentRules(Form form, boolean v2, List<Attachment> attachments) {
        this.form = form;
        this.v2 = v2;
        this.controls = new ControlRules(form);
        this.media = new MediaRules(form, attachments);
    }

    /** @return a copy as Discord answers it */
    ArrayNode read(String path, JsonNode sent) {
        if (!sent.isArray()) {
            form.fault(path, "LIST_TYPE", "Only iterables may be used in a ListType");
            return Json.array();
        }
        ArrayNode components = sent.deepCopy();
        int index = 0;
        for (JsonNode each : components) {
            component(Form.join(path, index++), each, v2 ? TOP : Set.of(Components.ACTION_ROW));
        }
        List<JsonNode> all = Components.all(components);
        form.size(path, v2 ? all.size() : components.size(), v2 ? 1 : 0, Table.TABLE.limit(v2 ? "components" : "rows"));
        if (textCharacters > Table.TABLE.limit("textDisplayCharacters")) {
            form.fault(
                    path,
                    "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                    "Maximum amount of displayable text in components exceeded.");
        }
        number(all);
        return components;
    }

    /** Those that the bot has given no id get the next free one. */
    private void number(List<JsonNode> all) {
        all.forEach(each -> ids.add(each.path("id").asInt()));
        int next = 1;
        for (JsonNode each : all) {
            if (each.path("id").asInt() == 0 && each instanceof ObjectNode component) {
                while (!ids.add(next)) {
                    next++;
                }
                component.put("id", next);
            }
        }
    }

    private void component(String path, JsonNode component, Set<Integer> allowed) {
        int type = Components.type(component);
        if (!allowed.contains(type)) {
            form.fault(Form.join(path, "type"), "BASE_TYPE_CHOICES", "Value must be one of " + allowed + ".");
            return;
        }
        Table.TABLE.component(type).ifPresent(shape -> form.known(path, component, shape));
        switch (type) {
            case Components.ACTION_ROW -> controls.row(path, component);
            case Components.SECTION -> section(path, component);
            case Components.TEXT_DISPLAY -> text(path, component);
            case Components.MEDIA_GALLERY -> media.gallery(path, component);
            case Components.FILE -> media.file(path, component);
            case Components.CONTAINER -> container(path, component);
            default -> {
                // A separator has nothing that could be wrong.
            }
        }
    }

    private void container(String path, JsonNode container) {
        Json.find(container, "accent_color").ifPresent(color -> {
            if (!color.isInt() || color.intValue() < 0 || color.intValue() > Table.TABLE.limit("accentColor")) {
                form.fault(Form.join(path, "accent_color"), "NUMBER_TYPE_MAX", "This is no colour.");
            }
        });
        children(path, container, CONTAINED, Table.TABLE.limit("components"));
    }

    private void section(String path, JsonNode section) {
        children(path, section, Set.of(Components.TEXT_DISPLAY), Table.TABLE.limit("sectionTexts"));
        String at = Form.join(path, "accessory");
        JsonNode accessory = section.path("accessory");
        switch (Components.type(accessory)) {
            case Components.BUTTON -> controls.button(at, accessory);
            case Components.THUMBNAIL -> media.thumbnail(at, accessory);
            default -> form.fault(at, "BASE_TYPE_REQUIRED", "This field is required");
        }
    }

    private void children(String path, JsonNode parent, Set<Integer> allowed, int max) {
        String at = Form.join(path, "components");
        JsonNode children = parent.path("components");
        form.size(at, children.size(), 1, max);
        int index = 0;
        for (JsonNode each : children) {
            component(Form.join(at, index++), each, allowed);
        }
    }

    private void text(String path, JsonNode text) {
        String content = form.required(path, text, "content", Table.TABLE.limit("textDisplayCharacters"));
        textCharacters += content.codePointCount(0, content.length());
    }
}
