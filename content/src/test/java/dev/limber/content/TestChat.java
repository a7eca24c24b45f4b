package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.Suggestion;
import dev.limber.core.chat.UserId;
import dev.limber.core.coach.Coach;
import dev.limber.core.coach.Context;
import dev.limber.core.coach.Decision;
import dev.limber.core.coach.Defaults;
import dev.limber.core.coach.Effect;
import dev.limber.core.coach.Records;
import dev.limber.core.coach.Standing;
import dev.limber.core.session.Completion;
import dev.limber.core.session.Lane;
import dev.limber.core.session.NudgeDecision;
import dev.limber.core.session.Offer;
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

/** One person's chat with the coach, without anything in between; time passes when the test says so. */
final class TestChat {
    private static final Platform PLATFORM = new Platform("test");
    private static final UserId ANN = new UserId(PLATFORM, "ann");
    private static final Address GROUP = new Address(PLATFORM, "bot", "group", Optional.empty());
    private static final MessageRef SOME_MESSAGE =
            new MessageRef(new Address(PLATFORM, "bot", "chat", Optional.empty()), "1");

    private static final Defaults DEFAULTS = new Defaults(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));

    private final Coach coach = new Coach();
    private final Content content;
    private Optional<Locale> hint;
    private final Map<String, Completion> history = new LinkedHashMap<>();
    private final List<Cue> cues = new ArrayList<>();
    private final TestNudges nudges = new TestNudges();
    private final Map<String, String> shown = new LinkedHashMap<>();
    private boolean inGroup;
    private boolean directKnown = true;
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
                .map(Offer::data)
                .findFirst()
                .or(() -> Optional.ofNullable(shown.get(label)))
                .orElseThrow(() -> new AssertionError("no button '" + label + "' among " + state.offers()));
    }

    List<OutgoingMessage> pressData(String data) {
        Optional<UserId> owner = inGroup ? Optional.of(ANN) : Optional.empty();
        return receive(new Body.ButtonPressed(data, SOME_MESSAGE, owner, true));
    }

    /** What the buttons carry that were shown. */
    List<String> shownData() {
        return List.copyOf(shown.values());
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
        Optional<Effect.PlanNudges.Planned> nudge = nudges.next(end);
        while (next.isPresent() || nudge.isPresent()) {
            Instant nudgeDue = nudge.map(Effect.PlanNudges.Planned::due).orElse(Instant.MAX);
            if (next.filter(cue -> cue.due().isBefore(nudgeDue)).isPresent()) {
                cues.remove(next.get());
                now = next.get().due();
                said.addAll(
                        receive(new Body.WokenUp(next.get().cue(), next.get().due())));
            } else {
                now = nudgeDue;
                said.addAll(ring(nudge.orElseThrow()));
            }
            next = nextCue(end);
            nudge = nudges.next(end);
        }
        now = end;
        return said;
    }

    /** A planned nudge comes due now, whenever it was planned for. */
    List<OutgoingMessage> ring(Effect.PlanNudges.Planned due) {
        nudges.take(due);
        var context = new Context(
                now,
                ANN,
                due.address(),
                Optional.empty(),
                due.privateChat(),
                due.languageHint(),
                content,
                DEFAULTS,
                records(),
                TestChat::zoneAt,
                "id" + ids++,
                Standing.UNKNOWN);
        return receive(new Body.NudgeDue(due.nudge(), due.due()), context);
    }

    /** Time passes while nothing is running here; what was due meanwhile comes late. */
    List<OutgoingMessage> sleepThrough(Duration time) {
        now = now.plus(time);
        List<Cue> late = List.copyOf(cues);
        cues.clear();
        var said = new ArrayList<OutgoingMessage>();
        late.forEach(cue -> said.addAll(receive(new Body.WokenUp(cue.cue(), cue.due()))));
        Optional<Effect.PlanNudges.Planned> due = nudges.next(now);
        while (due.isPresent()) {
            said.addAll(ring(due.get()));
            due = nudges.next(now);
        }
        return said;
    }

    List<OutgoingMessage> receive(Body body) {
        return receive(body, context(ANN));
    }

    private List<OutgoingMessage> receive(Body body, Context context) {
        Decision decision = coach.decide(state, body, context);
        state = decision.state();
        boolean sends = decision.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.Say say && say.lane() == Lane.NUDGE);
        var said = new ArrayList<OutgoingMessage>();
        for (Effect effect : decision.effects()) {
            switch (effect) {
                case Effect.Say say -> {
                    said.add(say.message());
                    remember(say);
                    say.then().ifPresent(then -> cues.add(new Cue(then.cue(), now.plus(then.delay()))));
                }
                case Effect.Remember(Completion completion) -> history.put(completion.id(), completion);
                case Effect.DropWakeUps() -> cues.clear();
                case Effect.PlanNudges(var planned) -> nudges.plan(planned, now);
                case Effect.Note(NudgeDecision note) -> nudges.note(note, sends);
                case Effect.WithdrawNudges() -> nudges.withdraw();
                case Effect.Pass pass -> throw new AssertionError("people pass nothing on: " + pass);
                case Effect.Forget() -> {
                    history.clear();
                    cues.clear();
                    nudges.forget();
                    shown.clear();
                }
            }
        }
        return said;
    }

    private void remember(Effect.Say say) {
        if (say.lane() == Lane.NUDGE) {
            nudges.say(say);
        }
        say.message().buttons().stream()
                .flatMap(List::stream)
                .forEach(button -> shown.put(button.label(), button.data()));
    }

    TestNudges nudges() {
        return nudges;
    }

    /** The clock is set back, without anything coming due. */
    void setBack(Duration by) {
        now = now.minus(by);
    }

    /** From now on nobody knows how to write to the person alone. */
    void hideDirect() {
        directKnown = false;
    }

    List<Suggestion> suggest(String command, String typed) {
        return coach.suggest(state, command, typed, context(ANN));
    }

    private Context context(UserId user) {
        return new Context(
                now,
                user,
                inGroup ? GROUP : direct(user),
                directKnown ? Optional.of(direct(user)) : Optional.empty(),
                !inGroup,
                hint,
                content,
                DEFAULTS,
                records(),
                TestChat::zoneAt,
                "id" + ids++,
                Standing.UNKNOWN);
    }

    /** Where the bot writes to somebody alone. */
    private static Address direct(UserId user) {
        return new Address(PLATFORM, "bot", user.id(), Optional.empty());
    }

    /** Half of the world, coarsely: the other half is sea. */
    private static Optional<ZoneId> zoneAt(double latitude, double longitude) {
        if (latitude < 0 || longitude < 0) {
            return Optional.empty();
        }
        return Optional.of(ZoneId.of(longitude < 50 ? "Europe/Vienna" : "Asia/Kathmandu"));
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
            public List<ToldNudge> lastNudges() {
                return nudges.notes().stream().limit(10).toList();
            }

            @Override
            public String everything() {
                return "{}";
            }
        };
    }

    /** A message as it reads. */
    static String shown(OutgoingMessage message) {
        return Rendered.of(message);
    }
}
