package dev.limber.local.page;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.Inbox;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.Limits;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Pace;
import dev.limber.core.chat.PictureSource;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.Receipt;
import dev.limber.core.chat.UserId;
import dev.limber.local.Screen;
import dev.limber.local.SlashCompletions;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chats with all who have picked a name in the page. What is delivered is kept, whether somebody looks or not. */
public final class PagePlatform implements ChatPlatform, AutoCloseable {
    public static final Platform PLATFORM = new Platform("page");

    private static final Logger LOG = LoggerFactory.getLogger(PagePlatform.class);
    private static final Limits LIMITS = new Limits(16_000, 8, 20, true);
    private static final Duration RECOGNISES_REPEATS_FOR = Duration.ofHours(1);
    private static final Duration UNTIL_IT_CAN_BE_KEPT = Duration.ofSeconds(5);

    private final Predicate<UserId> known;
    private final Supplier<Inbox> inbox;
    private final Pictures pictures;
    private final Conversations conversations;
    private volatile List<CommandSpec> commands = List.of();

    /**
     * @param folder for the conversations; made when the first one begins
     * @param known whether the coach keeps anything of a person, as it does once it has heard of them: what was said to
     *     somebody who was forgotten is forgotten here as well
     * @param inbox asked for when the first message was written
     */
    public PagePlatform(
            Path folder, InstantSource clock, PictureSource pictures, Predicate<UserId> known, Supplier<Inbox> inbox) {
        this.known = known;
        this.inbox = inbox;
        this.pictures = new Pictures(pictures);
        this.conversations = new Conversations(folder, clock, this.pictures::note);
    }

    @Override
    public Platform id() {
        return PLATFORM;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Pace pace() {
        return Pace.unlimited();
    }

    @Override
    public Duration recognisesRepeatsFor() {
        return RECOGNISES_REPEATS_FOR;
    }

    @Override
    public void publish(List<CommandSpec> published) {
        commands = List.copyOf(published);
    }

    @Override
    public Delivery deliver(Envelope envelope) {
        Optional<Person> person = Person.at(envelope.to());
        if (person.isEmpty()) {
            return new Delivery.Failed("not an address of this page");
        }
        if (envelope.message().audience() instanceof Audience.OnlyPerson(UserId only)
                && !only.equals(person.get().user())) {
            return new Delivery.Withheld();
        }
        try {
            Conversation conversation = conversations.of(person.get());
            if (!known.test(person.get().user())) {
                conversation.clear();
            }
            return keep(envelope, conversation);
        } catch (UncheckedIOException unwritable) {
            LOG.warn("a conversation cannot be kept: {}", unwritable.getMessage());
            return new Delivery.RetryAfter(UNTIL_IT_CAN_BE_KEPT, Delivery.Scope.CHAT);
        }
    }

    private Delivery keep(Envelope envelope, Conversation conversation) {
        OutgoingMessage message = envelope.message();
        String delivery = envelope.id().toString();
        String key = message.replaces().map(MessageRef::messageId).orElse(delivery);
        Optional<Entry> there = conversation.find(key).filter(entry -> !entry.own());
        if (message.replaces().isPresent() && there.isEmpty()) {
            return new Delivery.NotEditable();
        }
        // One that comes again is there already, or was edited since.
        boolean repeated = message.replaces().isEmpty() && there.isPresent();
        if (!repeated) {
            conversation.put(key, false, Wire.said(delivery, message));
            conversation.find(key).ifPresent(pictures::note);
        }
        return new Delivery.Delivered(new MessageRef(envelope.to(), key));
    }

    @Override
    public boolean mayManage(UserId who, Address where) {
        return Person.at(where).filter(person -> person.user().equals(who)).isPresent();
    }

    /** Somebody begins to chat, or comes back: whoever has nothing before them is greeted. */
    void opened(Person person, Optional<Locale> language) {
        Conversation conversation = conversations.of(person);
        if (conversation.all().isEmpty()) {
            offer(person, "start-" + conversation.epoch(), language, new Body.CommandCalled("start", ""))
                    .exceptionally(failed -> {
                        LOG.warn("nobody could be greeted: {}", failed.getMessage());
                        return new Receipt(List.of());
                    });
        }
    }

    /**
     * Somebody typed something. A second time with the same {@code id} nothing more happens.
     *
     * @return completes when it is durably handled
     */
    CompletionStage<Receipt> typed(Person person, String id, Optional<Locale> language, Body body, String text) {
        Conversation conversation = conversations.of(person);
        String key = "own-" + id;
        if (conversation.find(key).isEmpty()) {
            conversation.put(key, true, Wire.typed(text));
        }
        return offer(person, id, language, body);
    }

    /**
     * Somebody pressed a button.
     *
     * @return likewise; empty where there is no such button
     */
    Optional<CompletionStage<Receipt>> pressed(
            Person person, String id, Optional<Locale> language, String key, String data) {
        Conversation conversation = conversations.of(person);
        var ref = new MessageRef(person.address(), key);
        return conversation
                .find(key)
                .filter(entry -> Wire.hasButton(entry.content(), data))
                .map(entry -> new Body.ButtonPressed(data, ref, Optional.empty(), conversation.isLast(key)))
                .map(press -> offer(person, id, language, press));
    }

    private CompletionStage<Receipt> offer(Person person, String id, Optional<Locale> language, Body body) {
        try {
            return inbox.get()
                    .accept(new IncomingMessage(
                            id,
                            person.user(),
                            person.address(),
                            true,
                            Optional.of(person.address()),
                            language,
                            Optional.empty(),
                            body));
        } catch (RuntimeException notReady) {
            return CompletableFuture.failedFuture(notReady);
        }
    }

    /** Completions of a line that begins with a slash, best first. */
    List<Screen.Completion> complete(Person person, Locale language, String line) {
        var completions = new SlashCompletions(person.user(), Optional.of(language), inbox);
        completions.publish(commands);
        return completions.complete(line);
    }

    Conversations conversations() {
        return conversations;
    }

    Pictures pictures() {
        return pictures;
    }

    /** Whoever reads along is let go. */
    @Override
    public void close() {
        conversations.close();
    }
}
