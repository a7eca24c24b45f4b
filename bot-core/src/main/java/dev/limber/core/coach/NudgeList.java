package dev.limber.core.coach;

import dev.limber.core.chat.Button;
import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.coach.ButtonAction.Where;
import dev.limber.core.session.Nudge;
import dev.limber.core.session.Nudges;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Shows what is set of nudges, and what can be done about it. */
final class NudgeList {
    private NudgeList() {}

    static void show(Turn turn) {
        Nudges nudges = turn.state().nudges();
        Prompt prompt = turn.prompt().onlyPerson().title("nudge.list.title");
        if (nudges.all().isEmpty()) {
            showNone(turn, prompt);
            return;
        }
        nudges.set().forEach(nudge -> item(turn, prompt, nudge));
        nudges.snoozed()
                .flatMap(nudge -> NudgeTimes.next(turn, nudge))
                .ifPresent(at -> prompt.line("nudge.list.snoozed", NudgeTimes.said(turn, at)));
        if (nudges.outOfReach()) {
            prompt.line("reach.nudges");
        }
        NudgeHeld.tell(turn, prompt);
        nudges.all().stream()
                .map(Nudge::place)
                .distinct()
                .forEach(place -> prompt.line("nudge.list.place", Map.of("place", NudgePlaces.name(turn, place))));
        prompt.quiet("nudge.zone.is", Map.of("zone", ZoneSetting.name(turn, turn.zone())))
                .quiet("nudge.list.how");
        buttons(turn, prompt);
        prompt.say();
    }

    /** What can be typed, as buttons that do it. */
    static void offer(Prompt prompt, List<String> examples) {
        choices(examples).forEach(prompt::row);
    }

    /** As far as a button has room for what it does. */
    static List<Choice> choices(List<String> requests) {
        return requests.stream()
                .map(request -> new Choice(request, new ButtonAction.Nudge(request), ButtonStyle.NORMAL))
                .filter(choice -> ButtonCodec.encode(choice.action(), 0).getBytes(StandardCharsets.UTF_8).length
                        <= Button.MAX_SHARED_DATA_BYTES)
                .toList();
    }

    private static void showNone(Turn turn, Prompt prompt) {
        Nudges nudges = turn.state().nudges();
        if (nudges.resting().isEmpty()) {
            prompt.line("nudge.list.none").quiet("nudge.list.how");
            offer(prompt, turn.nudgePhrase().nearest(""));
        } else {
            prompt.line("nudge.list.off", Map.of("what", NudgeReply.labels(turn, nudges.resting())))
                    .quiet("nudge.list.how")
                    .row(
                            prompt.primary("button.nudge-again", new ButtonAction.Nudge("on")),
                            prompt.choice("button.nudge-why", new ButtonAction.Nudge("why")));
        }
        prompt.say();
    }

    private static void item(Turn turn, Prompt prompt, Nudge nudge) {
        String what = NudgeTimes.label(turn, nudge.rule());
        prompt.line("nudge.list.item", Map.of("what", what));
        if (!turn.state().nudges().outOfReach()) {
            NudgeTimes.told(turn, nudge, 1).stream()
                    .findFirst()
                    .ifPresentOrElse(
                            at -> prompt.quiet("nudge.next-one", NudgeTimes.said(turn, at)),
                            () -> NudgeHeld.tellNever(turn, prompt, nudge));
        }
    }

    private static void buttons(Turn turn, Prompt prompt) {
        Nudges nudges = turn.state().nudges();
        if (nudges.outOfReach()) {
            prompt.row(NudgePlaces.waysOn(turn, prompt));
        }
        boolean paused = NudgeHeld.pausedUntil(turn).isPresent();
        prompt.row(
                paused
                        ? prompt.primary("button.nudge-again", new ButtonAction.Nudge("on"))
                        : prompt.choice(
                                "button.nudge-pause", new ButtonAction.Nudge(turn.text("nudge.list.pause-request"))),
                prompt.choice("button.nudge-off", new ButtonAction.Nudge("off")));
        prompt.row(
                prompt.choice("button.nudge-test", new ButtonAction.Nudge("test")),
                prompt.choice("button.nudge-why", new ButtonAction.Nudge("why")),
                prompt.choice("button.nudge-place", new ButtonAction.MoveNudges(Where.ASK)),
                prompt.choice("button.settings", new ButtonAction.Run("settings")));
        if (nudges.set().size() > 1) {
            nudges.set()
                    .forEach(nudge -> prompt.row(new Choice(
                            turn.text("button.nudge-drop", Map.of("what", NudgeTimes.label(turn, nudge.rule()))),
                            new ButtonAction.DropNudge(nudge.id()),
                            ButtonStyle.NORMAL)));
        }
    }
}
