package dev.limber.core.coach;

import dev.limber.core.chat.Button;
import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.coach.ButtonAction.Nudged;
import dev.limber.core.exercise.Routine;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.session.LastNudge;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a nudge says, and its buttons. */
final class NudgeMessage {
    /** The nudge that is only tried. */
    static final String TEST = "test";

    /** The text in the place of which it is asked for a better time. */
    static final String QUESTION = "question";

    /** Spreads what is nearly the same over all numbers. */
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private static final int MIXED_BITS = 33;

    private NudgeMessage() {}

    /** The text that this occurrence has, always the same, and never that of the nudge before. */
    static String textFor(Turn turn, Nudged nudged) {
        List<String> texts = Stream.of("any", partOfDay(turn.localNow().toLocalTime()))
                .flatMap(kind -> IntStream.range(
                                0,
                                turn.phrases().patterns("nudge.texts." + kind).size())
                        .mapToObj(index -> kind + "." + index))
                .toList();
        long mixed = nudged.occurrence().getEpochSecond() * MIX;
        int index = (int) Math.floorMod(mixed >>> MIXED_BITS, (long) texts.size());
        String before = turn.state().nudges().last().map(LastNudge::text).orElse("");
        return texts.get(texts.get(index).equals(before) ? (index + 1) % texts.size() : index);
    }

    static void say(Turn turn, Nudged nudged, String text, NudgeChoice.Offered offered) {
        compose(turn, nudged, text, offered).sayAsNudgeUnlessQuiet();
    }

    /** The same now, as an answer; what is said to it counts, and nobody can ignore it. */
    static void sayAsTest(Turn turn) {
        var nudged = new Nudged(TEST, turn.now().truncatedTo(ChronoUnit.SECONDS));
        String text = textFor(turn, nudged);
        NudgeChoice.Offered offered = NudgeChoice.of(turn);
        compose(turn, nudged, text, offered).quiet("nudge.test").say();
        var last = new LastNudge(
                TEST,
                nudged.occurrence(),
                "",
                text,
                offered.fitting().map(Routine::id),
                turn.now(),
                LastNudge.Answer.SIGN_OF_LIFE,
                turn.now());
        turn.become(turn.state().withNudges(turn.state().nudges().withLast(Optional.of(last))));
    }

    /** Said in the place of a nudge, once: perhaps another time would be better. */
    static void askForBetterTime(Turn turn) {
        Prompt prompt = turn.prompt().line("nudge.better-time.question");
        List<Choice> times = NudgeList.choices(turn.phrases().patterns("nudge.better-time.times"));
        prompt.row(times)
                .row(
                        prompt.choice("button.nudge-leave", new ButtonAction.LeaveNudges()),
                        prompt.choice("button.nudge-off", new ButtonAction.Nudge("off")))
                .sayAsNudge();
    }

    private static Prompt compose(Turn turn, Nudged nudged, String text, NudgeChoice.Offered offered) {
        Prompt prompt = turn.prompt().words(TextStyle.BODY, turn.text("nudge.texts." + text));
        prompt.row(starts(turn, prompt, nudged, offered))
                .row(
                        prompt.choice("button.snooze", new ButtonAction.Snooze(nudged, Optional.empty())),
                        prompt.choice("button.not-today", new ButtonAction.NotToday(nudged)));
        return prompt;
    }

    /** What fits, and something that takes no time at all. */
    private static List<Choice> starts(Turn turn, Prompt prompt, Nudged nudged, NudgeChoice.Offered offered) {
        Optional<Routine> fitting = offered.fitting();
        var choices = new ArrayList<Choice>();
        fitting.ifPresentOrElse(
                routine -> choices.add(start(turn, nudged, routine)),
                () -> choices.add(
                        prompt.primary("button.stretch", new ButtonAction.StartNudged(nudged, Optional.empty()))));
        offered.shortest()
                .filter(routine -> !fitting.map(Routine::id).equals(Optional.of(routine.id())))
                .ifPresent(routine -> choices.add(new Choice(
                        turn.text("button.nudge-short", Map.of("minutes", minutes(routine.about()))),
                        begin(nudged, routine.id()),
                        ButtonStyle.NORMAL)));
        return choices;
    }

    static Choice start(Turn turn, Nudged nudged, Routine routine) {
        String label = turn.text("button.nudge-start", Map.of("name", turn.text("routine." + routine.id() + ".name")));
        return new Choice(label, begin(nudged, routine.id()), ButtonStyle.PRIMARY);
    }

    /** A button has room for no more than so much; without a routine it leads to the choice of one. */
    private static ButtonAction begin(Nudged nudged, RoutineId routine) {
        var begin = new ButtonAction.StartNudged(nudged, Optional.of(routine));
        return ButtonCodec.encode(begin, 0).length() <= Button.MAX_SHARED_DATA_BYTES
                ? begin
                : new ButtonAction.StartNudged(nudged, Optional.empty());
    }

    private static long minutes(Duration duration) {
        return Math.max(1, duration.toMinutes());
    }

    private static String partOfDay(LocalTime time) {
        return NudgeChoice.partOfDay(time).name().toLowerCase(Locale.ROOT);
    }
}
