package dev.limber.local.page;

import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.Inbox;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Receipt;
import dev.limber.core.chat.Suggestion;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.chat.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A coach that repeats what it hears, and takes each event once, as the core does. */
final class Scripted implements Inbox {
    private final AtomicLong ids = new AtomicLong();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private volatile Optional<ChatPlatform> platform = Optional.empty();
    private volatile boolean failing;

    final List<IncomingMessage> heard = new CopyOnWriteArrayList<>();

    void connect(ChatPlatform page) {
        platform = Optional.of(page);
    }

    /** From now on nothing can be stored, or can be again. */
    void fail(boolean yes) {
        failing = yes;
    }

    @Override
    public CompletionStage<Receipt> accept(IncomingMessage message) {
        if (failing) {
            return CompletableFuture.failedFuture(new IllegalStateException("the disk is full"));
        }
        if (!seen.add(message.updateId())) {
            return CompletableFuture.completedFuture(new Receipt(List.of()));
        }
        heard.add(message);
        Envelope answer = envelope(message, said(message.body()));
        return CompletableFuture.supplyAsync(() -> {
            platform.orElseThrow().deliver(answer);
            return new Receipt(List.of(answer.id()));
        });
    }

    private Envelope envelope(IncomingMessage to, OutgoingMessage answer) {
        return new Envelope(
                new DeliveryId(ids.incrementAndGet()), to.address(), Optional.of(to.user()), Optional.empty(), answer);
    }

    private static OutgoingMessage said(Body body) {
        return switch (body) {
            case Body.CommandCalled(String name, String argument) ->
                asking("called " + name + argument, Optional.empty());
            case Body.TextWritten(String text) -> asking("heard " + text, Optional.empty());
            case Body.ButtonPressed(String data, MessageRef message, var _, boolean latest) ->
                asking("pressed " + data, latest ? Optional.of(message) : Optional.empty());
            default -> asking(body.toString(), Optional.empty());
        };
    }

    static OutgoingMessage asking(String words, Optional<MessageRef> replaces) {
        return OutgoingMessage.of(
                new Audience.Everyone(),
                List.of(Block.Text.of(TextStyle.BODY, words)),
                List.of(List.of(new Button("Next", "next", ButtonStyle.PRIMARY))),
                replaces);
    }

    @Override
    public Optional<OutgoingMessage> preview(IncomingMessage message) {
        return Optional.empty();
    }

    @Override
    public List<Suggestion> suggest(UserId user, Optional<Locale> languageHint, String command, String typed) {
        return List.of(new Suggestion("Desk break", "desk break"));
    }
}
