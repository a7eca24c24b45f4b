package dev.limber.content;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import dev.limber.core.coach.Coach;
import dev.limber.core.coach.Context;
import dev.limber.core.coach.Decision;
import dev.limber.core.coach.Defaults;
import dev.limber.core.coach.Effect;
import dev.limber.core.coach.GroupCoach;
import dev.limber.core.coach.GroupDecision;
import dev.limber.core.coach.Records;
import dev.limber.core.coach.Standing;
import dev.limber.core.coach.ZoneAtlas;
import dev.limber.core.session.ChatState;
import dev.limber.core.session.Completion;
import dev.limber.core.session.Fate;
import dev.limber.core.session.UserState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Several people in one chat with the coach, without anything in between; time passes when the test says so. */
final class TestGroup {
    static final Platform PLATFORM = new Platform("test");
    private static final Address GROUP = new Address(PLATFORM, "bot", "group", Optional.empty());

    private final Coach coach = new Coach();
    private final GroupCoach groups = new GroupCoach();
    private final Locale language;
    private final Set<String> managers = new HashSet<>(Set.of("ann"));
    private final Map<String, UserState> people = new HashMap<>();
    private final List<Cue> cues = new ArrayList<>();
    private final List<Records.ToldNudge> notes = new ArrayList<>();
    private final List<OutgoingMessage> shown = new ArrayList<>();
    private List<Effect.PlanNudges.Planned> nudges = List.of();
    private ChatState state = ChatState.initial();
    private Instant now = Instant.parse("2026-11-18T09:00:00Z");
    private int ids;

    private record Cue(String cue, Instant due) {}

    /**
     * Something that was said.
     *
     * @param to whose own turn it belongs to; empty where it is the chat's
     */
    record Said(Optional<String> to, OutgoingMessage message) {
        @Override
        public String toString() {
            String edited = message.replaces().map(ref -> "(edited) ").orElse("");
            return to.map(name -> "(" + name + "'s own) ").orElse("") + edited + TestChat.shown(message);
        }
    }

    TestGroup(Locale language) {
        this.language = language;
    }

    ChatState state() {
        return state;
    }

    void become(ChatState other) {
        state = other;
    }

    Instant now() {
        return now;
    }

    List<Effect.PlanNudges.Planned> planned() {
        return nudges;
    }

    UserState of(String name) {
        return people.getOrDefault(name, UserState.initial());
    }

    void become(String name, UserState other) {
        people.put(name, other);
    }

    void appoint(String name) {
        managers.add(name);
    }

    List<Said> type(String name, String text) {
        String[] parts = text.substring(1).split(" ", 2);
        return receive(name, new Body.CommandCalled(parts[0], parts.length > 1 ? parts[1] : ""));
    }

    /** Presses the newest button that everybody sees with this label. */
    List<Said> press(String name, String label) {
        return pressData(name, data(label));
    }

    String data(String label) {
        return shown.reversed().stream()
                .flatMap(message -> message.buttons().stream().flatMap(List::stream))
                .filter(button -> button.label().equals(label))
                .map(Button::data)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button '" + label + "'"));
    }

    List<Said> pressData(String name, String data) {
        var message = new MessageRef(GROUP, "1");
        return receive(name, new Body.ButtonPressed(data, message, Optional.empty(), true));
    }

    /** Presses a button that only this person has. */
    List<Said> pressOwn(String name, String label) {
        String data = of(name).offers().stream()
                .filter(offer -> offer.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button '" + label + "'"))
                .data();
        return ownTurn(name, new Body.ButtonPressed(data, new MessageRef(GROUP, "2"), Optional.empty(), true), true);
    }

    List<Said> lose(String reason) {
        return chatTurn(new Body.UserUnreachable(reason), GroupCoach.chatAsUser(GROUP), Standing.UNKNOWN);
    }

    private List<Said> receive(String name, Body body) {
        var user = new UserId(PLATFORM, name);
        var message = new IncomingMessage(
                "u", user, GROUP, false, Optional.empty(), Optional.of(language), Optional.empty(), body);
        if (!groups.concerns(message, BuiltIn.content())) {
            return ownTurn(name, body, false);
        }
        boolean manages = groups.asksForRights(body) && managers.contains(name);
        return chatTurn(body, user, new Standing(manages, of(name).language(), of(name).zone()));
    }

    /** What happens by itself while time passes: cues of what is done together, and nudges. */
    List<Said> pass(Duration time) {
        Instant end = now.plus(time);
        var said = new ArrayList<Said>();
        Optional<Instant> next = next(end);
        while (next.isPresent()) {
            now = next.get();
            said.addAll(happen());
            next = next(end);
        }
        now = end;
        return said;
    }

    /** Time passes while nothing is running here; what was due meanwhile comes late. */
    List<Said> sleepThrough(Duration time) {
        now = now.plus(time);
        var said = new ArrayList<Said>();
        while (next(now).isPresent()) {
            said.addAll(happen());
        }
        return said;
    }

    private Optional<Instant> next(Instant end) {
        var moments = new ArrayList<Instant>();
        cues.forEach(cue -> moments.add(cue.due()));
        nudges.forEach(nudge -> moments.add(nudge.due()));
        return moments.stream().filter(due -> !due.isAfter(end)).min(Comparator.naturalOrder());
    }

    private List<Said> happen() {
        UserId chat = GroupCoach.chatAsUser(GROUP);
        Optional<Cue> cue =
                cues.stream().filter(each -> !each.due().isAfter(now)).findFirst();
        if (cue.isPresent()) {
            cues.remove(cue.get());
            return chatTurn(new Body.WokenUp(cue.get().cue(), cue.get().due()), chat, Standing.UNKNOWN);
        }
        Effect.PlanNudges.Planned due = nudges.stream()
                .min(Comparator.comparing(Effect.PlanNudges.Planned::due))
                .orElseThrow();
        nudges = nudges.stream().filter(each -> !each.equals(due)).toList();
        return chatTurn(new Body.NudgeDue(due.nudge(), due.due()), chat, Standing.UNKNOWN);
    }

    private List<Said> chatTurn(Body body, UserId user, Standing standing) {
        GroupDecision decision = groups.decide(state, body, context(user, standing, false));
        state = decision.state();
        var said = new ArrayList<Said>();
        for (Effect effect : decision.effects()) {
            switch (effect) {
                case Effect.Say say -> {
                    said.add(new Said(Optional.empty(), say.message()));
                    shown.add(say.message());
                    say.then().ifPresent(then -> cues.add(new Cue(then.cue(), now.plus(then.delay()))));
                }
                case Effect.DropWakeUps() -> cues.clear();
                case Effect.PlanNudges(var planned) -> nudges = planned;
                case Effect.Note(var noted) ->
                    notes.addFirst(new Records.ToldNudge(noted, Optional.of(Fate.DELIVERED)));
                case Effect.Pass(UserId passedTo, Body passed) -> said.addAll(ownTurn(passedTo.id(), passed, false));
                case Effect.WithdrawNudges() -> {}
                case Effect.Remember remember -> throw new AssertionError("a chat has no history");
                case Effect.Forget forget -> throw new AssertionError("a chat forgets nobody");
            }
        }
        return said;
    }

    private List<Said> ownTurn(String name, Body body, boolean aside) {
        Context context = context(new UserId(PLATFORM, name), Standing.UNKNOWN, aside);
        Decision decision = coach.decide(of(name), body, context);
        people.put(name, decision.state());
        return decision.effects().stream()
                .flatMap(effect -> effect instanceof Effect.Say say
                        ? Stream.of(new Said(Optional.of(name), say.message()))
                        : Stream.empty())
                .toList();
    }

    private Context context(UserId user, Standing standing, boolean privateChat) {
        return new Context(
                now,
                user,
                GROUP,
                Optional.empty(),
                privateChat,
                Optional.of(language),
                BuiltIn.content(),
                new Defaults(Locale.ENGLISH, ZoneId.of("Europe/Berlin")),
                new Told(),
                ZoneAtlas.none(),
                "id" + ids++,
                standing);
    }

    /** Nothing but what became of nudges. */
    private final class Told implements Records {
        @Override
        public List<Completion> completionsSince(Instant since) {
            return List.of();
        }

        @Override
        public List<ToldNudge> lastNudges() {
            return List.copyOf(notes);
        }

        @Override
        public String everything() {
            return "{}";
        }
    }
}
