package dev.limber.core.coach;

import dev.limber.core.chat.Suggestion;
import dev.limber.core.nudge.NudgePhrase;
import dev.limber.core.nudge.NudgePhrases;
import dev.limber.core.nudge.NudgeRequest;
import dev.limber.core.nudge.NudgeRule;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Lock;
import dev.limber.core.text.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /nudge}: when to be reminded to stretch. */
final class NudgeCommand implements Command {
    @Override
    public String name() {
        return "nudge";
    }

    @Override
    public boolean onlyPerson() {
        return true;
    }

    @Override
    public boolean takesArgument() {
        return true;
    }

    @Override
    public boolean keepsQuestion(Turn turn, String argument) {
        return argument.isEmpty() && waits(turn);
    }

    @Override
    public void run(Turn turn, String argument) {
        if (argument.isEmpty()) {
            if (!goOn(turn)) {
                NudgeList.show(turn);
            }
            return;
        }
        NudgePhrase phrase = turn.nudgePhrase();
        Optional<NudgeRequest> request = phrase.read(argument, turn.localNow());
        if (request.isPresent()) {
            NudgeFlow.fulfil(turn, request.get());
            return;
        }
        switch (turn.context().content().utterances().read(argument, turn.language())) {
            case Reading.Alarm alarm -> Gate.lock(turn, Lock.Reason.EMERGENCY);
            case Reading.Complaint complaint -> Conversation.complain(turn, argument);
            default -> NudgeUnclear.say(turn, argument);
        }
    }

    @Override
    public List<Suggestion> suggest(Turn turn, String typed) {
        NudgePhrase phrase = turn.nudgePhrase();
        String wanted = typed.toLowerCase(Locale.ROOT);
        var all = new LinkedHashSet<String>(phrase.nearest(typed));
        turn.state().nudges().all().stream()
                .map(nudge -> phrase.print(nudge.rule(), turn.localNow()))
                .forEach(all::add);
        all.addAll(turn.phrases().patterns("nudge.suggestions"));
        var sorted = new ArrayList<>(all);
        sorted.sort((a, b) -> Boolean.compare(!begins(a, wanted), !begins(b, wanted)));
        Stream<String> own = phrase.read(typed, turn.localNow()).isPresent() ? Stream.of(typed) : Stream.empty();
        return Stream.concat(own, sorted.stream())
                .distinct()
                .map(words -> new Suggestion(words, words))
                .toList();
    }

    /** @return whether what was typed begins with a word of reminding and is, but for that, a wish that was understood */
    static boolean hear(Turn turn, String typed, Reading reading) {
        if (!NudgePhrases.of(turn.context().content()).isAboutNudges(typed)) {
            return false;
        }
        Optional<NudgeRequest> request = turn.nudgePhrase().read(typed, turn.localNow());
        boolean meant = reading instanceof Reading.Unclear || reading instanceof Reading.Wish;
        if (request.isEmpty() && !meant) {
            return false;
        }
        turn.answer(new NudgeCommand());
        if (request.isPresent()) {
            if (!ZoneQuestion.isOpen(turn)) {
                turn.ask(new Dialogue.None());
            }
            NudgeFlow.fulfil(turn, request.get());
        } else {
            NudgeUnclear.say(turn, typed);
        }
        return true;
    }

    /** Goes on with what waits for an answer, in a chat where it can. */
    private static boolean goOn(Turn turn) {
        if (turn.state().dialogue() instanceof Dialogue.NudgeZone) {
            ZoneQuestion.ask(turn);
            return true;
        }
        return turn.context().privateChat() && goOnHere(turn);
    }

    /** Whoever was told to write in private does so now. */
    static boolean goOnHere(Turn turn) {
        if (turn.state().dialogue() instanceof Dialogue.NudgeWhere(NudgeRule rule)) {
            turn.ask(new Dialogue.None());
            NudgeFlow.plan(turn, rule, NudgePlaces.here(turn));
            return true;
        }
        return false;
    }

    /** Whether something was asked about a nudge. */
    static boolean waits(Turn turn) {
        return turn.state().dialogue() instanceof Dialogue.NudgeZone
                || turn.state().dialogue() instanceof Dialogue.NudgeWhere;
    }

    private static boolean begins(String words, String wanted) {
        return words.toLowerCase(Locale.ROOT).startsWith(wanted);
    }
}
