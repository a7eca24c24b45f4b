package dev.limber.app;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Beginning;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.Inbox;
import dev.limber.core.chat.Limits;
import dev.limber.core.chat.OnlinePlatform;
import dev.limber.core.chat.Pace;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import dev.limber.testkit.FakePlatform;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A platform behind a network: it begins, introduces itself and ends when the test says so. */
final class FakeOnline implements OnlinePlatform {
    private static final int PATIENCE_SECONDS = 20;

    private final String name;
    private final FakePlatform chats;
    private final Consumer<String> journal;
    private final UserId ann;
    private final CompletableFuture<Inbox> inbox = new CompletableFuture<>();
    private final CompletableFuture<Beginning> beginning = new CompletableFuture<>();
    private final CompletableFuture<String> introduced = new CompletableFuture<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private volatile Optional<Instant> lastHeard = Optional.empty();
    private volatile Runnable meanwhile = () -> {};

    /** @param journal gets what is done at the end, in order */
    FakeOnline(String name, InstantSource clock, Consumer<String> journal) {
        this.name = name;
        this.journal = journal;
        chats = new FakePlatform(name.toLowerCase(Locale.ROOT), clock);
        ann = chats.user("ann");
    }

    // What a test does

    FakeOnline begins() {
        introduced.complete("@limber");
        beginning.complete(new Beginning.Began("@limber"));
        return this;
    }

    FakeOnline isNotThereYet() {
        beginning.complete(new Beginning.NotYet("no route"));
        return this;
    }

    FakeOnline introducesItself() {
        introduced.complete("@limber");
        return this;
    }

    FakeOnline cannotBegin() {
        beginning.complete(new Beginning.Impossible("Check the token of " + name + "."));
        return this;
    }

    FakeOnline breaks() {
        beginning.completeExceptionally(new IllegalStateException("a bug"));
        return this;
    }

    FakeOnline isHeard(Instant at) {
        lastHeard = Optional.of(at);
        return this;
    }

    FakeOnline ends() {
        end.complete(name + " wants us no more.");
        return this;
    }

    /** What runs while it stops taking, and while it closes. */
    void meanwhile(Runnable work) {
        meanwhile = work;
    }

    /** Somebody writes; returns when that is stored. */
    void annWrites() {
        inbox.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join()
                .accept(chats.text(ann, "hello"))
                .toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    int answers() {
        return chats.posts(chats.privateChat(ann)).size();
    }

    int attempts() {
        return chats.attempts().size();
    }

    int commands() {
        return chats.commands().size();
    }

    // What Limber does

    @Override
    public String name() {
        return name;
    }

    @Override
    public Beginning begin(Inbox events) {
        inbox.complete(events);
        return beginning.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<String> introduced() {
        return introduced;
    }

    @Override
    public Optional<Instant> lastHeard() {
        return lastHeard;
    }

    @Override
    public CompletionStage<String> end() {
        return end;
    }

    @Override
    public void stopTaking() {
        journal.accept(name + " stops taking");
        meanwhile.run();
    }

    @Override
    public void close() {
        journal.accept(name + " is let go");
        meanwhile.run();
    }

    @Override
    public Platform id() {
        return chats.id();
    }

    @Override
    public Limits limits() {
        return chats.limits();
    }

    @Override
    public Duration recognisesRepeatsFor() {
        return chats.recognisesRepeatsFor();
    }

    @Override
    public Pace pace() {
        return chats.pace();
    }

    @Override
    public void publish(List<CommandSpec> specs) {
        chats.publish(specs);
    }

    @Override
    public Delivery deliver(Envelope envelope) {
        return chats.deliver(envelope);
    }

    @Override
    public boolean mayManage(UserId user, Address address) {
        return chats.mayManage(user, address);
    }
}
