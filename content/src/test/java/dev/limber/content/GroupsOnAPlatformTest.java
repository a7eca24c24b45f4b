package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.ReplyHandle;
import dev.limber.core.chat.UserId;
import dev.limber.core.coach.Coach;
import dev.limber.core.coach.Defaults;
import dev.limber.core.runtime.CommitResult;
import dev.limber.core.runtime.Limber;
import dev.limber.core.runtime.Mind;
import dev.limber.core.runtime.RuntimeConfig;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoreException;
import dev.limber.core.runtime.TurnRecord;
import dev.limber.core.runtime.WakeUp;
import dev.limber.core.runtime.json.JsonCodec;
import dev.limber.core.session.ChatState;
import dev.limber.core.session.Silence;
import dev.limber.core.session.Subject;
import dev.limber.core.session.UserState;
import dev.limber.testkit.FakePlatform;
import dev.limber.testkit.Fault;
import dev.limber.testkit.ForwardingStore;
import dev.limber.testkit.InMemoryStore;
import dev.limber.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several people in one chat on a platform, with everything between them and the coach. */
class GroupsOnAPlatformTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final RuntimeConfig QUICK = RuntimeConfig.standard()
            .withCloseWithin(Duration.ofSeconds(2))
            .withWakingUp(new RuntimeConfig.WakingUp(Duration.ofMinutes(1), 10_000, Duration.ofMillis(5)))
            .withNudging(new RuntimeConfig.Nudging(500, 32, Duration.ofMillis(5), Duration.ofMinutes(1)));

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final InMemoryStore store = new InMemoryStore();
    private final FakePlatform platform = new FakePlatform("fake", clock);
    private final JsonCodec codec = new JsonCodec();
    private final Address desks = platform.sharedChat("desks");
    private final UserId ann = platform.user("ann");
    private final UserId bob = platform.user("bob");
    private final UserId carol = platform.user("carol");
    private Limber limber = limber(store, clock);
    private int events;

    @BeforeEach
    void appoint() {
        platform.letManage(ann);
        limber.start(List.of(platform));
    }

    @AfterEach
    void close() {
        limber.close();
    }

    @Test
    void whoManagesTheChatSetsItsNudgesAndNobodyElseDoes() {
        type(bob, "here 15:00 weekdays");
        awaitPosts(desks, 1);
        assertThat(platform.posts(desks).getFirst().message().audience()).isEqualTo(new Audience.OnlyPerson(bob));
        assertThat(stored(desks).nudges()).isEmpty();

        type(ann, "here 15:00 weekdays");
        awaitShown("weekdays at 15:00");
        assertThat(stored(desks).nudges()).hasSize(1);
        assertThat(store.find(new Subject.Person(ann))).isEmpty();
    }

    @Test
    void aNudgeComesOnceAndWhoeverJoinsIsCountedOnceAndStretchesAlone() {
        nudge();
        CompletableFuture.allOf(
                        press(bob, "Join").toCompletableFuture(),
                        press(carol, "Join").toCompletableFuture(),
                        press(bob, "Join").toCompletableFuture())
                .orTimeout(10, TimeUnit.SECONDS)
                .join();

        awaitShown("2 of you today.");
        assertThat(stored(desks).attendance().who()).containsExactlyInAnyOrder(bob, carol);
        assertThat(shown().filter(text -> text.contains("today"))).hasSize(1);
        await().atMost(PATIENCE)
                .until(() -> platform.posts(desks).stream()
                        .map(post -> post.message().audience())
                        .anyMatch(new Audience.OnlyPerson(carol)::equals));
        assertThat(person(bob).dialogue().toString()).contains("two-minute");
    }

    @Test
    void whoeverJoinsIsNotForgottenWhenTheirOwnTurnCannotBeStoredAtFirst() {
        var full = new AtomicBoolean(true);
        restart(new ForwardingStore(store) {
            @Override
            public CommitResult commit(TurnRecord turn) {
                if (turn.subject().equals(new Subject.Person(bob)) && full.get()) {
                    throw new StoreException("the disk is full", null);
                }
                return super.commit(turn);
            }
        });
        nudge();
        IncomingMessage joins = pressing(bob, "Join");
        assertThatThrownBy(() -> join(limber.accept(joins))).hasCauseInstanceOf(StoreException.class);
        assertThat(store.find(new Subject.Person(bob))).isEmpty();

        full.set(false);
        join(limber.accept(joins));
        assertThat(person(bob).dialogue().toString()).contains("two-minute");
        long version = store.find(new Subject.Person(bob)).orElseThrow().version();
        join(limber.accept(joins));
        assertThat(store.find(new Subject.Person(bob)).orElseThrow().version()).isEqualTo(version);
        assertThat(stored(desks).attendance().who()).containsExactly(bob);
    }

    @Test
    void whatIsDoneTogetherGoesOnByItselfToItsEnd() {
        nudge();
        join(press(bob, "Stretch together"));
        awaitShown("step 1 of 3");
        join(press(carol, "I'm in"));

        passUntilShown("2 of you stretched today");
        assertThat(stored(desks).together()).isEmpty();
        assertThat(shown().filter(text -> text.startsWith("Now."))).hasSize(3);
    }

    @Test
    void whatIsDoneTogetherIsLedByWhoStartedIt() {
        nudge();
        join(press(bob, "Stretch together"));
        awaitShown("step 1 of 3");
        join(press(bob, "I'll set the pace"));
        awaitShown("on your “Next”");
        join(press(carol, "Next"));
        assertThat(stored(desks).together().orElseThrow().stretch().step()).isZero();

        join(press(bob, "Next"));
        awaitShown("step 2 of 3");
        clock.advance(Duration.ofSeconds(5));
        join(press(bob, "Next"));
        awaitShown("step 3 of 3");
        clock.advance(Duration.ofSeconds(5));
        join(press(bob, "Done"));
        awaitShown("One of you stretched today");
    }

    @Test
    void whatIsDoneTogetherGoesOnAfterARestart() {
        nudge();
        join(press(bob, "Stretch together"));
        awaitShown("step 1 of 3");
        restart(store);

        passUntilShown("One of you stretched today");
    }

    @Test
    void whereNothingCanBeWrittenNudgesPauseUntilSomebodySaysSo() {
        type(ann, "here 15:00 weekdays");
        awaitShown("weekdays at 15:00");
        platform.failAlways(desks, Fault.unreachable());
        clock.set(Instant.parse("2026-11-18T14:00:01Z"));
        await().atMost(PATIENCE)
                .until(() -> stored(desks)
                        .silence()
                        .filter(Silence.OutOfReach.class::isInstance)
                        .isPresent());
        long attempts = platform.attempts(desks);
        clock.set(Instant.parse("2026-11-19T14:00:01Z"));

        platform.heal(desks);
        type(ann, "here");
        awaitShown("Shall I go on?");
        assertThat(platform.attempts(desks)).isEqualTo(attempts + 1);
        join(press(ann, "Nudge here again"));
        awaitShown("Nudges here are on.");
        clock.set(Instant.parse("2026-11-20T14:00:01Z"));
        await().atMost(PATIENCE).until(() -> shown().anyMatch(text -> text.contains("[Join]")));
    }

    @Test
    void aChatThatMovesTakesItsNudgesAndWhatItDoesWithIt() {
        nudge();
        join(press(bob, "Stretch together"));
        awaitShown("step 1 of 3");
        await().atMost(PATIENCE)
                .until(() -> !store.wakeUpsBefore(clock.instant().plus(Duration.ofHours(1)), 1)
                        .isEmpty());
        Address big = platform.sharedChat("big-desks");
        join(limber.accept(event(bob, desks, new Body.ChatMoved(desks, big))));

        assertThat(store.find(new Subject.Group(desks))).isEmpty();
        assertThat(stored(big).together()).isPresent();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
            passToNextCue();
            return platform.texts(big).stream().anyMatch(text -> text.contains("stretched today"));
        });
        clock.set(Instant.parse("2026-11-19T14:00:01Z"));
        await().atMost(PATIENCE)
                .until(() -> platform.shown(big).stream()
                        .anyMatch(shown -> !shown.buttons().isEmpty()
                                && shown.buttons().toString().contains("Join")));
    }

    @Test
    void whoJoinedIsForgottenWhenTheDayIsOver() {
        nudge();
        join(press(bob, "Join"));
        clock.set(Instant.parse("2026-11-18T23:00:01Z"));

        await().atMost(PATIENCE).until(() -> stored(desks).attendance().who().isEmpty());
        assertThat(stored(desks).attendance().counts()).hasSize(1);
    }

    private void nudge() {
        type(ann, "here 15:00 weekdays");
        awaitShown("weekdays at 15:00");
        clock.set(Instant.parse("2026-11-18T14:00:01Z"));
        await().atMost(PATIENCE).until(() -> shown().anyMatch(text -> text.contains("[Join]")));
    }

    private void restart(Store other) {
        limber.close();
        limber = limber(other, clock);
        limber.start(List.of(platform));
    }

    private static Limber limber(Store store, SettableClock clock) {
        var defaults = new Defaults(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));
        return new Limber(store, Mind.of(new Coach(), BuiltIn::content, defaults), clock, QUICK);
    }

    private void type(UserId user, String argument) {
        join(limber.accept(event(user, desks, new Body.CommandCalled("nudge", argument))));
    }

    private CompletionStage<?> press(UserId user, String label) {
        return limber.accept(pressing(user, label));
    }

    private IncomingMessage pressing(UserId user, String label) {
        FakePlatform.Post post = platform.posts(desks).reversed().stream()
                .filter(each -> find(each, label).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label));
        String data = find(post, label).orElseThrow().data();
        return event(user, desks, new Body.ButtonPressed(data, post.ref(), Optional.empty(), false));
    }

    private static Optional<Button> find(FakePlatform.Post post, String label) {
        return post.message().buttons().stream()
                .flatMap(List::stream)
                .filter(button -> button.label().equals(label))
                .findFirst();
    }

    private IncomingMessage event(UserId user, Address address, Body body) {
        var handle = new ReplyHandle("h" + events, clock.instant().plus(Duration.ofMinutes(15)));
        return new IncomingMessage(
                "e" + events++,
                user,
                address,
                false,
                Optional.of(platform.privateChat(user)),
                Optional.of(Locale.ENGLISH),
                Optional.of(handle),
                body);
    }

    private static void join(CompletionStage<?> handled) {
        handled.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** What everybody sees, with its buttons. */
    private Stream<String> shown() {
        return platform.posts(desks).stream()
                .map(FakePlatform.Post::message)
                .filter(message -> message.audience() instanceof Audience.Everyone)
                .map(TestChat::shown);
    }

    private void awaitShown(String part) {
        await().atMost(PATIENCE).until(() -> shown().anyMatch(text -> text.contains(part)));
    }

    private void awaitPosts(Address address, int count) {
        await().atMost(PATIENCE).until(() -> platform.posts(address).size() == count);
    }

    private void passUntilShown(String part) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
            passToNextCue();
            return shown().anyMatch(text -> text.contains(part));
        });
    }

    /** Cues come when it is time for them, however slow the machine is. */
    private void passToNextCue() {
        store.wakeUpsBefore(clock.instant().plus(Duration.ofHours(1)), 1).stream()
                .map(WakeUp::due)
                .filter(clock.instant()::isBefore)
                .forEach(clock::set);
    }

    private ChatState stored(Address address) {
        return store.find(new Subject.Group(address))
                .map(stored -> codec.readChat(stored.state(), stored.plan()))
                .orElseGet(ChatState::initial);
    }

    private UserState person(UserId user) {
        return store.find(new Subject.Person(user))
                .map(stored -> codec.readState(stored.state(), stored.plan()))
                .orElseGet(UserState::initial);
    }
}
