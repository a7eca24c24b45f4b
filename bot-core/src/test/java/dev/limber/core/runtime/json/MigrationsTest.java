package dev.limber.core.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.core.chat.Audience;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.session.ChatState;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Nudges;
import dev.limber.core.session.Plan;
import dev.limber.core.session.UserState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents of version 0 are of one that never was: the first release writes version 1. */
class MigrationsTest {
    @Test
    void a_recorded_document_of_an_older_version_is_read_as_one_of_today() throws IOException {
        var codec = new JsonCodec(new Migrations(UserState.SCHEMA_VERSION, List.of(zeroToOne())));

        UserState state = codec.readState(recorded("state-v0.json"), Optional.empty());

        assertThat(state.language()).contains(Locale.GERMAN);
        assertThat(state.zone()).contains(ZoneId.of("Europe/Berlin"));
        assertThat(state.preferences().weeklyGoal()).isEqualTo(3);
        assertThat(state.dialogue()).isEqualTo(new Dialogue.ConfirmForget());
        assertThat(state.revision()).isEqualTo(7);
    }

    @Test
    void what_was_migrated_is_written_in_the_shape_of_today() throws IOException {
        var codec = new JsonCodec(new Migrations(UserState.SCHEMA_VERSION, List.of(zeroToOne())));
        UserState state = codec.readState(recorded("state-v0.json"), Optional.empty());

        assertThat(new JsonCodec().readState(codec.writeState(state), Optional.empty()))
                .isEqualTo(state);
    }

    @Test
    void steps_are_taken_one_after_the_other_and_only_those_of_the_kind() {
        var migrations = new Migrations(
                3,
                List.of(
                        new Migrations.Step(
                                DocumentKind.STATE,
                                2,
                                node -> node.put("order", node.path("order").asText() + "2")),
                        new Migrations.Step(DocumentKind.PLAN, 1, node -> node.put("order", "wrong")),
                        new Migrations.Step(DocumentKind.STATE, 1, node -> node.put("order", "1"))));
        ObjectNode document = (ObjectNode) new JsonCodec().readTree("{}");

        assertThat(migrations
                        .migrate(DocumentKind.STATE, 1, document)
                        .path("order")
                        .asText())
                .isEqualTo("12");
    }

    @Test
    void a_document_of_a_newer_program_is_refused_with_a_way_on() {
        String newer = new JsonCodec().writeState(UserState.initial()).replace("\"schema\":3", "\"schema\":4");

        assertThatThrownBy(() -> new JsonCodec().readState(newer, Optional.empty()))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessage("a stored state has schema version 4, this program knows 3 at most:"
                        + " start the newer program that wrote it");
    }

    @Test
    void a_plan_from_before_its_language_was_noted_is_read_without_one() throws IOException {
        var codec = new JsonCodec();

        UserState state =
                codec.readState(codec.writeState(Samples.typicalState()), Optional.of(recorded("plan-v1.json")));

        Plan plan = state.stretch().orElseThrow().plan();
        assertThat(plan.language()).isEmpty();
        assertThat(plan.name()).isEqualTo("Unterer Rücken");
        assertThat(plan.steps()).hasSize(2);
        assertThat(codec.readState(codec.writeState(state), Optional.of(codec.writePlan(plan))))
                .isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state-v1.json", "state-v2.json"})
    void a_state_from_before_anybody_was_known_to_be_out_of_reach_is_read_as_of_somebody_who_is_not(String name)
            throws IOException {
        UserState state = new JsonCodec().readState(recorded(name), Optional.empty());

        assertThat(state.unreachableSince()).isEmpty();
        assertThat(state.preferences().weeklyGoal()).isEqualTo(4);
        assertThat(state.revision()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state-v1.json", "state-v2.json"})
    void a_state_from_before_there_were_nudges_is_read_as_of_somebody_without_any(String name) throws IOException {
        var codec = new JsonCodec();

        UserState state = codec.readState(recorded(name), Optional.empty());

        assertThat(state.nudges()).isEqualTo(Nudges.none());
        assertThat(codec.readState(codec.writeState(state), Optional.empty())).isEqualTo(state);
    }

    @Test
    void a_routine_from_before_one_could_be_for_oneself_alone_is_read_as_one_among_others() throws IOException {
        var codec = new JsonCodec();

        UserState stretching =
                codec.readState(recorded("state-v2-stretching.json"), Optional.of(codec.writePlan(Samples.plan())));
        UserState asked = codec.readState(recorded("state-v2-asked.json"), Optional.empty());

        assertThat(stretching.stretch().orElseThrow().alone()).isFalse();
        assertThat(stretching.stretch().orElseThrow().step()).isEqualTo(1);
        assertThat(asked.dialogue())
                .isInstanceOfSatisfying(
                        Dialogue.HealthCheck.class,
                        check -> assertThat(check.alone()).isFalse());
    }

    @Test
    void a_recorded_chat_is_read() throws IOException {
        var codec = new JsonCodec();

        ChatState chat = codec.readChat(recorded("chat-v3.json"), Optional.of(codec.writePlan(Samples.plan())));

        assertThat(chat).isEqualTo(Samples.chat());
    }

    @Test
    void a_message_from_before_there_were_invitations_is_read_without_one() throws IOException {
        OutgoingMessage message = new JsonCodec().readMessage(recorded("message-v1.json"));

        assertThat(message.invitation()).isEmpty();
        assertThat(message.audience()).isInstanceOf(Audience.OnlyPerson.class);
        assertThat(message.buttons().getFirst()).hasSize(2);
    }

    @Test
    void a_message_from_before_there_were_announcements_is_read_without_one() throws IOException {
        OutgoingMessage message = new JsonCodec().readMessage(recorded("message-v2.json"));

        assertThat(message.announcement()).isEmpty();
        assertThat(message.invitation()).isPresent();
    }

    /** Version 0 had one field for the place, days for the goal, and named the question by a word. */
    private static Migrations.Step zeroToOne() {
        return new Migrations.Step(DocumentKind.STATE, 0, node -> {
            ObjectNode place = (ObjectNode) node.remove("place");
            node.set("language", place.get("language"));
            node.set("zone", place.get("zone"));
            ObjectNode preferences = (ObjectNode) node.get("preferences");
            preferences.set("weeklyGoal", preferences.remove("days"));
            node.putObject("dialogue").put("type", node.remove("asked").asText());
            return node;
        });
    }

    private static String recorded(String name) throws IOException {
        try (InputStream in = MigrationsTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
