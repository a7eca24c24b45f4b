package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Piece;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.chat.UserId;
import dev.limber.core.coach.Coach;
import dev.limber.core.coach.Context;
import dev.limber.core.coach.Decision;
import dev.limber.core.coach.Defaults;
import dev.limber.core.coach.Effect;
import dev.limber.core.coach.Records;
import dev.limber.core.session.Completion;
import dev.limber.core.session.UserState;
import dev.limber.core.text.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One person's chat with the coach, without anything in between; time passes when the test says so. */
final class TestChat {
    private static final Platform PLATFORM = new Platform("test");
    private static final UserId ANN = new UserId(PLATFORM, "ann");
    private static final MessageRef SOME_MESSAGE =
            new MessageRef(new Address(PLATFORM, "bot", "chat", Optional.empty()), "1");

    private final Coach coach = new Coach();
    private final Content content;
    private Optional<Locale> hint;
    private final Map<String, Completion> history = new LinkedHashMap<>();
    private final List<Cue> cues = new ArrayList<>();
    private boolean inGroup;
    private Instant now = Instant.parse("2026-11-18T09:00:00Z");
    private UserState state = UserState.initial();
    private int ids;

    private record Cue(String cue, Instant due) {}

    TestChat(Content content, Locale language) {
        this.content = content;
        this.hint = Optional.of(language);
    }

    /** Somebody who comes with a past. */
    TestChat(Content content, Locale language, UserState state) {
        this(content, language);
        this.state = state;
    }

    UserState state() {
        return state;
    }

    void become(UserState other) {
        state = other;
    }

    /** From now on the person's client tells another language, or none. */
    void hint(Optional<Locale> language) {
        hint = language;
    }

    /** What Limber answers to something typed, a command or not. */
    List<OutgoingMessage> type(String text) {
        if (text.startsWith("/")) {
            String[] parts = text.substring(1).split(" ", 2);
            return receive(new Body.CommandCalled(parts[0], parts.length > 1 ? parts[1] : ""));
        }
        return receive(new Body.TextWritten(text));
    }

    /** What Limber answers when the button with this label, shown last, is pressed. */
    List<OutgoingMessage> press(String label) {
        return pressData(find(label));
    }

    private String find(String label) {
        return state.offers().stream()
                .filter(offer -> offer.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button '" + label + "' among " + state.offers()))
                .data();
    }

    List<OutgoingMessage> pressData(String data) {
        Optional<UserId> owner = inGroup ? Optional.of(ANN) : Optional.empty();
        return receive(new Body.ButtonPressed(data, SOME_MESSAGE, owner, true));
    }

    /** From now on the person writes where others read along, or in private. */
    void go(boolean group) {
        inGroup = group;
    }

    /** What somebody else gets to see who presses a button of this person's; nothing of theirs may change by it. */
    List<OutgoingMessage> letAnotherPress(String label, UserState other) {
        var bob = new UserId(PLATFORM, "bob");
        var press = new Body.ButtonPressed(find(label), SOME_MESSAGE, Optional.of(ANN), true);
        Decision decision = coach.decide(other, press, context(bob));
        assertThat(decision.state()).isEqualTo(other);
        return decision.effects().stream()
                .map(effect -> ((Effect.Say) effect).message())
                .toList();
    }

    /** What Limber says by itself while time passes. */
    List<OutgoingMessage> pass(Duration time) {
        Instant end = now.plus(time);
        var said = new ArrayList<OutgoingMessage>();
        Optional<Cue> next = nextCue(end);
        while (next.isPresent()) {
            cues.remove(next.get());
            now = next.get().due();
            said.addAll(receive(new Body.WokenUp(next.get().cue(), next.get().due())));
            next = nextCue(end);
        }
        now = end;
        return said;
    }

    /** Time passes while nothing is running here; what was due meanwhile comes late. */
    List<OutgoingMessage> sleepThrough(Duration time) {
        now = now.plus(time);
        List<Cue> late = List.copyOf(cues);
        cues.clear();
        return late.stream()
                .flatMap(cue -> receive(new Body.WokenUp(cue.cue(), cue.due())).stream())
                .toList();
    }

    List<OutgoingMessage> receive(Body body) {
        Decision decision = coach.decide(state, body, context(ANN));
        state = decision.state();
        var said = new ArrayList<OutgoingMessage>();
        for (Effect effect : decision.effects()) {
            switch (effect) {
                case Effect.Say say -> {
                    said.add(say.message());
                    say.then().ifPresent(then -> cues.add(new Cue(then.cue(), now.plus(then.delay()))));
                }
                case Effect.Remember(Completion completion) -> history.put(completion.id(), completion);
                case Effect.DropWakeUps() -> cues.clear();
                case Effect.Forget() -> {
                    history.clear();
                    cues.clear();
                }
            }
        }
        return said;
    }

    private Context context(UserId user) {
        return new Context(
                now,
                user,
                !inGroup,
                hint,
                content,
                new Defaults(Locale.ENGLISH, ZoneId.of("Europe/Berlin")),
                records(),
                "id" + ids++);
    }

    private Optional<Cue> nextCue(Instant end) {
        return cues.stream()
                .filter(cue -> !cue.due().isAfter(end))
                .min((a, b) -> a.due().compareTo(b.due()));
    }

    private Records records() {
        return new Records() {
            @Override
            public List<Completion> completionsSince(Instant since) {
                return history.values().stream()
                        .filter(completion -> !completion.endedAt().isBefore(since))
                        .toList();
            }

            @Override
            public String everything() {
                return "{}";
            }
        };
    }

    /** A message as it reads: titles in asterisks, what only one person sees behind a lock, buttons in brackets. */
    static String shown(OutgoingMessage message) {
        var lines = new ArrayList<String>();
        String privately = message.audience() instanceof Audience.OnlyPerson ? "(private) " : "";
        for (Block block : message.blocks()) {
            switch (block) {
                case Block.Text(TextStyle style, List<Piece> pieces) -> {
                    String words = pieces.stream().map(TestChat::shown).collect(Collectors.joining());
                    lines.add(style == TextStyle.TITLE ? "*" + words + "*" : words);
                }
                case Block.Picture picture -> lines.add("<" + picture.alternative() + ">");
                case Block.Document document -> lines.add("<" + document.name() + ">");
            }
        }
        for (List<Button> row : message.buttons()) {
            lines.add(row.stream().map(button -> "[" + button.label() + "]").collect(Collectors.joining(" ")));
        }
        message.invitation()
                .ifPresent(instead -> lines.add("(instead, for all) " + instead.words() + " [" + instead.label()
                        + " -> /start " + instead.start() + "]"));
        // The content's version changes with every word of it.
        message.announcement().ifPresent(announcement -> lines.addFirst("(announced) " + announcement));
        return privately + String.join("\n", lines).replaceAll("\\b[0-9a-f]{8}\\b", "········");
    }

    private static String shown(Piece piece) {
        return switch (piece) {
            case Piece.Words(String text) -> text;
            case Piece.Moment moment -> moment.instant().toString();
        };
    }
}
