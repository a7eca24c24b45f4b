package dev.limber.core.coach;

import dev.limber.core.chat.Address;
import dev.limber.core.coach.ButtonAction.Where;
import dev.limber.core.nudge.NudgeRule;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.NudgePlace;
import dev.limber.core.session.Nudges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where nudges arrive: in private where they were set, and anywhere else only by the person's own wish. */
final class NudgePlaces {
    private NudgePlaces() {}

    static NudgePlace here(Turn turn) {
        return new NudgePlace(
                turn.context().address(),
                turn.context().privateChat(),
                turn.context().languageHint());
    }

    /** Where only the person reads along, if that is known. */
    static Optional<NudgePlace> direct(Turn turn) {
        return turn.context().privateChat()
                ? Optional.of(here(turn))
                : turn.context()
                        .direct()
                        .map(address ->
                                new NudgePlace(address, true, turn.context().languageHint()));
    }

    /** The person cannot be written to alone so far: how that is changed, and what can be had instead. */
    static void ask(Turn turn, NudgeRule rule) {
        if (!Questions.areAboutHealth(turn.state().dialogue())) {
            turn.ask(new Dialogue.NudgeWhere(rule));
        }
        String name = Commands.localName(new NudgeCommand(), turn.phrases());
        Prompt prompt = turn.prompt().onlyPerson().line("nudge.place.no-direct", Map.of("nudge", name));
        prompt.row(prompt.choice("nudge.place.button.here-for-all", new ButtonAction.MoveNudges(Where.HERE)))
                .say();
    }

    /** The chat in words, as seen from where the person is now. */
    static String name(Turn turn, NudgePlace place) {
        boolean isHere = place.address().equals(turn.context().address());
        if (place.privateChat()) {
            return turn.text(isHere ? "nudge.place.here" : "nudge.place.direct");
        }
        return turn.text(isHere ? "nudge.place.here-for-all" : "nudge.place.shared");
    }

    static void move(Turn turn, Where where) {
        switch (where) {
            case ASK -> askWhere(turn);
            case HERE -> {
                if (turn.state().dialogue() instanceof Dialogue.NudgeWhere(NudgeRule rule)) {
                    turn.ask(new Dialogue.None());
                    NudgeFlow.plan(turn, rule, here(turn));
                } else {
                    moveTo(turn, here(turn));
                }
            }
            case DIRECT -> direct(turn).ifPresentOrElse(place -> moveTo(turn, place), () -> sayHow(turn));
            case SAME -> {
                turn.become(turn.state().withNudges(turn.state().nudges().withOutOfReach(false)));
                sayWhere(turn, "nudge.place.same");
            }
        }
    }

    /** For somebody who could not be reached. */
    static List<Choice> waysOn(Turn turn, Prompt prompt) {
        Address here = turn.context().address();
        boolean elsewhere = turn.state().nudges().all().stream()
                .anyMatch(nudge -> !nudge.place().address().equals(here));
        var ways = new ArrayList<Choice>();
        if (elsewhere) {
            ways.add(prompt.choice(
                    turn.context().privateChat() ? "button.nudge-here" : "nudge.place.button.here-for-all",
                    new ButtonAction.MoveNudges(Where.HERE)));
        }
        ways.add(prompt.choice("button.nudge-there", new ButtonAction.MoveNudges(Where.SAME)));
        return ways;
    }

    private static void askWhere(Turn turn) {
        boolean privately = turn.context().privateChat();
        Prompt prompt = turn.prompt().onlyPerson().line("nudge.place.question");
        var choices = new ArrayList<Choice>();
        choices.add(prompt.choice(
                privately ? "nudge.place.button.here" : "nudge.place.button.here-for-all",
                new ButtonAction.MoveNudges(Where.HERE)));
        if (!privately) {
            choices.add(prompt.choice("nudge.place.button.direct", new ButtonAction.MoveNudges(Where.DIRECT)));
        }
        prompt.row(choices)
                .quiet(privately ? "nudge.place.from-elsewhere" : "nudge.place.seen-by-all")
                .say();
    }

    private static void moveTo(Turn turn, NudgePlace place) {
        Nudges nudges = turn.state().nudges();
        turn.become(turn.state()
                .withNudges(nudges.withEach(nudge -> nudge.withPlace(place)).withOutOfReach(false)));
        sayWhere(turn, "nudge.place.moved");
    }

    private static void sayWhere(Turn turn, String key) {
        Prompt prompt = turn.prompt().onlyPerson();
        Optional<NudgePlace> place =
                turn.state().nudges().all().stream().map(nudge -> nudge.place()).findFirst();
        place.ifPresentOrElse(
                found -> prompt.line(key, Map.of("place", name(turn, found))), () -> prompt.line("nudge.nothing-set"));
        NudgeTimes.told(turn).ifPresent(next -> prompt.line("nudge.next-one", NudgeTimes.said(turn, next)));
        prompt.say();
    }

    private static void sayHow(Turn turn) {
        String name = Commands.localName(new NudgeCommand(), turn.phrases());
        turn.prompt()
                .onlyPerson()
                .line("nudge.place.how", Map.of("nudge", name))
                .say();
    }
}
