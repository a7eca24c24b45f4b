package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.testkit.http.Upload;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One call as it was read.
 *
 * @param params of the path
 * @param body an empty object where there is none
 * @param files by the name of their part
 * @param unknown takes what nobody reads
 */
record Request(
        Route route,
        Map<String, String> params,
        Map<String, String> query,
        JsonNode body,
        Map<String, Upload> files,
        List<String> unknown) {
    /** Empty where it is no number. */
    OptionalLong id(String param) {
        return Snowflakes.parse(params.getOrDefault(param, ""));
    }

    String param(String name) {
        return params.getOrDefault(name, "");
    }

    boolean asks(String name) {
        return query.getOrDefault(name, "").equals("true");
    }
}
