package dev.limber.testkit;

import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.MomentStyle;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Piece;
import dev.limber.core.chat.PrivateInvitation;
import dev.limber.core.chat.Suggestion;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.coach.Context;
import dev.limber.core.coach.Decision;
import dev.limber.core.coach.Defaults;
import dev.limber.core.coach.Effect;
import dev.limber.core.runtime.Mind;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Offer;
import dev.limber.core.session.UserState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Decides in the simplest way: says what it heard, numbered by the person's turns; some first words make it say something
 * of a special kind.
 */
public final class Echo implements Mind.Decider {
    public static final Instant MOMENT = Instant.parse("2026-11-25T18:30:00Z");
    public static final String NOT_YOURS = "This one is somebody else's. /stretch starts your own.";

    private final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));

    private static final List<List<Button>> STEERING = List.of(List.of(
            new Button("Next", "next", ButtonStyle.PRIMARY), new Button("It hurts", "hurts", ButtonStyle.DANGER)));

    public Mind mind() {
        return new Mind(
                this,
                (_, _, typed, _) -> List.of(new Suggestion(typed + "…", typed)),
                TestContent::minimal,
                new Defaults(Locale.ENGLISH, ZoneOffset.UTC));
    }

    @Override
    public Decision decide(UserState state, Body body, Context context) {
        UserState after = state.withOffers(List.of(new Offer("heard", "-")), state.revision() + 1);
        return switch (body) {
            case Body.CommandCalled(String name, String argument) -> call(after, name, argument, context);
            case Body.TextWritten(String words) -> hear(after, words, context);
            case Body.ButtonPressed pressed -> press(after, pressed, context);
            case Body.LocationShared(double latitude, double longitude) -> say(after, text(latitude + "/" + longitude));
            case Body.WokenUp(String cue, Instant _) -> say(after, text("woken " + cue));
            case Body.ChatMoved _, Body.NudgeDue _, Body.UserUnreachable _ -> new Decision(after, List.of());
        };
    }

    private Decision call(UserState state, String name, String argument, Context context) {
        if (name.equals("start") && argument.equals("here")) {
            return say(state, secret(context, Optional.empty()));
        }
        return switch (name) {
            case "routine" -> say(state, announced(prompt(text("Step 1 of " + argument), Optional.empty())));
            case "mine" -> say(state, secret(context, Optional.empty()));
            case "nothing" -> new Decision(state, List.of());
            case "slow" -> {
                awaitRelease();
                yield call(state, argument, "slow", context);
            }
            default -> say(state, text("/" + name + "(" + argument + ") in " + language(context)));
        };
    }

    /** From now on the command {@code slow} takes until {@link #release}. */
    public void hold() {
        gate.set(new CountDownLatch(1));
    }

    public void release() {
        gate.get().countDown();
    }

    private void awaitRelease() {
        try {
            if (!gate.get().await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never released");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static OutgoingMessage announced(OutgoingMessage message) {
        return new OutgoingMessage(
                message.audience(),
                message.blocks(),
                message.buttons(),
                message.replaces(),
                message.invitation(),
                Optional.of("Here we go."));
    }

    private static String language(Context context) {
        return context.languageHint().map(Locale::toLanguageTag).orElse("-");
    }

    private static Decision hear(UserState state, String words, Context context) {
        String[] parts = words.split(" ", 2);
        String rest = parts.length == 2 ? parts[1] : "";
        return switch (parts[0]) {
            case "buttons" -> say(state, prompt(text("Choose."), Optional.empty()));
            case "picture" -> say(state, prompt(picture(rest), Optional.empty()));
            case "secret" ->
                say(state, secret(context, Optional.of(new PrivateInvitation("For you.", "Open", "here"))));
            case "secret-again" -> say(state, secret(context, Optional.empty()));
            case "file" ->
                say(
                        state,
                        everyone(List.of(
                                Block.Text.of(TextStyle.BODY, "Your data."),
                                new Block.Document("limber.json", "application/json", "{\"a\":1}"))));
            case "moment" ->
                say(
                        state,
                        everyone(List.of(new Block.Text(
                                TextStyle.BODY,
                                List.of(
                                        new Piece.Words("At "),
                                        new Piece.Moment(MOMENT, MomentStyle.valueOf(rest), ZoneOffset.UTC),
                                        new Piece.Words(" <b>"))))));
            case "many" -> say(state, text("line <&> of words\n".repeat(Integer.parseInt(rest))));
            case "nudge" -> new Decision(state, List.of(new Effect.Say(text(rest), Lane.NUDGE, Optional.empty())));
            default -> say(state, text(state.revision() + " " + words));
        };
    }

    private static Decision press(UserState state, Body.ButtonPressed pressed, Context context) {
        Optional<MessageRef> replaced = pressed.latest() ? Optional.of(pressed.message()) : Optional.empty();
        if (pressed.owner().isPresent() && !pressed.owner().get().equals(context.user())) {
            return say(
                    state,
                    OutgoingMessage.of(
                            new Audience.OnlyPerson(context.user()),
                            List.of(Block.Text.of(TextStyle.BODY, NOT_YOURS)),
                            List.of(),
                            Optional.empty()));
        }
        String[] parts = pressed.data().split(" ", 2);
        return switch (parts[0]) {
            case "picture" -> say(state, prompt(picture(parts[1]), replaced));
            case "same" -> say(state, prompt(text("Choose."), replaced));
            default -> say(state, prompt(text(state.revision() + " pressed " + pressed.data()), replaced));
        };
    }

    private static Decision say(UserState state, OutgoingMessage message) {
        return new Decision(state, List.of(new Effect.Say(message, Lane.ANSWER, Optional.empty())));
    }

    public static OutgoingMessage text(String words) {
        return everyone(List.of(Block.Text.of(TextStyle.BODY, words)));
    }

    public static OutgoingMessage everyone(List<Block> blocks) {
        return OutgoingMessage.of(new Audience.Everyone(), blocks, List.of(), Optional.empty());
    }

    public static OutgoingMessage picture(String path) {
        return everyone(List.of(
                Block.Text.of(TextStyle.TITLE, "Look at " + path),
                Block.Picture.of(path, "hash-of-" + path, "Somebody stretches.")));
    }

    public static OutgoingMessage prompt(OutgoingMessage message, Optional<MessageRef> replaced) {
        return OutgoingMessage.of(message.audience(), message.blocks(), STEERING, replaced);
    }

    private static OutgoingMessage secret(Context context, Optional<PrivateInvitation> invitation) {
        return new OutgoingMessage(
                new Audience.OnlyPerson(context.user()),
                List.of(Block.Text.of(TextStyle.BODY, "Your blood pressure.")),
                List.of(),
                Optional.empty(),
                invitation,
                Optional.empty());
    }
}
