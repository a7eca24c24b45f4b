package dev.limber.app.page;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.Inbox;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Receipt;
import dev.limber.core.chat.Suggestion;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.chat.UserId;
import dev.limber.local.page.PagePlatform;
import dev.limber.local.page.PagePort;
import dev.limber.local.page.PageServer;
import dev.limber.local.page.PageWords;
import dev.limber.local.page.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** The page with a coach that says what a test wants, when it wants, and repeats what it hears. */
final class ScriptedPage implements Inbox, AutoCloseable {
    /** The delivery that answers each message, by the message's id: one that comes again is not answered again. */
    private final Map<String, Long> answered = new ConcurrentHashMap<>();

    private final AtomicLong ids = new AtomicLong();
    private final Address ann = new Address(PagePlatform.PLATFORM, "local", "ann", Optional.empty());
    private final PagePort port = PagePort.open(0);
    private final Map<String, byte[]> pictures;
    private final List<String> fetched = new CopyOnWriteArrayList<>();
    private final PagePlatform platform;
    private final PageServer server;

    /** @param pictures the bytes of those that there are, by their paths */
    ScriptedPage(Path folder, Map<String, byte[]> pictures) throws IOException {
        this.pictures = Map.copyOf(pictures);
        platform = new PagePlatform(folder, InstantSource.system(), this::fetch, _ -> true, () -> this);
        Map<String, String> words = PageWords.KEYS.stream().collect(Collectors.toMap(key -> key, key -> key));
        server = PageServer.start(
                port,
                platform,
                Person.named("Ann").orElseThrow(),
                (_, _) -> new PageWords.Spoken(Locale.ENGLISH, words));
    }

    String url() {
        return port.url();
    }

    private Optional<byte[]> fetch(Block.Picture picture) {
        fetched.add(picture.path());
        return Optional.ofNullable(pictures.get(picture.path()));
    }

    /** The paths of all pictures that a browser has asked for. */
    List<String> fetched() {
        return List.copyOf(fetched);
    }

    /** Says something that nobody asked for. */
    void cue(Block... blocks) {
        deliver(
                ids.incrementAndGet(),
                OutgoingMessage.of(new Audience.Everyone(), List.of(blocks), List.of(), Optional.empty()));
    }

    private void deliver(long id, OutgoingMessage message) {
        platform.deliver(new Envelope(new DeliveryId(id), ann, Optional.empty(), Optional.empty(), message));
    }

    @Override
    public CompletionStage<Receipt> accept(IncomingMessage message) {
        long id = answered.computeIfAbsent(message.updateId(), _ -> answer(message.body()));
        return CompletableFuture.completedFuture(new Receipt(List.of(new DeliveryId(id))));
    }

    private long answer(Body heard) {
        long id = ids.incrementAndGet();
        String words = heard instanceof Body.TextWritten(String text) ? "You said: " + text : "Answer " + id;
        var button = new Button("Go on", "go", ButtonStyle.PRIMARY);
        deliver(
                id,
                OutgoingMessage.of(
                        new Audience.Everyone(),
                        List.of(Block.Text.of(TextStyle.BODY, words)),
                        List.of(List.of(button)),
                        Optional.empty()));
        return id;
    }

    @Override
    public Optional<OutgoingMessage> preview(IncomingMessage message) {
        return Optional.empty();
    }

    @Override
    public List<Suggestion> suggest(UserId user, Optional<Locale> languageHint, String command, String typed) {
        return List.of();
    }

    @Override
    public void close() {
        server.close();
    }
}
