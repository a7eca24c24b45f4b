package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.limber.testkit.http.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a message can be edited.
 *
 * @param pinged who is told by it, as written: {@code @everyone} or a mention
 */
record Content(
        String text,
        ArrayNode embeds,
        ArrayNode components,
        List<Attachment> attachments,
        int flags,
        List<String> pinged) {
    static final int SUPPRESS_EMBEDS = 1 << 2;
    static final int EPHEMERAL = 1 << 6;
    static final int LOADING = 1 << 7;
    static final int SUPPRESS_NOTIFICATIONS = 1 << 12;
    static final int COMPONENTS_V2 = 1 << 15;

    static Content text(String text) {
        return new Content(text, Json.array(), Json.array(), List.of(), 0, List.of());
    }

    boolean isV2() {
        return (flags & COMPONENTS_V2) != 0;
    }

    boolean isEmpty() {
        return text.isBlank() && embeds.isEmpty() && components.isEmpty() && attachments.isEmpty();
    }

    /** All that is to be read, with its marks. */
    String source() {
        Stream<String> inEmbeds = embeds.valueStream()
                .flatMap(embed -> Stream.concat(
                        Stream.of(embed.path("title"), embed.path("description")),
                        embed.path("fields")
                                .valueStream()
                                .flatMap(field -> Stream.of(field.path("name"), field.path("value")))))
                .map(JsonNode::asText);
        return Stream.of(Stream.of(text), inEmbeds, Components.texts(components))
                .flatMap(each -> each)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
