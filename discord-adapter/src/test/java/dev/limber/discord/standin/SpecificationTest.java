package dev.limber.discord.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.testkit.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stand-in takes for Discord's API is Discord's API. */
class SpecificationTest {
    @BeforeEach
    void needs_the_description() {
        Specification.assumeAtHand();
    }

    @Test
    void each_route_of_the_table_is_described_so() {
        Specification specification = Specification.find().orElseThrow();
        assertThat(Table.TABLE.routes()).allSatisfy(route -> {
            assertThat(specification.operation(route).path("operationId").asText())
                    .isEqualTo(route.name());
            specification
                    .bodyOf(route)
                    .ifPresent(shape -> assertThat(route.body()).contains(shape));
        });
    }

    @Test
    void each_shape_and_language_of_the_table_is_described_so() {
        Specification specification = Specification.find().orElseThrow();
        Table.TABLE.shapes().forEach((shape, fields) -> {
            // Options come in many shapes; together they have these fields.
            if (!shape.equals("ApplicationCommandOption")) {
                assertThat(fields).as(shape).containsExactlyInAnyOrderElementsOf(specification.fields(shape));
            }
        });
        assertThat(Table.TABLE.locales()).isEqualTo(specification.locales());
    }

    @Test
    void recorded_calls_are_held_against_it() {
        String button = "{'type':2,'style':1,'label':'Next','custom_id':'n','disabled':false}";
        assertThat(Specification.check(List.of(
                        call("create_message", "{'content':'x','flags':0,'allowed_mentions':{'parse':[]}}"),
                        call(
                                "create_interaction_response",
                                "{'type':4,'data':{'flags':32768,'components':[{'type':10,'content':'x'},"
                                        + "{'type':1,'components':[" + button + "]}]}}"),
                        call(
                                "bulk_set_application_commands",
                                "[{'name':'x','description':'y','contexts':[0],'integration_types':[0,1]}]"),
                        call("get_my_user", "{}"))))
                .isEmpty();
        List<String> faults = Specification.check(List.of(
                call("send_rocket", "{}"),
                call("create_message", "{'content':7}"),
                call("update_message", "{'components':[{'type':1,'components':[]}]}"),
                call("bulk_set_application_commands", "[{'description':'y'}]")));
        assertThat(faults).anyMatch(each -> each.equals("send_rocket: unknown route"));
        assertThat(faults).anyMatch(each -> each.startsWith("create_message/content"));
        assertThat(faults).anyMatch(each -> each.startsWith("update_message/components/0"));
        assertThat(faults).anyMatch(each -> each.startsWith("bulk_set_application_commands/0"));
    }

    private static Call call(String route, String body) {
        JsonNode json = Json.parse(body.replace('\'', '"')).orElseThrow();
        return new Call(route, "/", json, List.of(), 200, Instant.EPOCH, Duration.ZERO);
    }
}
