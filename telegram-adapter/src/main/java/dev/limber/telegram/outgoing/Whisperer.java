package dev.limber.telegram.outgoing;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.PrivateInvitation;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.chat.adapter.Line;
import dev.limber.telegram.api.BotAccount;
import dev.limber.telegram.api.Chats;
import dev.limber.telegram.api.MessageIds;
import dev.limber.telegram.api.Presses;
import dev.limber.telegram.api.Reply;
import dev.limber.telegram.api.ReplyHandles;
import dev.limber.telegram.api.Toasts;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Keeps what is for one person only out of chats where others read: a short answer to a press appears to the one who
 * pressed, for a moment; for anything else a button leads to the private chat.
 */
final class Whisperer {
    private final Presses presses;
    private final Sender sender;
    private final Supplier<Optional<BotAccount>> account;
    private final InstantSource clock;

    Whisperer(Presses presses, Sender sender, Supplier<Optional<BotAccount>> account, InstantSource clock) {
        this.presses = presses;
        this.sender = sender;
        this.account = account;
        this.clock = clock;
    }

    boolean mustBePrivate(Envelope envelope) {
        return envelope.message().audience() instanceof Audience.OnlyPerson(var person)
                && !envelope.to().chat().equals(person.id());
    }

    /** There is something to see, so that the button need not turn any longer. */
    void answerPress(Envelope envelope) {
        press(envelope).ifPresent(presses::answer);
    }

    private Optional<String> press(Envelope envelope) {
        return envelope.replyHandle()
                .flatMap(handle -> ReplyHandles.read(handle, clock.instant()))
                .flatMap(handle -> switch (handle) {
                    case ReplyHandles.Press(String id) -> Optional.of(id);
                    case ReplyHandles.Message _ -> Optional.empty();
                });
    }

    /** Shows it to who pressed a button; empty where it is for everyone, answers no press, or is more than a toast. */
    Optional<Delivery> toast(Envelope envelope) {
        if (!mustBePrivate(envelope)) {
            return Optional.empty();
        }
        return press(envelope)
                .flatMap(press -> Toasts.find(envelope.message()).map(text -> toast(press, text, envelope.to())));
    }

    Delivery invite(Envelope envelope) {
        Optional<PrivateInvitation> invitation = envelope.message().invitation();
        Optional<BotAccount> bot = account.get();
        if (invitation.isEmpty() || !Chats.isShared(envelope.to())) {
            return new Delivery.Withheld();
        }
        return bot.map(known -> invite(envelope, invitation.get(), known))
                .orElseGet(() -> Outcomes.of(new Reply.NotSent<>("not introduced yet"), envelope.to()));
    }

    private Delivery toast(String press, String text, Address to) {
        Optional<Reply<Boolean>> reply = presses.show(press, text);
        if (reply.isEmpty()) {
            return new Delivery.Withheld();
        }
        return switch (reply.get()) {
            case Reply.Done<Boolean> _ -> new Delivery.Delivered(new MessageRef(to, "toast"));
            case Reply.Refused<Boolean> refused
            when refused.says("query is too old", "query id is invalid") -> new Delivery.Withheld();
            case Reply<Boolean> other -> Outcomes.of(other, to);
        };
    }

    private Delivery invite(Envelope envelope, PrivateInvitation invitation, BotAccount bot) {
        var lines = Line.of(List.of(Block.Text.of(TextStyle.BODY, invitation.words())));
        String url = "https://t.me/" + bot.username() + "?start=" + invitation.start();
        Reply<Message> reply = sender.post(
                sender.place(envelope), new Part.Text(lines), Optional.of(Keyboard.link(invitation.label(), url)));
        return switch (reply) {
            case Reply.Done<Message>(Message message) ->
                new Delivery.Delivered(
                        new MessageRef(envelope.to(), MessageIds.of(message).written()));
            case Reply<Message> other -> Outcomes.of(other, envelope.to());
        };
    }
}
