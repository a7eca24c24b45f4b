package dev.limber.telegram.incoming;

import dev.limber.core.chat.Inbox;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.adapter.LatestMessages;
import dev.limber.telegram.api.BotAccount;
import dev.limber.telegram.api.Chats;
import dev.limber.telegram.api.Presses;
import dev.limber.telegram.api.Toasts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Takes updates, however they came: answers a press at once, and hands on what is for us. */
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /** How long a press in a group may wait for a text that is shown with its answer. */
    private static final Duration TIME_TO_SHOW = Duration.ofMillis(700);

    private final Presses presses;
    private final Inbox inbox;
    private final LatestMessages latest;
    private final InstantSource clock;
    private final Supplier<Set<String>> commands;
    private final AtomicReference<Duration> lag = new AtomicReference<>(Duration.ZERO);

    /** @param commands the names of our commands, in all languages */
    public Intake(
            Presses presses, Inbox inbox, LatestMessages latest, Supplier<Set<String>> commands, InstantSource clock) {
        this.presses = presses;
        this.inbox = inbox;
        this.latest = latest;
        this.commands = commands;
        this.clock = clock;
    }

    /** How old the update was that was taken last, where it says when it was made. */
    public Duration lag() {
        return lag.get();
    }

    /**
     * Updates of one person are handled in the order of these calls; calls return at once. A bug in reading an update is
     * logged, and the update counts as handled, for it would come again for ever.
     *
     * @return completes when it is durably handled; exceptionally where it could not be
     */
    CompletionStage<?> take(Update update, BotAccount account) {
        Instant now = clock.instant();
        Translated translated;
        try {
            notice(update, account, now);
            var translator = new Translator(account, name -> commands.get().contains(name), latest::isLatest);
            translated = translator.translate(update, now);
        } catch (RuntimeException | StackOverflowError bug) {
            LOG.error(
                    "update {} could not be understood and is passed over: {}",
                    update.getUpdateId(),
                    bug.getClass().getName());
            translated = new Translated.NotForUs();
        }
        return switch (translated) {
            case Translated.NotForUs() -> CompletableFuture.completedFuture(null);
            case Translated.ForUs(IncomingMessage message, Optional<String> press) -> {
                press.ifPresent(id -> answer(id, message.privateChat()));
                yield accept(message);
            }
            case Translated.SomebodyElsesButton(IncomingMessage message, String press) -> {
                Thread.ofVirtual().name("telegram-toast").start(() -> tellWhoseItIs(message, press));
                yield CompletableFuture.completedFuture(null);
            }
        };
    }

    /** Whatever is thrown, the updates behind this one must have their turn. */
    private CompletionStage<?> accept(IncomingMessage message) {
        try {
            return inbox.accept(message);
        } catch (Throwable bug) {
            LOG.error("update {} could not be handed on", message.updateId(), bug);
            return CompletableFuture.failedFuture(bug);
        }
    }

    /** At once, and past all that waits to be said in that chat: it would come too late to be seen. */
    private void tellWhoseItIs(IncomingMessage message, String press) {
        Optional<String> words = inbox.preview(message).flatMap(Toasts::find);
        if (words.isPresent()) {
            presses.show(press, words.get());
        } else {
            presses.answer(press);
        }
    }

    private void notice(Update update, BotAccount account, Instant now) {
        Optional<Message> message = Optional.ofNullable(update.getMessage());
        message.ifPresent(seen -> {
            Optional<Integer> topic =
                    seen.isTopicMessage() ? Optional.ofNullable(seen.getMessageThreadId()) : Optional.empty();
            latest.note(Chats.address(account.id(), seen.getChatId(), topic), seen.getMessageId());
        });
        message.flatMap(seen -> Optional.ofNullable(seen.getDate()))
                .map(date -> Duration.between(Instant.ofEpochSecond(date), now))
                .ifPresent(age -> lag.set(age.isNegative() ? Duration.ZERO : age));
    }

    /** At once; where others read along, a moment later, for the answer may have something to show. */
    private void answer(String press, boolean privateChat) {
        if (privateChat) {
            presses.answer(press);
        } else {
            presses.answerWithin(TIME_TO_SHOW, press);
        }
    }
}
