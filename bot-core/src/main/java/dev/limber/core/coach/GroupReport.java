package dev.limber.core.coach;

import dev.limber.core.chat.MomentStyle;
import dev.limber.core.chat.Piece;
import dev.limber.core.session.NudgeDecision;
import dev.limber.core.session.Silence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** Why nudges of a chat came, or did not. */
final class GroupReport {
    private static final int MOST = 3;

    private GroupReport() {}

    static void why(GroupTurn turn) {
        Prompt prompt = turn.prompt().title("group.why.title");
        var last = turn.context().records().lastNudges();
        if (last.isEmpty()) {
            prompt.line("group.why.none-yet");
        }
        last.stream().limit(MOST).forEach(told -> {
            NudgeDecision decision = told.decision();
            String outcome = told.fate()
                    .filter(fate -> decision.verdict() == NudgeDecision.Verdict.SENT)
                    .map(Enum::name)
                    .orElse(decision.verdict().name());
            prompt.line(
                    "group.why.one",
                    Map.of(
                            "at", GroupCommand.moment(turn, decision.occurrence()),
                            "label", decision.label(),
                            "outcome", outcome.toLowerCase(Locale.ROOT)));
        });
        turn.state().silence().ifPresent(silence -> explain(turn, prompt, silence));
        prompt.say();
    }

    static void explain(GroupTurn turn, Prompt prompt, Silence silence) {
        switch (silence) {
            case Silence.Off() -> prompt.line("group.silence.off");
            case Silence.Ignored() -> prompt.line("group.silence.ignored");
            case Silence.Until(LocalDate day) -> {
                Instant from = day.atStartOfDay(turn.zone()).toInstant();
                prompt.line("group.silence.until", Map.of("day", date(turn, from)));
            }
            case Silence.OutOfReach(Instant since) ->
                prompt.line("group.silence.out-of-reach", Map.of("since", GroupCommand.moment(turn, since)));
        }
    }

    private static Piece.Moment date(GroupTurn turn, Instant at) {
        return new Piece.Moment(at, MomentStyle.DATE, turn.zone());
    }
}
