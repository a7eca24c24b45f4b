package dev.limber.local;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.Inbox;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Receipt;
import dev.limber.core.chat.Suggestion;
import dev.limber.core.chat.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Keeps the port's promises as the core does: events are handled in turn, on another thread than the caller's; what is
 * owed is delivered on a third, in order, before or after the receipt.
 */
final class ScriptedCoach implements Inbox, AutoCloseable {
    private final ExecutorService turns = Executors.newSingleThreadExecutor();
    private final ExecutorService deliveries = Executors.newSingleThreadExecutor();
    private final AtomicReference<Optional<ChatPlatform>> platform = new AtomicReference<>(Optional.empty());
    private final AtomicLong nextId = new AtomicLong();
    private final Function<Body, List<OutgoingMessage>> script;
    private volatile boolean receiptLast;
    private volatile boolean delivering = true;
    private volatile Function<IncomingMessage, Optional<RuntimeException>> failing = message -> Optional.empty();

    final List<IncomingMessage> heard = new CopyOnWriteArrayList<>();
    final List<Delivery> outcomes = new CopyOnWriteArrayList<>();
    final List<String> askedToSuggest = new CopyOnWriteArrayList<>();

    ScriptedCoach(Function<Body, List<OutgoingMessage>> script) {
        this.script = script;
    }

    void connect(ChatPlatform terminal) {
        platform.set(Optional.of(terminal));
    }

    /** Answers arrive before the news that they are owed. */
    ScriptedCoach withReceiptLast() {
        receiptLast = true;
        return this;
    }

    /** What is owed stays owed. */
    ScriptedCoach deliveringNothing() {
        delivering = false;
        return this;
    }

    ScriptedCoach failing(Function<IncomingMessage, Optional<RuntimeException>> newFailing) {
        failing = newFailing;
        return this;
    }

    List<Body> heardBodies() {
        return heard.stream().map(IncomingMessage::body).toList();
    }

    @Override
    public CompletionStage<Receipt> accept(IncomingMessage message) {
        CompletableFuture<Receipt> receipt = new CompletableFuture<>();
        turns.execute(() -> {
            heard.add(message);
            Optional<RuntimeException> failure = failing.apply(message);
            if (failure.isPresent()) {
                receipt.completeExceptionally(failure.get());
                return;
            }
            List<Envelope> owed = script.apply(message.body()).stream()
                    .map(answer -> envelope(message.address(), answer))
                    .toList();
            Receipt stored = new Receipt(owed.stream().map(Envelope::id).toList());
            if (!receiptLast) {
                receipt.complete(stored);
            }
            owed.stream().filter(envelope -> delivering).map(this::deliver).forEach(CompletableFuture::join);
            receipt.complete(stored);
        });
        return receipt;
    }

    private Envelope envelope(Address to, OutgoingMessage message) {
        return new Envelope(new DeliveryId(nextId.incrementAndGet()), to, Optional.empty(), Optional.empty(), message);
    }

    /** Says something by itself. */
    CompletableFuture<Delivery> cue(Address to, OutgoingMessage message) {
        return deliver(envelope(to, message));
    }

    private CompletableFuture<Delivery> deliver(Envelope envelope) {
        return CompletableFuture.supplyAsync(
                () -> {
                    Delivery outcome = platform.get().orElseThrow().deliver(envelope);
                    outcomes.add(outcome);
                    return outcome;
                },
                deliveries);
    }

    @Override
    public Optional<OutgoingMessage> preview(IncomingMessage message) {
        return Optional.empty();
    }

    @Override
    public List<Suggestion> suggest(UserId user, Optional<Locale> languageHint, String command, String typed) {
        askedToSuggest.add(command + ":" + typed);
        return List.of(new Suggestion("Lower back", "lower back"), new Suggestion("Desk break", "desk break"));
    }

    @Override
    public void close() {
        turns.close();
        deliveries.close();
    }
}
