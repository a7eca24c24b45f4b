package dev.limber.core.coach;

import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.nudge.NudgeRule;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.NudgePlace;
import dev.limber.core.session.UserState;
import dev.limber.core.text.Intent;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Where the person's clock is: asked when it first matters, while what was to be planned waits. */
final class ZoneQuestion {
    private static final String ZONE = "zone";

    private ZoneQuestion() {}

    /** Whether {@code rule} comes at another time in another zone, and nobody knows which one the person has. */
    static boolean matters(Turn turn, NudgeRule rule) {
        return turn.state().zone().isEmpty()
                && !(rule instanceof NudgeRule.At)
                && !Questions.areAboutHealth(turn.state().dialogue());
    }

    static void ask(Turn turn, NudgeRule rule, NudgePlace place) {
        turn.pauseHandsFree();
        turn.ask(new Dialogue.NudgeZone(rule, place));
        ask(turn);
    }

    static void ask(Turn turn) {
        ask(turn, turn.prompt().onlyPerson(Privacy.ANSWER).line("nudge.zone.question"));
    }

    static void repeat(Turn turn) {
        ask(turn, turn.prompt().onlyPerson().line("nudge.zone.again"));
    }

    private static void ask(Turn turn, Prompt prompt) {
        ZoneId usual = turn.context().defaults().zone();
        String skip = turn.text("nudge.zone.skip", Map.of("zone", usual.getId()));
        prompt.quiet("nudge.zone.how")
                .row(new Choice(skip, new ButtonAction.Choose(ZONE, usual.getId()), ButtonStyle.NORMAL))
                .say();
    }

    /** @return whether what was typed was an answer, or on the way to one */
    static boolean hear(Turn turn, String typed) {
        return SettingsCommand.enter(turn, ZONE, typed);
    }

    /** @return whether the intent was an answer: whoever does not want to say gets what everybody has */
    static boolean answer(Turn turn, Intent intent) {
        return switch (intent) {
            case SKIP, NO, YES, NEXT -> {
                SettingsCommand.choose(
                        turn, ZONE, turn.context().defaults().zone().getId());
                yield true;
            }
            case STOP -> {
                turn.ask(new Dialogue.None());
                turn.prompt().onlyPerson().line("nudge.zone.stopped").say();
                yield true;
            }
            default -> false;
        };
    }

    /**
     * What waits for the zone is not lost unsaid: it waits on, with a word that it does, or is said to be given up for
     * what was asked instead.
     *
     * @param typed whether words led here: an answer that was none has been asked again, and "stop" means just that
     */
    static void remind(Turn turn, UserState before, boolean typed) {
        Dialogue now = turn.state().dialogue();
        if (turn.isUrgent()
                || turn.state().zone().isPresent()
                || !(before.dialogue() instanceof Dialogue.NudgeZone(NudgeRule rule, NudgePlace _))) {
            return;
        }
        Map<String, Object> what = Map.of("what", NudgeTimes.label(turn, rule));
        if (now.equals(before.dialogue())) {
            if (!typed && !isAskedAgain(turn, before)) {
                turn.prompt()
                        .onlyPerson(Privacy.ASIDE)
                        .quiet("nudge.zone.still", what)
                        .say();
            }
        } else if (!isInstead(now, rule) && !(typed && now instanceof Dialogue.None)) {
            Prompt prompt = turn.prompt().onlyPerson(Privacy.ASIDE).quiet("nudge.zone.dropped", what);
            NudgeList.offer(prompt, List.of(NudgeTimes.label(turn, rule)));
            prompt.sayFirst();
        }
    }

    /** The same rule waits on, or all of it is to be erased. */
    private static boolean isInstead(Dialogue now, NudgeRule rule) {
        return now instanceof Dialogue.ConfirmForget
                || (now instanceof Dialogue.NudgeZone(NudgeRule other, NudgePlace _) && other.equals(rule));
    }

    private static boolean isAskedAgain(Turn turn, UserState before) {
        return turn.state().revision() != before.revision()
                && turn.state().offers().stream()
                        .anyMatch(offer -> ButtonCodec.decode(offer.data())
                                        instanceof
                                        ButtonCodec.Decoded.Known(ButtonAction.Choose(String setting, String _), int _)
                                && setting.equals(ZONE));
    }

    /** Whether something waits for the zone. */
    static boolean isOpen(Turn turn) {
        return turn.state().dialogue() instanceof Dialogue.NudgeZone;
    }

    /** However the zone became known, what waited for it is planned now. */
    static void goOn(Turn turn) {
        if (turn.state().zone().isPresent()
                && turn.state().dialogue() instanceof Dialogue.NudgeZone(NudgeRule rule, NudgePlace place)) {
            turn.ask(new Dialogue.None());
            NudgeFlow.plan(turn, rule, place);
        }
    }
}
