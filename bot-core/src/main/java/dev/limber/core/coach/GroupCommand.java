package dev.limber.core.coach;

import dev.limber.core.chat.MomentStyle;
import dev.limber.core.chat.Piece;
import dev.limber.core.coach.ButtonAction.Deed;
import dev.limber.core.nudge.NudgePlanner;
import dev.limber.core.nudge.NudgeRequest;
import dev.limber.core.nudge.NudgeRule;
import dev.limber.core.session.ChatNudge;
import dev.limber.core.session.ChatState;
import dev.limber.core.session.Silence;
import dev.limber.core.text.ZoneNames;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /nudge here …}: when a whole chat is nudged. Everybody may look, those who manage the chat may change it. */
final class GroupCommand {
    private static final String RECURRING = "rule";
    private static final int SHOWN_AHEAD = 3;

    private GroupCommand() {}

    /** @param wanted what was typed after "here" */
    static void run(GroupTurn turn, String wanted) {
        Optional<ZoneId> zone = zone(turn, wanted);
        Optional<NudgeRequest> request = turn.ownPhrase().read(wanted, turn.localNow());
        if (wanted.isEmpty()) {
            look(turn);
        } else if (request.filter(NudgeRequest.Why.class::isInstance).isPresent()) {
            GroupReport.why(turn);
        } else if (!turn.context().standing().mayManage()) {
            turn.aside("group.manage.refused");
        } else if (zone.isPresent()) {
            setZone(turn, zone.get());
        } else if (request.isPresent()) {
            obey(turn, request.get());
        } else {
            String example = String.join(" · ", turn.ownPhrase().nearest(wanted));
            turn.aside("group.manage.unclear", Map.of("examples", example));
        }
    }

    private static void look(GroupTurn turn) {
        Prompt prompt = turn.prompt().title("group.manage.title");
        boolean lost = turn.state().silence().orElse(new Silence.Off()) instanceof Silence.OutOfReach;
        describe(turn, prompt);
        if (lost && turn.context().standing().mayManage()) {
            prompt.row(prompt.primary("button.nudge-here-again", new ButtonAction.Group(Deed.RESUME, "")));
        }
        prompt.say();
    }

    private static void obey(GroupTurn turn, NudgeRequest request) {
        switch (request) {
            case NudgeRequest.Plan(NudgeRule rule) -> set(turn, rule);
            case NudgeRequest.AtClock(NudgeRule.Once next, NudgeRule.AtTimes daily) -> setOnce(turn, next, daily);
            case NudgeRequest.Off off ->
                change(turn, "group.manage.saved", recurring(turn), Optional.of(new Silence.Off()));
            case NudgeRequest.Pause(LocalDate until) ->
                change(turn, "group.manage.saved", turn.state().nudges(), Optional.of(new Silence.Until(until)));
            case NudgeRequest.Resume resume -> resume(turn);
            case NudgeRequest.Test test -> GroupNudge.test(turn);
            case NudgeRequest.Why why -> GroupReport.why(turn);
            case NudgeRequest.Here(Optional<NudgeRequest> what) ->
                what.ifPresentOrElse(inner -> obey(turn, inner), () -> look(turn));
        }
    }

    private static void set(GroupTurn turn, NudgeRule rule) {
        boolean recurs = rule instanceof NudgeRule.Recurring;
        var nudges = new ArrayList<ChatNudge>(turn.state().nudges());
        nudges.removeIf(each -> recurs && each.isRecurring());
        nudges.add(new ChatNudge(recurs ? RECURRING : turn.context().freshId(), rule));
        long once = nudges.stream().filter(each -> !each.isRecurring()).count();
        settleIn(turn);
        boolean comes = NudgePlanner.next(rule, turn.now(), GroupNudge.unpaused(turn), Duration.ZERO)
                .isPresent();
        if (!comes) {
            turn.aside("group.manage.past");
        } else if (once > ChatState.MOST_ONCE) {
            turn.aside("group.manage.too-many", Map.of("most", ChatState.MOST_ONCE));
        } else {
            change(turn, "group.manage.saved", nudges, Optional.empty());
        }
    }

    /** "At noon" is taken for the next one alone, which takes the place of nothing; every day may have been meant. */
    private static void setOnce(GroupTurn turn, NudgeRule.Once next, NudgeRule.AtTimes daily) {
        List<ChatNudge> before = turn.state().nudges();
        set(turn, next);
        if (!turn.state().nudges().equals(before)) {
            String every = turn.ownPhrase().print(daily, turn.localNow());
            turn.aside("group.manage.only-once", Map.of("daily", every));
        }
    }

    /** The chat speaks the language, and keeps the time, of who manages it, until told otherwise. */
    private static void settleIn(GroupTurn turn) {
        ChatState state = turn.state();
        turn.become(state.withLanguage(Optional.of(turn.ownVoice().language()))
                .withZone(state.zone().or(() -> turn.context().standing().zone())));
    }

    private static void setZone(GroupTurn turn, ZoneId zone) {
        ChatState before = turn.state();
        turn.become(before.withZone(Optional.of(zone)));
        saved(turn, before, "group.manage.zone-saved");
    }

    private static void resume(GroupTurn turn) {
        change(turn, "group.manage.resumed", turn.state().nudges(), Optional.empty());
    }

    static void resumeByButton(GroupTurn turn) {
        if (turn.context().standing().mayManage()) {
            // The message of the button has told already why there was none.
            turn.become(turn.state().withSilence(Optional.empty()));
            resume(turn);
        } else {
            turn.aside("group.manage.refused");
        }
    }

    private static void change(GroupTurn turn, String key, List<ChatNudge> nudges, Optional<Silence> silence) {
        ChatState before = turn.state();
        turn.become(before.withNudges(nudges).withSilence(silence).withIgnored(0));
        saved(turn, before, key);
    }

    private static void saved(GroupTurn turn, ChatState before, String key) {
        String id = turn.context().freshId();
        turn.become(turn.state()
                .withBefore(Optional.of(new ChatState.Before(id, before.nudges(), before.silence(), before.zone()))));
        turn.effect(new Effect.WithdrawNudges());
        turn.replan();
        Prompt prompt = turn.prompt();
        reach(turn, prompt, before);
        prompt.title(key);
        describe(turn, prompt);
        prompt.row(prompt.choice("button.undo", new ButtonAction.Group(Deed.UNDO, id)))
                .say();
    }

    /** Who is back where nothing could be written is told so once. */
    private static void reach(GroupTurn turn, Prompt prompt, ChatState before) {
        before.silence().ifPresent(silence -> {
            if (silence instanceof Silence.OutOfReach(Instant since)) {
                prompt.line("group.manage.was-lost", Map.of("since", moment(turn, since)));
            }
        });
    }

    static void undo(GroupTurn turn, String id) {
        Optional<ChatState.Before> before =
                turn.state().before().filter(each -> each.id().equals(id));
        if (!turn.context().standing().mayManage()) {
            turn.aside("group.manage.refused");
        } else if (before.isEmpty()) {
            turn.aside("group.manage.undone-before");
        } else {
            turn.become(turn.state()
                    .withNudges(before.get().nudges())
                    .withSilence(before.get().silence())
                    .withZone(before.get().zone())
                    .withBefore(Optional.empty()));
            turn.effect(new Effect.WithdrawNudges());
            turn.replan();
            Prompt prompt = turn.prompt().title("group.manage.undone");
            describe(turn, prompt);
            prompt.say();
        }
    }

    /** What holds now: the rules, why none comes, the next times, and whose time that is. */
    private static void describe(GroupTurn turn, Prompt prompt) {
        ChatState state = turn.state();
        if (state.nudges().isEmpty()) {
            prompt.line("group.manage.nothing");
        }
        state.nudges()
                .forEach(nudge ->
                        prompt.line("list.bullet", Map.of("text", turn.phrase().print(nudge.rule(), turn.localNow()))));
        state.silence().ifPresent(silence -> GroupReport.explain(turn, prompt, silence));
        List<Instant> next = next(turn);
        if (!next.isEmpty()) {
            prompt.line("group.manage.next");
            next.forEach(at -> prompt.line("list.bullet", Map.of("text", moment(turn, at))));
        }
        String zone = turn.zone().getId();
        prompt.quiet(
                state.zone().isPresent() ? "group.manage.zone" : "group.manage.zone-default", Map.of("zone", zone));
    }

    private static List<Instant> next(GroupTurn turn) {
        if (!GroupNudge.isAwake(turn.state())) {
            return List.of();
        }
        return turn.state().nudges().stream()
                .flatMap(nudge ->
                        NudgePlanner.next(nudge.rule(), turn.now(), GroupNudge.bounds(turn), Duration.ZERO, SHOWN_AHEAD)
                                .stream())
                .sorted()
                .limit(SHOWN_AHEAD)
                .toList();
    }

    static Piece.Moment moment(GroupTurn turn, Instant at) {
        return new Piece.Moment(at, MomentStyle.DATE_AND_TIME, turn.zone());
    }

    private static List<ChatNudge> recurring(GroupTurn turn) {
        return turn.state().nudges().stream().filter(ChatNudge::isRecurring).toList();
    }

    /** "zone Berlin", with the setting's name in any language. */
    private static Optional<ZoneId> zone(GroupTurn turn, String wanted) {
        var phrasebook = turn.context().content().phrasebook();
        String lower = wanted.toLowerCase(Locale.ROOT);
        return phrasebook.languages().stream()
                .map(phrasebook::in)
                .flatMap(phrases -> Stream.concat(
                        phrases.find("settings.zone.name").stream(), phrases.patterns("settings.zone.words").stream()))
                .map(word -> word.toLowerCase(Locale.ROOT) + " ")
                .filter(lower::startsWith)
                .map(word -> wanted.substring(word.length()).strip())
                .flatMap(city ->
                        phrasebook.languages().stream().flatMap(language -> ZoneNames.find(city, language).stream()))
                .findFirst();
    }
}
