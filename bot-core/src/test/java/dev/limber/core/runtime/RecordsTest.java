package dev.limber.core.runtime;

import static dev.limber.core.runtime.Parrot.say;
import static dev.limber.core.runtime.Parrot.sayThen;
import static dev.limber.core.runtime.Parrot.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.Suggestion;
import dev.limber.core.coach.Decision;
import dev.limber.core.coach.Defaults;
import dev.limber.core.coach.Effect;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.session.Completion;
import dev.limber.core.session.Offer;
import dev.limber.core.session.Pace;
import dev.limber.core.session.Plan;
import dev.limber.core.session.PlanStep;
import dev.limber.core.session.Stretch;
import dev.limber.core.session.Subject;
import dev.limber.core.session.UserState;
import dev.limber.testkit.Fault;
import dev.limber.testkit.TestContent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept about a person beside the answers: history, plans, everything at once, and nothing any more. */
class RecordsTest {
    private final Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void what_is_remembered_can_be_asked_for_and_is_replaced_by_its_id() {
        List<Completion> seen = new ArrayList<>();
        rig.parrot
                .on("early", (state, _) -> turn(state, remember("a", Rig.START)))
                .on("late", (state, _) -> turn(state, remember("b", Rig.START.plusSeconds(60))))
                .on(
                        "better",
                        (state, _) -> turn(
                                state,
                                new Effect.Remember(completion("b", Rig.START.plusSeconds(60))
                                        .withFeeling(Completion.Feeling.BETTER))))
                .on("ask", (state, context) -> {
                    seen.addAll(context.records().completionsSince(Rig.START.plusSeconds(1)));
                    return turn(state);
                });
        Limber limber = rig.start();
        List.of("early", "late", "better", "ask").forEach(word -> rig.say(limber, rig.ann, word));

        assertThat(seen)
                .containsExactly(completion("b", Rig.START.plusSeconds(60)).withFeeling(Completion.Feeling.BETTER));
    }

    @Test
    void everything_stored_comes_as_one_document_of_real_objects() throws Exception {
        List<String> documents = new ArrayList<>();
        rig.parrot
                .on(
                        "fill",
                        (state, _) -> new Decision(
                                state.withStretch(Optional.of(Stretch.begin(plan("p1"), new Pace.ByHand(), Rig.START))),
                                List.of(remember("a", Rig.START), sayThen("hold", Duration.ofSeconds(30), "over"))))
                .on("all", (state, context) -> {
                    documents.add(context.records().everything());
                    return turn(state);
                });
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "fill");
        await().until(() -> !rig.store.wakeUps().isEmpty());
        rig.platform.failNext(rig.annsChat, new Fault.Hangs(new CountDownLatch(1)));
        rig.say(limber, rig.ann, "one more");
        rig.say(limber, rig.ann, "all");

        JsonNode all = new ObjectMapper().readTree(documents.getFirst());
        assertThat(all.path("subject").asText()).isEqualTo("person/fake/ann");
        assertThat(all.path("state").path("offers").path(0).path("label").asText())
                .isEqualTo("one more");
        assertThat(all.path("plan").path("name").asText()).isEqualTo("Lower back");
        assertThat(all.path("history")
                        .path(0)
                        .path("completion")
                        .path("routine")
                        .asText())
                .isEqualTo("lower-back");
        assertThat(all.path("owedMessages")
                        .path(0)
                        .path("message")
                        .path("blocks")
                        .isArray())
                .isTrue();
        assertThat(all.path("wakeUps").path(0).path("cue").asText()).isEqualTo("over");
        assertThat(all.path("wakeUps").path(0).path("clientLanguage").asText()).isEqualTo("en");
        assertThat(documents.getFirst()).contains("\n").doesNotContain("\\\"");
    }

    @Test
    void a_plan_is_written_when_it_changes_and_only_then() {
        var recorder = new CommitRecorder(rig.store);
        rig.parrot
                .on(
                        "begin",
                        (state, _) -> new Decision(
                                state.withStretch(Optional.of(Stretch.begin(plan("p1"), new Pace.ByHand(), Rig.START))),
                                List.of()))
                .on(
                        "go on",
                        (state, _) -> new Decision(
                                state.withStretch(state.stretch().map(stretch -> stretch.touched(Rig.START))),
                                List.of()))
                .on(
                        "change",
                        (state, _) -> new Decision(
                                state.withStretch(state.stretch().map(stretch -> stretch.withPlan(plan("p2")))),
                                List.of()))
                .on("end", (state, _) -> new Decision(state.withStretch(Optional.empty()), List.of()));
        try (var limber = new Limber(recorder, rig.parrot.mind(), rig.clock, Rig.QUICK)) {
            limber.start(List.of(rig.platform));
            for (String word : List.of("begin", "go on", "change", "end", "hello")) {
                rig.say(limber, rig.ann, word);
            }
        }
        // Somebody whose plan was read from the store keeps it, too.
        try (var limber = new Limber(recorder, rig.parrot.mind(), rig.clock, Rig.QUICK)) {
            limber.start(List.of(rig.platform));
            rig.say(limber, rig.ann, "begin");
        }
        try (var limber = new Limber(recorder, rig.parrot.mind(), rig.clock, Rig.QUICK)) {
            limber.start(List.of(rig.platform));
            rig.say(limber, rig.ann, "go on");
        }

        assertThat(recorder.turns())
                .extracting(turn -> turn.plan().getClass().getSimpleName())
                .containsExactly("Replace", "Keep", "Replace", "Remove", "Keep", "Replace", "Keep");
        assertThat(rig.stateOf(rig.ann).stretch()).isPresent();
    }

    @Test
    void forgetting_leaves_nothing_in_the_store_and_nothing_in_memory() {
        rig.parrot
                .on(
                        "fill",
                        (state, _) ->
                                turn(state, remember("a", Rig.START), sayThen("hold", Duration.ofSeconds(30), "over")))
                .on("forget", (state, _) -> turn(state, new Effect.Forget(), say("bye")));
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "fill");
        await().until(() -> !rig.store.wakeUps().isEmpty());
        assertThat(limber.cached()).isEqualTo(1);

        rig.say(limber, rig.ann, "forget");

        rig.awaitTexts(rig.annsChat, "hold", "bye");
        await().until(() -> rig.store.owedCount() == 0 && limber.busy() == 0);
        assertThat(limber.cached()).isZero();
        assertThat(rig.store.everything(new Subject.Person(rig.ann)))
                .isEqualTo(new Dossier(Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of()));
        rig.clock.advance(Duration.ofMinutes(1));
        rig.say(limber, rig.ann, "hello");
        rig.awaitTexts(rig.annsChat, "hold", "bye", "1 hello");
    }

    @Test
    void suggestions_read_only_and_are_at_most_25() {
        List<UserState> asked = new ArrayList<>();
        var mind = new Mind(
                rig.parrot,
                (state, command, typed, _) -> {
                    asked.add(state);
                    return IntStream.range(0, 40)
                            .mapToObj(i -> new Suggestion(command + typed + i, "v" + i))
                            .toList();
                },
                TestContent::minimal,
                new Defaults(Locale.ENGLISH, ZoneOffset.UTC));
        try (var limber = new Limber(rig.store, mind, rig.clock, Rig.QUICK)) {
            limber.start(List.of(rig.platform));
            assertThat(limber.suggest(rig.ann, Optional.empty(), "stretch", "lo"))
                    .hasSize(25);
            assertThat(rig.store.find(new Subject.Person(rig.ann))).isEmpty();
            rig.say(limber, rig.ann, "hello");

            List<Suggestion> suggestions = limber.suggest(rig.ann, Optional.empty(), "stretch", "lo");

            assertThat(suggestions.getFirst()).isEqualTo(new Suggestion("stretchlo0", "v0"));
            assertThat(asked.getLast().offers()).containsExactly(new Offer("hello", "-"));
            assertThat(rig.store.commits()).isEqualTo(1);
        }
    }

    @Test
    void a_bug_in_suggesting_means_no_suggestions() {
        var mind = new Mind(
                rig.parrot,
                (_, _, _, _) -> {
                    throw new IllegalStateException("typed: my back");
                },
                TestContent::minimal,
                new Defaults(Locale.ENGLISH, ZoneOffset.UTC));
        try (var limber = new Limber(rig.store, mind, rig.clock, Rig.QUICK);
                var log = new LogCapture()) {
            assertThat(limber.suggest(rig.ann, Optional.empty(), "stretch", "lo"))
                    .isEmpty();
            assertThat(log.text())
                    .contains("no suggestions for person/fake/ann")
                    .doesNotContain("my back");
        }
    }

    @Test
    void each_turn_has_an_identifier_of_its_own() {
        List<String> ids = new ArrayList<>();
        rig.parrot.on("id", (state, context) -> {
            ids.add(context.freshId());
            return turn(state);
        });
        Limber limber = rig.start();
        IntStream.range(0, 200).forEach(_ -> rig.say(limber, rig.ann, "id"));

        assertThat(ids).hasSize(200).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9]{8}"));
    }

    @Test
    void an_apology_in_a_routine_is_in_the_language_that_its_plan_notes() {
        rig.parrot
                .on(
                        "begin",
                        (state, _) -> new Decision(
                                state.withStretch(Optional.of(Stretch.begin(plan("p1"), new Pace.ByHand(), Rig.START))),
                                List.of()))
                .on("boom", (_, _) -> {
                    throw new IllegalStateException();
                });
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "begin");
        IncomingMessage boom = rig.platform.text(rig.ann, "boom");
        Rig.accept(
                limber,
                new IncomingMessage(
                        boom.updateId(),
                        boom.user(),
                        boom.address(),
                        true,
                        Optional.empty(),
                        Optional.of(Locale.GERMANY),
                        Optional.empty(),
                        boom.body()));

        rig.awaitTexts(rig.annsChat, "Something broke. Try /help.");
    }

    private static Effect remember(String id, Instant endedAt) {
        return new Effect.Remember(completion(id, endedAt));
    }

    static Completion completion(String id, Instant endedAt) {
        return new Completion(
                id,
                new RoutineId("lower-back"),
                "Lower back",
                endedAt.minusSeconds(300),
                endedAt,
                4,
                4,
                Duration.ofMinutes(2),
                true,
                Optional.empty());
    }

    private static Plan plan(String id) {
        return new Plan(
                id,
                new RoutineId("lower-back"),
                "Lower back",
                List.of(),
                List.of(new PlanStep.Work(0, Optional.empty(), 1, 1)),
                List.of(),
                List.of(),
                false,
                Optional.of(Locale.ENGLISH));
    }
}
