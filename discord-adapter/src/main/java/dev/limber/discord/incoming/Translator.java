package dev.limber.discord.incoming;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.ReplyHandle;
import dev.limber.core.chat.UserId;
import dev.limber.discord.api.ButtonData;
import dev.limber.discord.api.MessageIds;
import dev.limber.discord.api.Place;
import dev.limber.discord.api.ReplyHandles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What an event means to us. Pure.
 *
 * @param bot our own number
 * @param isLatest whether a message is the last one in its chat, as far as is known
 */
record Translator(long bot, BiPredicate<Address, Long> isLatest) {
    Translated translate(Heard heard, Instant now) {
        return switch (heard) {
            case Heard.Called called -> call(called, now);
            case Heard.Pressed pressed -> press(pressed, now);
            case Heard.Wrote wrote -> write(wrote, now);
        };
    }

    private Translated call(Heard.Called called, Instant now) {
        Heard.Frame frame = called.frame();
        return new Translated.ForUs(message(
                "interaction/" + frame.event(),
                frame,
                !frame.place().isShared(),
                new ReplyHandles.Command(frame.event(), called.token()).written(now),
                new Body.CommandCalled(called.name(), called.argument())));
    }

    /** What answers a press on what only this person sees is seen by nobody else either. */
    private Translated press(Heard.Pressed pressed, Instant now) {
        Heard.Frame frame = pressed.frame();
        Address address = frame.place().address(bot);
        ButtonData button = ButtonData.read(pressed.data());
        MessageIds ids = pressed.message();
        boolean hidden = ids.reach() == MessageIds.Reach.HIDDEN;
        boolean latest = ids.reach() != MessageIds.Reach.CHANNEL || isLatest.test(address, ids.number());
        boolean foreign = button.owner()
                .filter(owner -> !owner.equals(Place.user(frame.person())))
                .isPresent();
        boolean accepted = button.action() instanceof ButtonData.Action.Accept && !foreign;
        Body body = switch (button.action()) {
            case ButtonData.Action.Accept(String start) when !foreign -> new Body.CommandCalled("start", start);
            case ButtonData.Action.Accept(String start) -> pressed(start, address, ids, button.owner(), latest);
            case ButtonData.Action.Press(String data) -> pressed(data, address, ids, button.owner(), latest);
        };
        IncomingMessage message = message(
                "interaction/" + frame.event(),
                frame,
                !frame.place().isShared() || hidden || accepted,
                new ReplyHandles.Press(frame.event(), pressed.token(), ids).written(now),
                body);
        return foreign ? new Translated.SomebodyElsesButton(message) : new Translated.ForUs(message);
    }

    private static Body pressed(String data, Address address, MessageIds ids, Optional<UserId> owner, boolean latest) {
        return new Body.ButtonPressed(data, new MessageRef(address, ids.written()), owner, latest);
    }

    /** In a server only what is addressed to us counts: a reply to us, or what begins or ends with our name. */
    private Translated write(Heard.Wrote wrote, Instant now) {
        Heard.Frame frame = wrote.frame();
        Optional<String> mentioned = besideMention(wrote.text(), frame.place().isShared());
        boolean ours = !frame.place().isShared()
                || mentioned.isPresent()
                || (wrote.replyToUs() && !wrote.text().isBlank());
        return ours
                ? new Translated.ForUs(message(
                        "message/" + frame.event(),
                        frame,
                        !frame.place().isShared(),
                        new ReplyHandles.Message(frame.event()).written(now),
                        body(mentioned.orElse(wrote.text()).strip())))
                : new Translated.NotForUs();
    }

    /** Somebody who writes a command by hand means it. */
    private static Body body(String text) {
        String[] words = text.split("\\s+", 2);
        return words[0].matches("/[A-Za-z0-9_]{1,32}")
                ? new Body.CommandCalled(words[0].substring(1), words.length == 2 ? words[1] : "")
                : new Body.TextWritten(text);
    }

    /** What stands beside our name at the beginning, and among others at the end; in its midst a text may name us without meaning us. */
    private Optional<String> besideMention(String text, boolean shared) {
        String stripped = text.strip();
        for (String name : List.of("<@" + bot + ">", "<@!" + bot + ">")) {
            if (stripped.startsWith(name)) {
                return Optional.of(stripped.substring(name.length()));
            }
            if (shared && stripped.endsWith(name)) {
                return Optional.of(stripped.substring(0, stripped.length() - name.length()));
            }
        }
        return Optional.empty();
    }

    private IncomingMessage message(String id, Heard.Frame frame, boolean isPrivate, ReplyHandle handle, Body body) {
        return new IncomingMessage(
                id,
                Place.user(frame.person()),
                frame.place().address(bot),
                isPrivate,
                Optional.of(Place.with(frame.person()).address(bot)),
                frame.language(),
                Optional.of(handle),
                body);
    }
}
