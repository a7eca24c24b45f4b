package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.limber.testkit.http.Json;
import dev.limber.testkit.http.Upload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A message as a bot asks for it, until it is found to be in order. */
final class Draft {
    private static final int KEPT_FLAGS =
            Content.SUPPRESS_EMBEDS | Content.SUPPRESS_NOTIFICATIONS | Content.COMPONENTS_V2;

    private final World world;
    private final Form form;
    private final String path;
    private final JsonNode body;
    private final Map<String, Upload> files;
    private final Optional<Content> before;

    /**
     * @param path of the body in the request: {@code data} or empty
     * @param before what is edited
     */
    Draft(World world, Form form, String path, JsonNode body, Map<String, Upload> files, Optional<Content> before) {
        this.world = world;
        this.form = form;
        this.path = path;
        this.body = body;
        this.files = files;
        this.before = before;
    }

    /**
     * @param allowedFlags those that may be set in this place
     * @throws Refusal where anything is wrong
     */
    Content read(int allowedFlags) {
        int flags = flags(allowedFlags);
        boolean v2 = (flags & Content.COMPONENTS_V2) != 0;
        String text = body.has("content")
                ? form.text(path, body, "content", Table.TABLE.limit("content"))
                : before.map(Content::text).orElse("");
        ArrayNode embeds = embeds();
        if (v2) {
            checkNoLegacy(text, embeds);
        }
        List<Attachment> attachments = new Attaching(world, form, path)
                .read(body, files, before.map(Content::attachments).orElse(List.of()));
        ArrayNode components = components(v2, attachments);
        Mentions mentions = mentions();
        mentions.check(form, Form.join(path, "allowed_mentions"));
        form.check();
        Content content = new Content(text, embeds, components, attachments, flags & KEPT_FLAGS, List.of());
        if (content.isEmpty()) {
            throw Refusal.of(Trouble.EMPTY_MESSAGE);
        }
        return new Content(
                text,
                embeds,
                components,
                attachments,
                flags & KEPT_FLAGS,
                saysNothingNew() ? before.map(Content::pinged).orElse(List.of()) : mentions.pinged(content.source()));
    }

    Mentions mentions() {
        return new Mentions(Json.find(body, "allowed_mentions"));
    }

    private boolean saysNothingNew() {
        return before.isPresent() && !body.has("content") && !body.has("components") && !body.has("embeds");
    }

    private int flags(int allowed) {
        Optional<Integer> sent = Json.find(body, "flags").map(JsonNode::asInt);
        int had = before.map(Content::flags).orElse(0);
        int flags = sent.orElse(had);
        if (sent.isPresent() && (flags & ~allowed) != 0) {
            form.fault(Form.join(path, "flags"), "MESSAGE_FLAGS_INVALID", "Some of these flags cannot be set here.");
        }
        if ((had & ~flags & Content.COMPONENTS_V2) != 0) {
            form.fault(
                    Form.join(path, "flags"),
                    "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG",
                    "The flag IS_COMPONENTS_V2 cannot be removed.");
        }
        return flags;
    }

    private void checkNoLegacy(String text, ArrayNode embeds) {
        boolean poll = Json.find(body, "poll").isPresent();
        boolean stickers = !body.path("sticker_ids").isEmpty();
        Map.of("content", !text.isEmpty(), "embeds", !embeds.isEmpty(), "poll", poll, "sticker_ids", stickers)
                .forEach((field, used) -> {
                    if (used) {
                        form.fault(
                                Form.join(path, field),
                                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                                "The '" + field + "' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
                    }
                });
    }

    private ArrayNode components(boolean v2, List<Attachment> attachments) {
        Optional<JsonNode> sent = Json.find(body, "components");
        if (sent.isPresent()) {
            return new ComponentRules(form, v2, attachments).read(Form.join(path, "components"), sent.get());
        }
        return body.has("components")
                ? Json.array()
                : before.map(Content::components).orElseGet(Json::array);
    }

    private ArrayNode embeds() {
        if (!body.has("embeds")) {
            return before.map(Content::embeds).orElseGet(Json::array);
        }
        ArrayNode embeds = body.path("embeds") instanceof ArrayNode sent ? sent.deepCopy() : Json.array();
        String at = Form.join(path, "embeds");
        form.size(at, embeds.size(), 0, Table.TABLE.limit("embeds"));
        int index = 0;
        int characters = 0;
        for (JsonNode each : embeds) {
            String embed = Form.join(at, index++);
            form.known(embed, each, "RichEmbed");
            characters += form.text(embed, each, "title", 256).length();
            characters += form.text(embed, each, "description", 4_096).length();
            for (JsonNode field : each.path("fields")) {
                characters += form.required(embed, field, "name", 256).length();
                characters += form.required(embed, field, "value", 1_024).length();
            }
        }
        form.size(at, characters, 0, Table.TABLE.limit("embedCharacters"));
        return embeds;
    }
}
