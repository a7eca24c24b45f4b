package dev.limber.local.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Piece;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Messages as JSON, in the journals and on the way to the page. The page makes text of it, and never markup. */
final class Wire {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final JsonNodeFactory NODES = JSON.getNodeFactory();

    private Wire() {}

    /** Empty for what is no JSON object. */
    static Optional<JsonNode> find(String line) {
        try {
            return Optional.ofNullable(JSON.readTree(line)).filter(JsonNode::isObject);
        } catch (JsonProcessingException torn) {
            return Optional.empty();
        }
    }

    static JsonNode head(Journal.Head head) {
        return NODES.objectNode().put("name", head.name()).put("epoch", head.epoch());
    }

    static String line(Entry entry) {
        return Journal.line(json(entry));
    }

    static ObjectNode json(Entry entry) {
        ObjectNode node = NODES.objectNode()
                .put("number", entry.number())
                .put("key", entry.key())
                .put("own", entry.own())
                .put("at", entry.at());
        node.set("content", entry.content());
        return node;
    }

    static Entry entry(JsonNode node) {
        return new Entry(
                node.path("number").asLong(),
                node.path("key").asText(),
                node.path("own").asBoolean(),
                node.path("at").asLong(),
                node.path("content"));
    }

    /** What the person typed. */
    static JsonNode typed(String text) {
        return NODES.objectNode().put("text", text);
    }

    /** What the coach says, and by which delivery. */
    static JsonNode said(String delivery, OutgoingMessage message) {
        ObjectNode node = NODES.objectNode().put("delivery", delivery);
        ArrayNode blocks = node.putArray("blocks");
        message.blocks().forEach(block -> blocks.add(json(block)));
        ArrayNode rows = node.putArray("rows");
        for (List<Button> row : message.buttons()) {
            ArrayNode buttons = rows.addArray();
            row.forEach(button -> buttons.addObject()
                    .put("label", button.label())
                    .put("data", button.data())
                    .put("style", button.style().name().toLowerCase(Locale.ROOT)));
        }
        return node;
    }

    private static JsonNode json(Block block) {
        ObjectNode node = NODES.objectNode();
        switch (block) {
            case Block.Text text -> {
                node.put("type", "text").put("style", text.style().name().toLowerCase(Locale.ROOT));
                ArrayNode pieces = node.putArray("pieces");
                text.pieces().forEach(piece -> pieces.add(json(piece)));
            }
            case Block.Picture picture -> {
                node.put("type", "picture").put("alternative", picture.alternative());
                file(node, picture.path(), picture.contentHash());
                picture.still().ifPresent(still -> file(node.putObject("still"), still.path(), still.contentHash()));
            }
            case Block.Hold hold ->
                node.put("type", "hold").put("millis", hold.time().toMillis());
            case Block.Document document ->
                node.put("type", "document")
                        .put("name", document.name())
                        .put("mediaType", document.mediaType())
                        .put("text", document.text());
        }
        return node;
    }

    private static void file(ObjectNode node, String path, String hash) {
        node.put("path", path).put("hash", hash);
    }

    private static JsonNode json(Piece piece) {
        return switch (piece) {
            case Piece.Words words -> NODES.objectNode().put("words", words.text());
            case Piece.Moment moment ->
                NODES.objectNode()
                        .put("moment", moment.instant().toEpochMilli())
                        .put("style", moment.style().name().toLowerCase(Locale.ROOT))
                        .put("zone", moment.zone().getId());
        };
    }

    /** The pictures of a block that {@link #said} wrote: what moves, and its still; none for other blocks. */
    static List<Block.Picture> pictures(JsonNode block) {
        return block.path("type").asText().equals("picture")
                ? Stream.of(block, block.path("still"))
                        .filter(file -> file.has("hash"))
                        .map(file -> Block.Picture.of(
                                file.path("path").asText(),
                                file.path("hash").asText(),
                                block.path("alternative").asText()))
                        .toList()
                : List.of();
    }

    /** Whether one of the buttons of what {@link #said} wrote carries this. */
    static boolean hasButton(JsonNode content, String data) {
        return content.path("rows")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .anyMatch(button -> button.path("data").asText().equals(data));
    }

    /** As the page gets it: documents are fetched one by one. */
    static ObjectNode forPage(Entry entry) {
        ObjectNode node = json(entry).deepCopy();
        node.path("content").path("blocks").forEach(block -> {
            if (block.path("type").asText().equals("document")) {
                ((ObjectNode) block).remove("text");
            }
        });
        return node;
    }
}
