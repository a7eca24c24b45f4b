package dev.limber.telegram.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.ApiResponse;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Reads updates one by one. One that cannot be read is logged, and goes on as an update with an id and nothing in it. */
public final class UpdateReader {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateReader.class);
    private static final String ID = "update_id";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private UpdateReader() {}

    /**
     * One update, as a webhook gets it.
     *
     * @return empty where the text is no update at all
     */
    public static Optional<Update> read(String json) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            return tree.path(ID).canConvertToInt() && tree.path(ID).isNumber()
                    ? Optional.of(read(tree))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static List<Update> readAll(String answer) throws TelegramApiRequestException {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(answer);
            if (!tree.path("ok").asBoolean()) {
                ApiResponse<?> refusal = MAPPER.treeToValue(tree, ApiResponse.class);
                throw new TelegramApiRequestException("getUpdates", refusal);
            }
        } catch (JsonProcessingException e) {
            throw new TelegramApiRequestException("the answer to getUpdates is no JSON", e);
        }
        var updates = new ArrayList<Update>();
        for (JsonNode update : tree.path("result")) {
            updates.add(read(update));
        }
        return updates;
    }

    private static Update read(JsonNode tree) {
        try {
            return MAPPER.treeToValue(tree, Update.class);
        } catch (JsonProcessingException | RuntimeException e) {
            int id = tree.path(ID).asInt();
            // The message of the exception may quote what somebody wrote.
            LOG.error(
                    "update {} cannot be read and is passed over: {}",
                    id,
                    e.getClass().getSimpleName());
            var empty = new Update();
            empty.setUpdateId(id);
            return empty;
        }
    }
}
