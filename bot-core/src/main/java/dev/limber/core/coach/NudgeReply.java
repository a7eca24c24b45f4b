package dev.limber.core.coach;

import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.nudge.NudgeRule;
import dev.limber.core.session.Nudge;
import dev.limber.core.session.Nudges;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what has become of a wish for nudges, with a way back. */
final class NudgeReply {
    /** So many of the next ones are told. */
    private static final int TOLD = 3;

    private NudgeReply() {}

    static void planned(Turn turn, Nudge nudge, List<Nudge> replaced) {
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
        boolean quiet = turn.state().preferences().quietHours().isPresent();
        boolean paused = turn.state()
                .nudges()
                .pausedUntil()
                .filter(turn.today()::isBefore)
                .isPresent();
        String key;
        if (isOver(turn, nudge.rule())) {
            key = "nudge.never.over";
        } else if (paused && !nudge.recurs()) {
            key = "nudge.never.paused";
        } else {
            key = quiet ? "nudge.never.quiet" : "nudge.never.rest-days";
        }
        Prompt prompt = turn.prompt().onlyPerson().line(key, Map.of("what", NudgeTimes.label(turn, nudge.rule())));
        switch (key) {
            case "nudge.never.paused" -> prompt.row(prompt.choice("button.nudge-again", new ButtonAction.Nudge("on")));
            case "nudge.never.quiet" ->
                prompt.row(new Choice(
                        turn.text("settings.quiet-hours.name"),
                        new ButtonAction.OpenSetting("quiet-hours"),
                        ButtonStyle.NORMAL));
            case "nudge.never.rest-days" ->
                prompt.row(new Choice(
                        turn.text("settings.rest-days.name"),
                        new ButtonAction.OpenSetting("rest-days"),
                        ButtonStyle.NORMAL));
            default -> {
                // What is over needs no button.
            }
        }
        prompt.say();
    }

    private static boolean isOver(Turn turn, NudgeRule rule) {
        return switch (rule) {
            case NudgeRule.Recurring recurring -> false;
            case NudgeRule.Once(var at) -> !at.atZone(turn.zone()).toInstant().isAfter(turn.now());
            case NudgeRule.At(Instant at) -> !at.isAfter(turn.now());
        };
    }

    static void tooMany(Turn turn) {
        Prompt prompt = turn.prompt().onlyPerson().line("nudge.too-many", Map.of("most", Nudges.MOST));
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
        Nudges nudges = turn.state().nudges();
        Prompt prompt = turn.prompt().onlyPerson().line(key);
        nudges.set()
                .forEach(nudge -> prompt.line("nudge.list.item", Map.of("what", NudgeTimes.label(turn, nudge.rule()))));
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
            NudgeTimes.next(turn).ifPresent(next -> prompt.line("nudge.next-one", NudgeTimes.said(turn, next)));
        }
    }

    private static void next(Turn turn, Prompt prompt, Nudge nudge) {
        List<Instant> times = NudgeTimes.next(turn, nudge, TOLD);
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
        if (!(nudge.rule() instanceof NudgeRule.At)) {
            prompt.quiet("nudge.zone.is", Map.of("zone", ZoneSetting.name(turn, turn.zone())));
        }
        turn.state()
                .nudges()
                .pausedUntil()
                .filter(turn.today()::isBefore)
                .ifPresent(until -> prompt.quiet("nudge.paused-still", NudgeTimes.said(turn, until)));
    }

    static String labels(Turn turn, List<Nudge> nudges) {
        return nudges.stream()
                .map(nudge -> NudgeTimes.label(turn, nudge.rule()))
                .collect(Collectors.joining("; "));
    }
}
