package dev.limber.local;

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
import dev.limber.core.chat.Pace;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.Receipt;
import dev.limber.core.chat.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One person's chat on a {@link Screen}: {@link #run} talks until the input ends. */
public final class TerminalChat implements ChatPlatform {
    public static final Platform PLATFORM = new Platform("terminal");

    private static final String BOT = "local";

    /** What people type at other programs; no command of the coach's is called so. */
    private static final Set<String> LEAVING = Set.of("/quit", "/exit", "/q");

    private static final Limits LIMITS = new Limits(16_000, 8, 20, false);

    /** Whoever is not at the screen stays owed what is theirs, until they come. */
    private static final Duration UNTIL_SOMEBODY_COMES = Duration.ofHours(1);

    private final UserId user;
    private final Address address;
    private final Optional<Locale> language;
    private final Supplier<Inbox> inbox;
    private final Screen screen;
    private final Duration patience;
    private final Rendering rendering;
    private final SlashCompletions completions;
    private final Answers answers = new Answers();
    private final Buttons buttons = new Buttons();
    private final ReentrantLock showing = new ReentrantLock();
    private final AtomicReference<Optional<String>> broken = new AtomicReference<>(Optional.empty());

    /**
     * @param language of this machine, where it is known
     * @param documents the folder that documents are put in; made when the first one comes
     * @param inbox asked for when the first line was typed
     */
    public TerminalChat(
            UserId user,
            Optional<Locale> language,
            Path documents,
            InstantSource clock,
            Supplier<Inbox> inbox,
            Screen screen) {
        this(user, language, documents, clock, inbox, screen, Patience.of(screen));
    }

    TerminalChat(
            UserId user,
            Optional<Locale> language,
            Path documents,
            InstantSource clock,
            Supplier<Inbox> inbox,
            Screen screen,
            Duration patience) {
        this.user = user;
        this.address = new Address(PLATFORM, BOT, user.id(), Optional.empty());
        this.language = language;
        this.inbox = inbox;
        this.screen = screen;
        this.patience = patience;
        this.rendering =
                new Rendering(new Documents(documents.resolve(Documents.safeName(user.id()))), new Moments(clock));
        this.completions = new SlashCompletions(user, language, inbox);
        screen.completeWith(completions);
    }

    /** Reads and answers until the input ends, as {@link #run(Runnable)} does. */
    Ending run() throws InterruptedException {
        return run(() -> {});
    }

    /**
     * Reads and answers until the input ends; greets first where somebody sits there.
     *
     * @param whenGreeted is run before the first line is read: what would have made the greeting late
     * @throws InterruptedException where the thread was interrupted while an answer was waited for
     */
    public Ending run(Runnable whenGreeted) throws InterruptedException {
        Optional<Ending> end = screen.live() ? say(new Body.CommandCalled("start", "")) : Optional.empty();
        whenGreeted.run();
        while (end.isEmpty()) {
            end = next();
        }
        return end.get();
    }

    private Optional<Ending> next() throws InterruptedException {
        Optional<String> line;
        try {
            line = screen.readLine();
        } catch (UncheckedIOException gone) {
            return Optional.of(new Ending.GaveUp("The input cannot be read: " + reason(gone)));
        }
        if (line.isEmpty() || LEAVING.contains(line.get().strip().toLowerCase(Locale.ROOT))) {
            return Optional.of(new Ending.InputEnded());
        }
        Optional<Body> body = Typed.read(line.get(), buttons::press);
        return body.isPresent() ? say(body.get()) : Optional.empty();
    }

    private Optional<Ending> say(Body body) throws InterruptedException {
        answers.begin();
        CompletionStage<Receipt> receipt = offer(new IncomingMessage(
                UUID.randomUUID().toString(),
                user,
                address,
                true,
                Optional.of(address),
                language,
                Optional.empty(),
                body));
        Answers.Outcome outcome = answers.await(receipt, patience);
        Optional<Ending> gone = broken.get().map(Ending.GaveUp::new);
        return gone.isPresent() ? gone : screen.live() ? goOn(outcome, receipt) : expectAnswered(outcome);
    }

    /** What could not be stored is offered again, once, under the same id. */
    private CompletionStage<Receipt> offer(IncomingMessage message) {
        return inbox.get()
                .accept(message)
                .exceptionallyCompose(failed -> inbox.get().accept(message));
    }

    private Optional<Ending> goOn(Answers.Outcome outcome, CompletionStage<Receipt> receipt) {
        switch (outcome) {
            case Answers.Outcome.Answered() -> {}
            case Answers.Outcome.Refused(Throwable cause) -> screen.complain(notStored(cause));
            case Answers.Outcome.StillWaiting() ->
                receipt.exceptionally(cause -> {
                    screen.complain(notStored(cause));
                    return new Receipt(List.of());
                });
        }
        return Optional.empty();
    }

    private Optional<Ending> expectAnswered(Answers.Outcome outcome) {
        return switch (outcome) {
            case Answers.Outcome.Answered() -> Optional.empty();
            case Answers.Outcome.Refused(Throwable cause) -> Optional.of(new Ending.GaveUp(notStored(cause)));
            case Answers.Outcome.StillWaiting() ->
                Optional.of(new Ending.GaveUp("A line was not wholly answered within " + patience.toSeconds() + " s."));
        };
    }

    private static String notStored(Throwable cause) {
        return "That line was not kept, nothing of it happened: " + reason(cause);
    }

    private static String reason(Throwable thrown) {
        boolean wraps = thrown instanceof CompletionException || thrown instanceof UncheckedIOException;
        Throwable cause = thrown.getCause();
        Throwable told = wraps && cause != null ? cause : thrown;
        return Optional.ofNullable(told.getMessage()).orElseGet(told::toString);
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
    public Duration recognisesRepeatsFor() {
        return Duration.ZERO;
    }

    @Override
    public Pace pace() {
        return Pace.unlimited();
    }

    @Override
    public void publish(List<CommandSpec> commands) {
        completions.publish(commands);
    }

    /** Nothing that scrolled away can be edited: a message that replaces another is posted anew. */
    @Override
    public Delivery deliver(Envelope envelope) {
        try {
            return isSomebodyElses(envelope.to()) ? notHere() : show(envelope);
        } finally {
            answers.finished(envelope.id());
        }
    }

    private boolean isSomebodyElses(Address to) {
        return to.platform().equals(PLATFORM) && to.bot().equals(BOT) && !to.equals(address);
    }

    private static Delivery notHere() {
        return new Delivery.RetryAfter(UNTIL_SOMEBODY_COMES, Delivery.Scope.CHAT);
    }

    private Delivery show(Envelope envelope) {
        if (!envelope.to().equals(address)) {
            return new Delivery.Failed("not an address of this terminal");
        }
        if (envelope.message().audience() instanceof Audience.OnlyPerson(UserId person) && !person.equals(user)) {
            return new Delivery.Withheld();
        }
        MessageRef ref = new MessageRef(address, envelope.id().toString());
        showing.lock();
        try {
            screen.show(rendering.render(envelope.message()));
            buttons.appeared(ref, envelope.message().buttons());
            return new Delivery.Delivered(ref);
        } catch (IOException unwritable) {
            String reason = "The document cannot be written: " + unwritable;
            screen.complain(reason);
            return new Delivery.Failed(reason);
        } catch (UncheckedIOException gone) {
            broken.set(Optional.of("Nothing can be shown any more: " + reason(gone)));
            return notHere();
        } finally {
            showing.unlock();
        }
    }

    @Override
    public boolean mayManage(UserId who, Address where) {
        return who.equals(user) && where.equals(address);
    }

    /** How long a line's answers are waited for. */
    private static final class Patience {
        /** After this the prompt comes back, and late answers appear above it. */
        private static final Duration OF_A_PERSON = Duration.ofSeconds(1);

        /** After this a script is told that something is wrong. */
        private static final Duration OF_A_SCRIPT = Duration.ofSeconds(60);

        static Duration of(Screen screen) {
            return screen.live() ? OF_A_PERSON : OF_A_SCRIPT;
        }
    }
}
