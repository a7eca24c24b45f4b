package dev.limber.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.Receipt;
import dev.limber.core.chat.UserId;
import dev.limber.core.runtime.json.JsonCodec;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import dev.limber.core.session.UserState;
import dev.limber.testkit.FakePlatform;
import dev.limber.testkit.InMemoryStore;
import dev.limber.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A running coach with everything around it under control. */
final class Rig implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final RuntimeConfig QUICK = RuntimeConfig.standard()
            .withCloseWithin(Duration.ofSeconds(2))
            .withDelivering(new RuntimeConfig.Delivering(
                    Duration.ofMillis(30), Duration.ofMillis(5), Duration.ofMillis(40), 5_000, 500))
            .withWakingUp(new RuntimeConfig.WakingUp(Duration.ofMinutes(1), 10_000, Duration.ofMillis(5)));

    final SettableClock clock = new SettableClock(START);
    final InMemoryStore store = new InMemoryStore();
    final FakePlatform platform = new FakePlatform("fake", clock);
    private final JsonCodec codec = new JsonCodec();
    final Parrot parrot = new Parrot();
    final UserId ann = platform.user("ann");
    final Address annsChat = platform.privateChat(ann);
    private final List<Limber> running = new ArrayList<>();

    /** Starts the coach on the store and the platform of this rig. */
    Limber start() {
        return start(QUICK);
    }

    Limber start(RuntimeConfig config) {
        return start(config, platform);
    }

    Limber start(RuntimeConfig config, ChatPlatform on) {
        var limber = new Limber(store, parrot.mind(), clock, config);
        running.add(limber);
        limber.start(List.of(on));
        return limber;
    }

    Receipt say(Limber limber, UserId user, String text) {
        return accept(limber, platform.text(user, text));
    }

    static Receipt accept(Limber limber, IncomingMessage message) {
        return limber.accept(message)
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    /** Commits a turn of a person that leaves something to say, as if before the start. */
    void owe(UserId user, Address to, Lane lane, boolean privateChat, String text) {
        var subject = new Subject.Person(user);
        long version = store.find(subject).map(StoredState::version).orElse(0L);
        CommitResult result = store.commit(new TurnRecord(
                subject,
                Optional.of("seed/" + user.id() + "/" + version),
                START,
                version,
                codec.writeState(UserState.initial()),
                new TurnRecord.PlanChange.Keep(),
                List.of(),
                List.of(new TurnRecord.Outgoing(
                        to,
                        Optional.empty(),
                        lane,
                        codec.writeMessage(Parrot.message(text)),
                        Optional.empty(),
                        Optional.empty(),
                        new Circumstances(privateChat, Optional.empty()),
                        Optional.empty())),
                Optional.empty(),
                false,
                NudgeChange.NONE,
                false));
        assertThat(result).isInstanceOf(CommitResult.Committed.class);
    }

    UserState stateOf(UserId user) {
        StoredState stored = store.find(new Subject.Person(user)).orElseThrow();
        return codec.readState(stored.state(), stored.plan());
    }

    void awaitTexts(Address address, String... texts) {
        await().untilAsserted(() -> assertThat(platform.texts(address)).containsExactly(texts));
    }

    @Override
    public void close() {
        running.forEach(Limber::close);
    }
}
