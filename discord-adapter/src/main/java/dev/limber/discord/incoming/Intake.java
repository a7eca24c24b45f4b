package dev.limber.discord.incoming;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limber.core.chat.Inbox;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Receipt;
import dev.limber.core.chat.Suggestion;
import dev.limber.core.chat.adapter.LatestMessages;
import dev.limber.discord.api.Calls;
import dev.limber.discord.api.Place;
import dev.limber.discord.api.ReplyHandles;
import dev.limber.discord.interaction.Acknowledgement;
import dev.limber.discord.interaction.Callback;
import dev.limber.discord.interaction.Interactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.commands.Command;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events in the order of their coming, and hands on what is for us. Never waits for anything: the thread that calls
 * is the one that reads all other events.
 */
public final class Intake implements EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int MOST_PEOPLE = 50_000;
    private static final int MOST_CHARACTERS = 100;

    private final Inbox inbox;
    private final Interactions interactions;
    private final LatestMessages latest;
    private final BiConsumer<Acknowledgement, OutgoingMessage> aside;
    private final Predicate<String> onlyPerson;
    private final InstantSource clock;
    private volatile boolean closed;

    /** Messages do not say what language a person's client has; their commands and presses did. */
    private final Cache<Long, Locale> languages = Caffeine.newBuilder()
            .maximumSize(MOST_PEOPLE)
            .executor(Runnable::run)
            .build();

    /**
     * @param aside shows something to who has just pressed, and to nobody else
     * @param onlyPerson whether the answer of a command is for the caller alone
     */
    public Intake(
            Inbox inbox,
            Interactions interactions,
            LatestMessages latest,
            BiConsumer<Acknowledgement, OutgoingMessage> aside,
            Predicate<String> onlyPerson,
            InstantSource clock) {
        this.inbox = inbox;
        this.interactions = interactions;
        this.latest = latest;
        this.aside = aside;
        this.onlyPerson = onlyPerson;
        this.clock = clock;
    }

    /** Takes no more events. */
    public void close() {
        closed = true;
    }

    /** A bug in reading an event is logged, and the event passed over. */
    @Override
    public void onEvent(GenericEvent event) {
        if (closed) {
            return;
        }
        try {
            switch (event) {
                case SlashCommandInteractionEvent called -> call(called);
                case ButtonInteractionEvent pressed -> press(pressed);
                case CommandAutoCompleteInteractionEvent typed ->
                    Thread.ofVirtual().name("discord-suggest").start(() -> suggest(typed));
                case MessageReceivedEvent written -> read(written);
                default -> {}
            }
        } catch (RuntimeException bug) {
            LOG.error(
                    "an event of Discord could not be understood and is passed over: {}",
                    bug.getClass().getName());
        }
    }

    private void call(SlashCommandInteractionEvent event) {
        Heard.Called called = Hearing.of(event);
        languages.put(called.frame().person(), event.getUserLocale().toLocale());
        boolean hidden = called.frame().place().isShared() && onlyPerson.test(called.name());
        var handle = new ReplyHandles.Command(called.frame().event(), called.token());
        take(called, handle, new Callback.Command(event, hidden));
    }

    private void press(ButtonInteractionEvent event) {
        Heard.Pressed pressed = Hearing.of(event);
        languages.put(pressed.frame().person(), event.getUserLocale().toLocale());
        var handle = new ReplyHandles.Press(pressed.frame().event(), pressed.token(), pressed.message());
        take(pressed, handle, Callback.Press.of(event));
    }

    private void take(Heard heard, ReplyHandles.Interaction handle, Callback callback) {
        Optional<Acknowledgement> begun = interactions.begin(handle, callback);
        begun.ifPresent(asked -> {
            switch (translate(heard, callback.jda())) {
                case Translated.ForUs(IncomingMessage message) ->
                    accept(message).whenComplete((receipt, failure) -> handled(asked, receipt, failure));
                case Translated.SomebodyElsesButton(IncomingMessage message) ->
                    Thread.ofVirtual().name("discord-aside").start(() -> tellWhoseItIs(asked, message));
                case Translated.NotForUs() ->
                    Thread.ofVirtual().name("discord-dismiss").start(asked::dismiss);
            }
        });
    }

    private Translated translate(Heard heard, JDA jda) {
        var translator = new Translator(jda.getSelfUser().getIdLong(), latest::isLatest);
        return translator.translate(heard, clock.instant());
    }

    /** Whatever is thrown, what comes after it must have its turn. */
    private CompletionStage<Receipt> accept(IncomingMessage message) {
        try {
            return inbox.accept(message);
        } catch (RuntimeException bug) {
            LOG.error("event {} could not be handed on", message.updateId(), bug);
            return CompletableFuture.failedFuture(bug);
        }
    }

    /** Where nothing will be said nobody should wait for it. */
    private static void handled(Acknowledgement asked, @Nullable Receipt receipt, @Nullable Throwable failure) {
        if (receipt == null || failure != null) {
            Thread.ofVirtual().name("discord-abandon").start(asked::abandon);
        } else if (receipt.owed().isEmpty()) {
            Thread.ofVirtual().name("discord-dismiss").start(asked::dismiss);
        }
    }

    /** At once, and past all that waits to be said in that chat. */
    private void tellWhoseItIs(Acknowledgement asked, IncomingMessage message) {
        inbox.preview(message).ifPresentOrElse(words -> aside.accept(asked, words), asked::dismiss);
    }

    private void read(MessageReceivedEvent event) {
        Place place = Hearing.place(event);
        latest.note(place.address(event.getJDA().getSelfUser().getIdLong()), event.getMessageIdLong());
        if (event.getAuthor().isBot() || event.getAuthor().isSystem() || event.isWebhookMessage()) {
            return;
        }
        Optional<Locale> language =
                Optional.ofNullable(languages.getIfPresent(event.getAuthor().getIdLong()));
        if (translate(Hearing.of(event, language), event.getJDA())
                instanceof Translated.ForUs(IncomingMessage message)) {
            accept(message).whenComplete((_, failure) -> {
                if (failure != null) {
                    // The core tells the person; Discord never offers it again.
                    LOG.warn("event {} was not taken: {}", message.updateId(), failure.getMessage());
                }
            });
        }
    }

    private void suggest(CommandAutoCompleteInteractionEvent event) {
        try {
            List<Command.Choice> choices = inbox
                    .suggest(
                            Place.user(event.getUser().getIdLong()),
                            Optional.of(event.getUserLocale().toLocale()),
                            event.getName(),
                            event.getFocusedOption().getValue())
                    .stream()
                    .map(Intake::choice)
                    .toList();
            Calls.atOnce(event.replyChoices(choices));
        } catch (RuntimeException e) {
            // Whoever types goes on typing, and asks again with the next letter.
            LOG.warn("completions could not be told: {}", Calls.shown(e));
        }
    }

    private static Command.Choice choice(Suggestion suggestion) {
        String label = suggestion.label();
        boolean fits = label.length() <= MOST_CHARACTERS;
        return new Command.Choice(
                fits ? label : label.substring(0, label.offsetByCodePoints(0, MOST_CHARACTERS / 2)) + "…",
                suggestion.value());
    }
}
