package dev.limber.core.coach;

import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.nudge.NudgeRule;
import dev.limber.core.session.Nudge;
import dev.limber.core.session.NudgeDecision;
import dev.limber.core.session.Nudges;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what has become of a wish for nudges, with a way back. */
final class NudgeReply {
    /** So many of the next ones are told. */
    private static final int TOLD = 3;

    private NudgeReply() {}

    static void planned(Turn turn, Nudge nudge, List<Nudge> before) {
        List<Nudge> replaced = before.stream()
                .filter(other -> !other.rule().equals(nudge.rule()))
                .toList();
        Prompt prompt = turn.prompt()
                .onlyPerson()
                .title(
                        nudge.recurs() ? "nudge.planned" : "nudge.planned-once",
                        Map.of("what", NudgeTimes.label(turn, nudge.rule())));
        next(turn, prompt, nudge);
        if (!replaced.isEmpty()) {
            prompt.line("nudge.replaces", Map.of("what", labels(turn, replaced)));
        }
        where(turn, prompt, nudge);
        var choices = new ArrayList<Choice>();
        choices.add(prompt.choice("button.undo", new ButtonAction.UndoNudges()));
        if (!replaced.isEmpty()) {
            choices.add(prompt.choice("button.keep-both", new ButtonAction.KeepBoth()));
        }
        choices.addAll(everyDay(turn, nudge.rule()));
        prompt.row(choices).say();
    }

    /** "At noon" is taken for the next one alone, which takes the place of nothing; every day may have been meant. */
    private static List<Choice> everyDay(Turn turn, NudgeRule rule) {
        return rule instanceof NudgeRule.Once(LocalDateTime at)
                        && at.isBefore(turn.localNow().toLocalDateTime().plusDays(1))
                ? NudgeList.choices(List.of(NudgeTimes.label(
                        turn, new NudgeRule.AtTimes(EnumSet.allOf(DayOfWeek.class), List.of(at.toLocalTime())))))
                : List.of();
    }

    static void already(Turn turn, Nudge nudge) {
        Prompt prompt =
                turn.prompt().onlyPerson().title("nudge.already", Map.of("what", NudgeTimes.label(turn, nudge.rule())));
        next(turn, prompt, nudge);
        prompt.say();
    }

    /** It is understood, but would never come: nothing changes. */
    static void never(Turn turn, Nudge nudge) {
        NudgeHeld.Reason why = NudgeHeld.why(turn, nudge);
        Prompt prompt = turn.prompt()
                .onlyPerson()
                .line("nudge.never." + why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        switch (why) {
            case OVER -> {
                // What is over needs no button.
            }
            case PAUSED -> prompt.row(prompt.choice("button.nudge-again", new ButtonAction.Nudge("on")));
            case QUIET -> prompt.row(setting(turn, "quiet-hours"));
            case REST_DAYS -> prompt.row(setting(turn, "rest-days"));
        }
        prompt.say();
    }

    private static Choice setting(Turn turn, String id) {
        return new Choice(turn.text("settings." + id + ".name"), new ButtonAction.OpenSetting(id), ButtonStyle.NORMAL);
    }

    static void tooMany(Turn turn) {
        Prompt prompt = turn.prompt().onlyPerson().line("nudge.too-many", Map.of("most", Nudges.MOST));
        prompt.row(prompt.choice("button.nudges", new ButtonAction.Run("nudge")))
                .say();
    }

    /** What can be undone has been undone, or something else has been changed since. */
    static void tooLateToUndo(Turn turn) {
        Prompt prompt = turn.prompt().onlyPerson(Privacy.ASIDE).line("nudge.too-late-to-undo");
        prompt.row(prompt.choice("button.nudges", new ButtonAction.Run("nudge")))
                .say();
    }

    static void nothingToTurnOff(Turn turn) {
        Prompt prompt = turn.prompt().onlyPerson().line("nudge.nothing-set");
        if (!turn.state().nudges().resting().isEmpty()) {
            prompt.row(prompt.choice("button.nudge-again", new ButtonAction.Nudge("on")));
        }
        prompt.say();
    }

    static void paused(Turn turn, LocalDate until) {
        Prompt prompt = turn.prompt().onlyPerson().line("nudge.paused", NudgeTimes.said(turn, until));
        nextOfAll(turn, prompt);
        prompt.row(
                        prompt.choice("button.undo", new ButtonAction.UndoNudges()),
                        prompt.choice("button.nudge-again", new ButtonAction.Nudge("on")))
                .say();
    }

    /** What is planned now, after {@code key}. */
    static void changed(Turn turn, String key) {
        changed(turn, turn.prompt().onlyPerson().line(key));
    }

    /** What was turned on may be held back all the same, or have been off for a reason of its own. */
    static void turnedOn(Turn turn, Nudges was) {
        Prompt prompt = turn.prompt().onlyPerson().line("nudge.on");
        if (was.outOfReach()) {
            turn.state().nudges().all().stream()
                    .findFirst()
                    .ifPresent(nudge -> prompt.line(
                            "nudge.on-out-of-reach", Map.of("place", NudgePlaces.name(turn, nudge.place()))));
        }
        boolean gaveUp = turn.context().records().lastNudges().stream()
                .findFirst()
                .filter(told -> told.decision().verdict() == NudgeDecision.Verdict.GAVE_UP)
                .isPresent();
        if (gaveUp && was.set().isEmpty()) {
            prompt.line("nudge.on-after-silence");
        }
        changed(turn, prompt);
    }

    private static void changed(Turn turn, Prompt prompt) {
        Nudges nudges = turn.state().nudges();
        nudges.set().forEach(nudge -> {
            prompt.line("nudge.list.item", Map.of("what", NudgeTimes.label(turn, nudge.rule())));
            if (NudgeTimes.next(turn, nudge).isEmpty()) {
                NudgeHeld.tellNever(turn, prompt, nudge);
            }
        });
        if (!nudges.all().isEmpty()) {
            NudgeHeld.tell(turn, prompt);
        }
        nextOfAll(turn, prompt);
        if (nudges.before().isPresent()) {
            prompt.row(prompt.choice("button.undo", new ButtonAction.UndoNudges()));
        }
        if (nudges.set().isEmpty() && !nudges.resting().isEmpty()) {
            prompt.row(prompt.choice("button.nudge-again", new ButtonAction.Nudge("on")));
        }
        prompt.say();
    }

    static void nextOfAll(Turn turn, Prompt prompt) {
        if (!turn.state().nudges().outOfReach()) {
            NudgeTimes.told(turn).ifPresent(next -> prompt.line("nudge.next-one", NudgeTimes.said(turn, next)));
        }
    }

    private static void next(Turn turn, Prompt prompt, Nudge nudge) {
        List<Instant> times = NudgeTimes.told(turn, nudge, TOLD);
        if (times.size() > 1) {
            prompt.line("nudge.next");
        }
        times.forEach(
                at -> prompt.line(times.size() > 1 ? "nudge.next-item" : "nudge.next-one", NudgeTimes.said(turn, at)));
    }

    private static void where(Turn turn, Prompt prompt, Nudge nudge) {
        if (nudge.place().privateChat() && !turn.context().privateChat()) {
            prompt.line("nudge.place.comes-directly");
        } else if (!nudge.place().privateChat()) {
            prompt.line("nudge.place.comes-for-all");
        }
        if (!(nudge.rule() instanceof NudgeRule.At) || turn.state().zone().isEmpty()) {
            prompt.quiet("nudge.zone.is", Map.of("zone", ZoneSetting.name(turn, turn.zone())));
        }
        NudgeHeld.tell(turn, prompt);
    }

    static String labels(Turn turn, List<Nudge> nudges) {
        return nudges.stream()
                .map(nudge -> NudgeTimes.label(turn, nudge.rule()))
                .collect(Collectors.joining("; "));
    }
}
