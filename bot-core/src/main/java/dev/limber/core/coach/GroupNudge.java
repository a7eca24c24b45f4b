package dev.limber.core.coach;

import dev.limber.core.chat.Body;
import dev.limber.core.coach.ButtonAction.Deed;
import dev.limber.core.nudge.NudgeBounds;
import dev.limber.core.nudge.NudgePlanner;
import dev.limber.core.nudge.NudgeRule;
import dev.limber.core.session.ChatNudge;
import dev.limber.core.session.ChatState;
import dev.limber.core.session.Lane;
import dev.limber.core.session.NudgeDecision;
import dev.limber.core.session.NudgeDecision.Verdict;
import dev.limber.core.session.Pace;
import dev.limber.core.session.Silence;
import dev.limber.core.session.Together;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The nudges of a chat: when they come, what they say, and who joins. */
final class GroupNudge {
    /** So long after stretching together nobody needs a nudge. */
    private static final Duration REST = Duration.ofMinutes(45);

    /** Two rules that meet make one nudge. */
    private static final Duration TOO_NEAR = Duration.ofMinutes(10);

    /** So many in a row that nobody joins are enough. */
    static final int MOST_IGNORED = 10;

    /** Comes due when a day is over, so that who joined on it is kept no longer; says nothing. */
    private static final String END_OF_DAY = "day";

    private static final int RADIX = 36;

    private GroupNudge() {}

    static void due(GroupTurn turn, String nudge, Instant occurrence) {
        turn.together().filter(together -> together.isAbandoned(turn.now())).ifPresent(together -> turn.endTogether());
        Optional<ChatNudge> found = turn.state().find(nudge);
        found.filter(each -> isAwake(turn.state())).ifPresent(each -> due(turn, each, occurrence));
        found.filter(each -> !each.isRecurring()).ifPresent(once -> forget(turn, once));
        turn.replanAfter(nudge, occurrence);
    }

    /** Whether any nudge may come, sooner or later. */
    static boolean isAwake(ChatState state) {
        return state.silence().isEmpty() || state.silence().get() instanceof Silence.Until;
    }

    private static void due(GroupTurn turn, ChatNudge nudge, Instant occurrence) {
        Verdict verdict = verdict(turn, occurrence);
        String label = label(turn, nudge, occurrence);
        turn.effect(new Effect.Note(NudgeDecision.of(nudge.id(), occurrence, turn.now(), label, verdict)));
        if (verdict != Verdict.SENT) {
            return;
        }
        if (turn.state().ignored() >= MOST_IGNORED) {
            giveUp(turn);
        } else {
            turn.become(turn.state().withIgnored(turn.state().ignored() + 1));
            next(turn, occurrence).say(Lane.NUDGE);
        }
    }

    /** What comes once is told by its date: told by what it is from here, it would be wrong tomorrow. */
    private static String label(GroupTurn turn, ChatNudge nudge, Instant occurrence) {
        ZonedDateTime at = occurrence.atZone(turn.zone());
        NudgeRule told = nudge.isRecurring()
                ? nudge.rule()
                : new NudgeRule.Once(at.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES));
        return turn.phrase().print(told, at);
    }

    private static Verdict verdict(GroupTurn turn, Instant occurrence) {
        Instant now = turn.now();
        ChatState state = turn.state();
        if (now.isAfter(occurrence.plus(NudgeDecision.LATEST))) {
            return Verdict.TOO_LATE;
        } else if (turn.together().isPresent()) {
            return Verdict.STRETCHING_NOW;
        } else if (isWithin(state.lastTogether(), REST, now)) {
            return Verdict.STRETCHED_BEFORE;
        } else if (isWithin(state.lastNudge().map(ChatState.Said::occurrence), TOO_NEAR, now)) {
            return Verdict.ANOTHER_BEFORE;
        }
        return Verdict.SENT;
    }

    private static boolean isWithin(Optional<Instant> moment, Duration duration, Instant now) {
        return moment.filter(since -> now.isBefore(since.plus(duration)) && !now.isBefore(since))
                .isPresent();
    }

    private static void giveUp(GroupTurn turn) {
        turn.become(turn.state().withSilence(Optional.of(new Silence.Ignored())).withIgnored(0));
        Prompt prompt = turn.prompt().line("group.nudge.given-up");
        prompt.row(prompt.choice("button.keep-going", new ButtonAction.Group(Deed.RESUME, "")))
                .say(Lane.NUDGE);
    }

    private static void forget(GroupTurn turn, ChatNudge once) {
        turn.become(turn.state()
                .withNudges(turn.state().nudges().stream()
                        .filter(each -> !each.equals(once))
                        .toList()));
    }

    /** One nudge now, whatever is planned. */
    static void test(GroupTurn turn) {
        next(turn, turn.now()).say();
    }

    /** One with other words than the last. */
    private static Prompt next(GroupTurn turn, Instant occurrence) {
        int text = turn.state().lastNudge().map(last -> last.text() + 1).orElse(0) % texts(turn);
        turn.become(turn.state().withLastNudge(new ChatState.Said(occurrence, text)));
        long minute = Duration.ofSeconds(occurrence.getEpochSecond()).toMinutes();
        return prompt(turn, Long.toString(minute, RADIX) + "-" + Integer.toString(text, RADIX));
    }

    private static int texts(GroupTurn turn) {
        return turn.voice().phrases().patterns("group.nudge.texts").size();
    }

    private static Prompt prompt(GroupTurn turn, String about) {
        Prompt prompt = turn.prompt().line("group.nudge.texts." + text(about) % texts(turn));
        LocalDate today = turn.today();
        int now = turn.state().attendance().count(today);
        int yesterday = turn.state().attendance().count(today.minusDays(1));
        int week = turn.state().attendance().week(today);
        if (now > 0) {
            prompt.quiet("group.nudge.today", Map.of("people", now));
        } else if (yesterday > 0) {
            prompt.quiet("group.nudge.yesterday", Map.of("people", yesterday));
        } else if (week > 0) {
            prompt.quiet("group.nudge.week", Map.of("times", week));
        }
        return prompt.row(
                prompt.primary("button.join", new ButtonAction.Group(Deed.JOIN, about)),
                prompt.choice("button.together", new ButtonAction.Group(Deed.TOGETHER, about)));
    }

    /** Somebody stretches by themselves: that is between them and the coach, and counts here. */
    static void join(GroupTurn turn, String about, Body.ButtonPressed pressed) {
        if (!isOfToday(turn, about)) {
            sayOutdated(turn);
            return;
        }
        ChatState before = turn.state();
        count(turn);
        if (!before.attendance().equals(turn.state().attendance())) {
            showAgain(turn, about);
        }
        turn.pass(pressed);
    }

    /** The nudge as it stands, with today's count. */
    static void showAgain(GroupTurn turn, String about) {
        prompt(turn, about).say();
    }

    /** Counts somebody for today. */
    static void count(GroupTurn turn) {
        boolean first = turn.state().attendance().who().isEmpty();
        turn.become(turn.state()
                .withAttendance(turn.state().attendance().with(turn.user(), turn.today()))
                .withIgnored(0));
        if (first) {
            turn.replan();
        }
    }

    static void sayOutdated(GroupTurn turn) {
        turn.aside("group.nudge.outdated");
    }

    static boolean isOfToday(GroupTurn turn, String about) {
        Instant at = Instant.ofEpochSecond(Duration.ofMinutes(minute(about)).toSeconds());
        return LocalDate.ofInstant(at, turn.zone()).equals(turn.today());
    }

    private static int minute(String about) {
        return number(about.split("-", 2)[0]);
    }

    private static int text(String about) {
        String[] parts = about.split("-", 2);
        return parts.length == 2 ? number(parts[1]) : 0;
    }

    /** Whatever stands on somebody's screen is read without a fault. */
    private static int number(String digits) {
        return digits.matches("[0-9a-z]{1,5}") ? Integer.parseInt(digits, RADIX) : 0;
    }

    /** Nothing can be written here any more: what is planned waits until somebody speaks to us here again. */
    static void lose(GroupTurn turn) {
        turn.together().ifPresent(together -> turn.together(paused(together)));
        if (isAwake(turn.state()) && !turn.state().nudges().isEmpty()) {
            turn.become(turn.state().withSilence(Optional.of(new Silence.OutOfReach(turn.now()))));
        }
        turn.effect(new Effect.WithdrawNudges());
        turn.replan();
    }

    private static Together paused(Together together) {
        return together.stretch().isPaused()
                ? together
                : together.withStretch(together.stretch()
                        .withPace(new Pace.Paused(together.stretch().goesOnByItself())));
    }

    /** The next occurrence of each nudge, and the end of a day of which somebody is remembered. */
    static Effect plan(GroupTurn turn) {
        var planned = new ArrayList<Effect.PlanNudges.Planned>();
        if (isAwake(turn.state())) {
            turn.state()
                    .nudges()
                    .forEach(nudge -> next(turn, nudge).ifPresent(due -> planned.add(planned(turn, nudge.id(), due))));
        }
        if (!turn.state().attendance().who().isEmpty() || turn.together().isPresent()) {
            Instant midnight =
                    turn.today().plusDays(1).atStartOfDay(turn.zone()).toInstant();
            planned.add(planned(turn, END_OF_DAY, midnight));
        }
        return new Effect.PlanNudges(planned);
    }

    /** What should have come once, and never will, is over. */
    static ChatState withoutPast(GroupTurn turn) {
        return isAwake(turn.state())
                ? turn.state()
                        .withNudges(turn.state().nudges().stream()
                                .filter(nudge ->
                                        nudge.isRecurring() || next(turn, nudge).isPresent())
                                .toList())
                : turn.state();
    }

    private static Optional<Instant> next(GroupTurn turn, ChatNudge nudge) {
        return NudgePlanner.next(nudge.rule(), turn.plansAfter(nudge.id()), bounds(turn), Duration.ZERO);
    }

    private static Effect.PlanNudges.Planned planned(GroupTurn turn, String nudge, Instant due) {
        return new Effect.PlanNudges.Planned(
                nudge, due, turn.context().address(), false, turn.state().language());
    }

    static NudgeBounds unpaused(GroupTurn turn) {
        return NudgeBounds.none(turn.zone());
    }

    static NudgeBounds bounds(GroupTurn turn) {
        Optional<LocalDate> pausedUntil = turn.state()
                .silence()
                .flatMap(silence ->
                        silence instanceof Silence.Until(LocalDate day) ? Optional.of(day) : Optional.empty());
        return new NudgeBounds(turn.zone(), Optional.empty(), Set.of(), pausedUntil, 1);
    }
}
