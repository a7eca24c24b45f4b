package dev.limber.telegram.outgoing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.Address;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.PictureSource;
import dev.limber.core.chat.adapter.LatestMessages;
import dev.limber.telegram.api.BotAccount;
import dev.limber.telegram.api.BotClient;
import dev.limber.telegram.api.Chats;
import dev.limber.telegram.api.MessageIds;
import dev.limber.telegram.api.Presses;
import dev.limber.telegram.api.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** Delivers messages: posts, edits, or shows to one person alone. Knows no retry and no pace, which the courier has. */
public final class Deliverer {
    private static final int MOST_IN_PARTS = 10_000;
    private static final Duration PARTS_WAIT = Duration.ofHours(2);

    private final Sender sender;
    private final Whisperer whisperer;
    private final Holds holds = new Holds();

    /** How many parts of a message have arrived already, for one that is tried again: these are not said twice. */
    private final Cache<DeliveryId, Integer> arrived = Caffeine.newBuilder()
            .maximumSize(MOST_IN_PARTS)
            .expireAfterWrite(PARTS_WAIT)
            .executor(Runnable::run)
            .build();

    private Deliverer(Sender sender, Whisperer whisperer) {
        this.sender = sender;
        this.whisperer = whisperer;
    }

    /**
     * @param memory knows what has been uploaded
     * @param latest is told of each new message
     * @param account the bot itself, once it is known
     */
    public static Deliverer of(
            BotClient client,
            Presses presses,
            AdapterMemory memory,
            long botId,
            PictureSource source,
            LatestMessages latest,
            Supplier<Optional<BotAccount>> account,
            InstantSource clock) {
        var pictures = new Pictures(client, new Uploads(memory, botId), source);
        var sender = new Sender(client, pictures, latest, clock);
        return new Deliverer(sender, new Whisperer(presses, sender, account, clock));
    }

    /** Telegram's word on a chat is obeyed for all that is said there, the answers included. */
    public Delivery deliver(Envelope envelope) {
        Optional<Delivery> toast = whisperer.toast(envelope);
        if (toast.isPresent()) {
            // Nothing is said in the chat.
            return toast.get();
        }
        Optional<Duration> held = holds.find(envelope.to());
        if (held.isPresent()) {
            return new Delivery.RetryAfter(held.get(), Delivery.Scope.CHAT);
        }
        Delivery outcome = whisperer.mustBePrivate(envelope) ? whisperer.invite(envelope) : show(envelope);
        if (outcome instanceof Delivery.RetryAfter(Duration delay, Delivery.Scope scope)
                && scope == Delivery.Scope.CHAT) {
            holds.hold(envelope.to(), delay);
        }
        return outcome;
    }

    private Delivery show(Envelope envelope) {
        whisperer.answerPress(envelope);
        OutgoingMessage message = envelope.message();
        Optional<InlineKeyboardMarkup> keyboard =
                Keyboard.of(message.buttons(), Chats.isShared(envelope.to()) ? envelope.owner() : Optional.empty());
        List<Part> parts = Part.of(message);
        return message.replaces()
                .map(replaced -> edit(envelope.to(), replaced, parts, keyboard))
                .orElseGet(() -> post(envelope, parts, keyboard));
    }

    private Delivery edit(Address to, MessageRef replaced, List<Part> parts, Optional<InlineKeyboardMarkup> keyboard) {
        Optional<Edit> edit = MessageIds.read(replaced).map(ids -> new Edit(to.chat(), ids.number(), ids.file()));
        if (edit.isEmpty() || parts.size() != 1) {
            return new Delivery.NotEditable();
        }
        Optional<Reply<?>> reply = sender.edit(edit.get(), parts.getFirst(), keyboard);
        if (reply.isEmpty()) {
            return new Delivery.NotEditable();
        }
        if (Outcomes.isUnchanged(reply.get())) {
            return new Delivery.Delivered(replaced);
        }
        return switch (reply.get()) {
            case Reply.Done<?>(Message changed) ->
                new Delivery.Delivered(new MessageRef(to, MessageIds.of(changed).written()));
            case Reply.Done<?> _ -> new Delivery.Delivered(replaced);
            case Reply<?> other -> Outcomes.of(other, to);
        };
    }

    private Delivery post(Envelope envelope, List<Part> parts, Optional<InlineKeyboardMarkup> keyboard) {
        Post post = sender.place(envelope);
        int begin = Optional.ofNullable(arrived.getIfPresent(envelope.id())).orElse(0);
        for (int i = begin; i < parts.size() - 1; i++) {
            Reply<Message> reply = sender.post(post, parts.get(i), Optional.empty());
            if (!(reply instanceof Reply.Done<Message>)) {
                return Outcomes.of(reply, envelope.to());
            }
            arrived.put(envelope.id(), i + 1);
        }
        Reply<Message> last = sender.post(post, parts.getLast(), keyboard);
        if (last instanceof Reply.Done<Message>(Message message)) {
            arrived.invalidate(envelope.id());
            return new Delivery.Delivered(
                    new MessageRef(envelope.to(), MessageIds.of(message).written()));
        }
        return Outcomes.of(last, envelope.to());
    }
}
