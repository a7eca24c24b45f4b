package dev.limber.core.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.nudge.NudgeRule;
import dev.limber.core.session.ChatState;
import dev.limber.core.session.Completion;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Pace;
import dev.limber.core.session.Silence;
import dev.limber.core.session.UserState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {
    private final JsonCodec codec = new JsonCodec();

    @Test
    void a_state_comes_back_as_it_was() {
        assertThat(roundTrip(Samples.fullState())).isEqualTo(Samples.fullState());
        assertThat(roundTrip(Samples.typicalState())).isEqualTo(Samples.typicalState());
        assertThat(roundTrip(UserState.initial())).isEqualTo(UserState.initial());
    }

    static List<Dialogue> everyDialogue() {
        return Samples.everyDialogue();
    }

    @ParameterizedTest
    @MethodSource("everyDialogue")
    void every_dialogue_comes_back_as_it_was(Dialogue dialogue) {
        UserState state = UserState.initial().withDialogue(dialogue);
        assertThat(roundTrip(state)).isEqualTo(state);
    }

    @Test
    void the_samples_hold_every_dialogue_and_every_pace() {
        assertThat(Samples.everyDialogue())
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(permitted(Dialogue.class));
        assertThat(Samples.everyPace()).extracting(Object::getClass).containsExactlyInAnyOrder(permitted(Pace.class));
    }

    static List<Silence> everySilence() {
        return Samples.everySilence();
    }

    @ParameterizedTest
    @MethodSource("everySilence")
    void a_chat_comes_back_as_it_was_however_silent(Silence silence) {
        ChatState chat = Samples.chat().withSilence(Optional.of(silence));

        assertThat(roundTrip(chat)).isEqualTo(chat);
        assertThat(roundTrip(ChatState.initial())).isEqualTo(ChatState.initial());
        assertThat(Samples.everySilence())
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(permitted(Silence.class));
    }

    @Test
    void a_chat_is_a_document_of_its_own_kind_without_its_plan() {
        assertThat(codec.writeState(Samples.chat()))
                .startsWith("{\"schema\":3,\"chat\":{")
                .doesNotContain("Knie", "options");
        String json = codec.writeState(Samples.chat());
        assertThatThrownBy(() -> codec.readChat(json, Optional.empty()))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("plan");
        assertThatThrownBy(() -> codec.readState(json, Optional.empty()))
                .isInstanceOf(UnreadableDocumentException.class);
    }

    static List<Pace> everyPace() {
        return Samples.everyPace();
    }

    @ParameterizedTest
    @MethodSource("everyPace")
    void every_pace_comes_back_as_it_was(Pace pace) {
        UserState typical = Samples.typicalState();
        UserState state = typical.withStretch(typical.stretch().map(stretch -> stretch.withPace(pace)));
        assertThat(roundTrip(state)).isEqualTo(state);
    }

    static List<NudgeRule> everyNudgeRule() {
        return Samples.everyNudgeRule();
    }

    @ParameterizedTest
    @MethodSource("everyNudgeRule")
    void every_nudge_rule_comes_back_as_it_was(NudgeRule rule) throws JsonProcessingException {
        var mapper = JsonCodec.mapper();
        String json = mapper.writerFor(NudgeRule.class).writeValueAsString(rule);
        assertThat(mapper.readValue(json, NudgeRule.class)).isEqualTo(rule);
    }

    @Test
    void the_json_of_a_nudge_rule_says_which_it_is_and_names_days_from_monday_on() throws JsonProcessingException {
        var writer = JsonCodec.mapper().writerFor(NudgeRule.class);
        assertThat(writer.writeValueAsString(Samples.everyNudgeRule().get(0)))
                .isEqualTo("{\"type\":\"at-times\",\"days\":[\"MONDAY\",\"SUNDAY\"],"
                        + "\"times\":[\"07:30:00\",\"21:00:00\"]}");
        assertThat(writer.writeValueAsString(Samples.everyNudgeRule().get(1)))
                .isEqualTo("{\"type\":\"every\",\"interval\":\"PT1H30M\",\"from\":\"09:00:00\","
                        + "\"to\":\"17:00:00\",\"days\":[\"MONDAY\",\"SUNDAY\"]}");
    }

    @Test
    void a_message_comes_back_as_it_was() {
        OutgoingMessage everyone = OutgoingMessage.of(
                new Audience.Everyone(),
                List.of(Block.Text.of(TextStyle.QUIET, "hi \u2028 \"quoted\" \ud83d\udc4b")),
                List.of(),
                Optional.empty());
        assertThat(codec.readMessage(codec.writeMessage(Samples.message()))).isEqualTo(Samples.message());
        assertThat(codec.readMessage(codec.writeMessage(everyone))).isEqualTo(everyone);
        assertThat(codec.readMessage(codec.writeMessage(Samples.announcedMessage())))
                .isEqualTo(Samples.announcedMessage());
    }

    @ParameterizedTest
    @EnumSource
    void a_completion_comes_back_as_it_was(Completion.Feeling feeling) {
        Completion plain = new Completion(
                "3f9k2m1x",
                new RoutineId("lower-back"),
                "Lower back",
                Samples.MOMENT,
                Samples.MOMENT.plusSeconds(400),
                11,
                12,
                Duration.ofSeconds(310),
                false,
                Optional.empty());
        Completion felt = plain.withFeeling(feeling);
        assertThat(codec.readCompletion(codec.writeCompletion(plain))).isEqualTo(plain);
        assertThat(codec.readCompletion(codec.writeCompletion(felt))).isEqualTo(felt);
    }

    @Test
    void the_json_of_a_state_says_what_it_says_in_few_words() {
        assertThat(codec.writeState(UserState.initial()))
                .isIn(
                        "{\"schema\":3,\"state\":{\"preferences\":{\"handsFree\":false,\"notAtHand\":[\"band\",\"partner\"],"
                                + "\"weeklyGoal\":5,\"restDays\":[]},\"dialogue\":{\"type\":\"none\"},\"offers\":[],"
                                + "\"revision\":0}}",
                        "{\"schema\":3,\"state\":{\"preferences\":{\"handsFree\":false,\"notAtHand\":[\"partner\",\"band\"],"
                                + "\"weeklyGoal\":5,\"restDays\":[]},\"dialogue\":{\"type\":\"none\"},\"offers\":[],"
                                + "\"revision\":0}}");
    }

    @Test
    void since_when_somebody_is_out_of_reach_is_written_as_a_moment_and_only_while_it_is_so() {
        UserState lost = UserState.initial().withUnreachableSince(Optional.of(Samples.MOMENT));

        assertThat(codec.writeState(lost)).contains("\"unreachableSince\":\"2026-03-29T00:59:30.125Z\"");
        assertThat(roundTrip(lost)).isEqualTo(lost);
        assertThat(codec.writeState(lost.withUnreachableSince(Optional.empty())))
                .doesNotContain("unreachable");
    }

    @Test
    void nudges_are_written_only_where_somebody_has_any() {
        assertThat(codec.writeState(Samples.typicalState())).doesNotContain("nudges");
        assertThat(codec.writeState(Samples.fullState()))
                .contains("{\"type\":\"every\",\"interval\":\"PT1H30M\",\"from\":\"09:00:00\",\"to\":\"17:00:00\"");
    }

    @Test
    void the_json_of_a_typical_state_is_small_and_holds_no_plan() {
        String json = codec.writeState(Samples.typicalState());
        assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(800);
        assertThat(json).doesNotContain("Knie", "options");
    }

    @Test
    void a_sealed_value_carries_its_kebab_case_name() {
        assertThat(codec.writePlan(Samples.plan()))
                .contains("\"dose\":{\"type\":\"repetitions\",\"count\":8,\"most\":10,\"tempo\":\"PT4.5S\"}")
                .contains("{\"type\":\"work\",\"exercise\":0,\"side\":\"LEFT\",\"round\":1,\"rounds\":2}")
                .contains("\"routine\":\"lower-back\"");
        assertThat(codec.writeMessage(Samples.message())).contains("\"type\":\"only-person\"");
        assertThat(DataTypes.kebabCase("ConfirmForget")).isEqualTo("confirm-forget");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"schema\":3}",
                "{\"schema\":\"1\",\"state\":{}}",
                "{\"schema\":3,\"state\":{}}",
                "{\"schema\":3,\"state\":{\"preferences\":",
                "{\"schema\":3,\"state\":null}",
            })
    void a_damaged_state_is_refused(String json) {
        assertThatThrownBy(() -> codec.readState(json, Optional.empty()))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("restore a backup");
    }

    @Test
    void a_property_that_nobody_knows_is_refused_and_the_refusal_quotes_nothing() {
        String json = codec.writeState(Samples.typicalState())
                .replace("\"revision\":", "\"mood\":\"my back hurts\",\"revision\":");
        assertThatThrownBy(() -> codec.readState(json, Optional.of(codec.writePlan(Samples.plan()))))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("mood")
                .hasMessageNotContaining("hurts")
                .hasNoCause();
    }

    @Test
    void a_routine_under_way_without_its_plan_is_refused() {
        String json = codec.writeState(Samples.typicalState());
        assertThatThrownBy(() -> codec.readState(json, Optional.empty()))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("plan");
    }

    private ChatState roundTrip(ChatState state) {
        return codec.readChat(codec.writeState(state), JsonCodec.planOf(state).map(codec::writePlan));
    }

    private UserState roundTrip(UserState state) {
        return codec.readState(codec.writeState(state), JsonCodec.planOf(state).map(codec::writePlan));
    }

    private static Class<?>[] permitted(Class<?> type) {
        Class<?>[] subclasses = type.getPermittedSubclasses();
        assertThat(subclasses).isNotNull();
        return subclasses;
    }
}
