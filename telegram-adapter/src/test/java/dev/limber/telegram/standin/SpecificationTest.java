package dev.limber.telegram.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.testkit.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stand-in takes for the Bot API is the Bot API. */
class SpecificationTest {
    @BeforeEach
    void needs_the_description() {
        Specification.assumeAtHand();
    }

    @Test
    void each_method_and_parameter_of_the_table_is_described_so() {
        List<String> faults = new ArrayList<>();
        Table.TABLE
                .methods()
                .forEach((method, ours) -> compare(method, ours, specification().parameters(method), faults));
        assertThat(faults).isEmpty();
    }

    @Test
    void each_type_and_field_of_the_table_is_described_so() {
        List<String> faults = new ArrayList<>();
        Table.TABLE
                .types()
                .forEach((type, ours) -> compare(type, ours, specification().fields(type), faults));
        assertThat(faults).isEmpty();
        Table.TABLE
                .unions()
                .forEach((type, ours) ->
                        assertThat(specification().subtypes(type)).containsAll(ours.values()));
    }

    private static Specification specification() {
        return Specification.find().orElseThrow();
    }

    private static void compare(
            String name, Map<String, Shape> ours, Optional<Map<String, Shape>> described, List<String> faults) {
        Map<String, Shape> theirs = described.orElseGet(Map::of);
        ours.forEach((field, shape) -> {
            if (!shape.equals(theirs.get(field))) {
                faults.add(name + "." + field + " is " + theirs.get(field));
            }
        });
        theirs.forEach((field, shape) -> {
            if (shape.required() && !ours.containsKey(field)) {
                faults.add(name + "." + field + " is missing");
            }
        });
    }

    @Test
    void recorded_calls_are_held_against_it_to_the_innermost_field() {
        assertThat(Specification.check(List.of(
                        call("sendMessage", "{'chat_id':1,'text':'x','reply_parameters':{'message_id':7}}"),
                        call("getMe", "{}"))))
                .isEmpty();
        assertThat(Specification.check(List.of(
                        call("sendRocket", "{}"),
                        call("sendMessage", "{'text':'x'}"),
                        call("sendMessage", "{'chat_id':1,'text':7}"),
                        call("sendMessage", "{'chat_id':1,'text':'x','colour':'red'}"),
                        call(
                                "sendMessage",
                                "{'chat_id':1,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'x','data':''}]]}}"),
                        call("setMyCommands", "{'commands':[{'command':'x'}]}"))))
                .containsExactly(
                        "sendRocket: unknown method",
                        "sendMessage: parameter \"chat_id\" is required",
                        "sendMessage: parameter \"text\" must be of type String",
                        "sendMessage: unknown parameter \"colour\"",
                        "sendMessage: unknown parameter \"reply_markup.inline_keyboard[0][0].data\"",
                        "setMyCommands: parameter \"commands[0].description\" is required");
    }

    private static Call call(String method, String params) {
        JsonNode json = Json.parse(params.replace('\'', '"')).orElseThrow();
        return new Call(method, json, 200, Instant.EPOCH, Duration.ZERO, 0);
    }
}
