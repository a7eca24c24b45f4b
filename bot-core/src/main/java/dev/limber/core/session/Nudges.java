package dev.limber.core.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * When somebody wants to be nudged, and how it goes. Days are those of the person's zone.
 *
 * @param set what is planned, at most {@value #MOST}
 * @param resting what was planned until all of it was turned off
 * @param snoozed the nudge that was put off
 * @param pausedUntil the first day on which nudges come again
 * @param notToday the day for whose rest none come
 * @param ignored how many in a row were said without any sign of life since
 * @param last the one said last
 * @param outOfReach whether none come because the last one could not be delivered
 * @param restAtGoal whether none come in a week whose goal is reached
 * @param offered whether the person was asked if they would like any
 * @param before what the last change can be undone to
 */
public record Nudges(
        List<Nudge> set,
        List<Nudge> resting,
        Optional<Nudge> snoozed,
        Optional<LocalDate> pausedUntil,
        Optional<LocalDate> notToday,
        int ignored,
        Optional<LastNudge> last,
        boolean outOfReach,
        boolean restAtGoal,
        boolean offered,
        Optional<Before> before) {
    public static final int MOST = 5;
    /** So many in a row without any sign of life make nudges half as many. */
    public static final int IGNORED_TO_SLOW_DOWN = 3;
    /** So many in a row without any sign of life end them. */
    public static final int IGNORED_TO_STOP = 10;

    public Nudges {
        set = List.copyOf(set);
        resting = List.copyOf(resting);
    }

    /** What can be undone to. */
    public record Before(List<Nudge> set, List<Nudge> resting, Optional<LocalDate> pausedUntil) {
        public Before {
            set = List.copyOf(set);
            resting = List.copyOf(resting);
        }
    }

    public static Nudges none() {
        return new Nudges(
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                false,
                false,
                false,
                Optional.empty());
    }

    /** All that may come due. */
    public List<Nudge> all() {
        return Stream.concat(set.stream(), snoozed.stream()).toList();
    }

    public Optional<Nudge> find(String id) {
        return all().stream().filter(nudge -> nudge.id().equals(id)).findFirst();
    }

    /** How many slots of a recurring rule come to one nudge. */
    public int oneIn() {
        return 1 << (ignored / IGNORED_TO_SLOW_DOWN);
    }

    public Nudges withSet(List<Nudge> value) {
        return with(value, resting, snoozed, pausedUntil, notToday);
    }

    public Nudges withSnoozed(Optional<Nudge> value) {
        return with(set, resting, value, pausedUntil, notToday);
    }

    public Nudges withPausedUntil(Optional<LocalDate> value) {
        return with(set, resting, snoozed, value, notToday);
    }

    public Nudges withNotToday(Optional<LocalDate> value) {
        return with(set, resting, snoozed, pausedUntil, value);
    }

    /** All of it is put away, to be taken up again later. */
    public Nudges turnedOff() {
        var all = new ArrayList<>(set);
        resting.stream().filter(nudge -> all.size() < MOST).forEach(all::add);
        return with(List.of(), all, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What was put away or paused is planned again. */
    public Nudges turnedOn() {
        var all = new ArrayList<>(set);
        resting.stream().filter(nudge -> all.size() < MOST).forEach(all::add);
        return with(all, List.of(), snoozed, Optional.empty(), Optional.empty());
    }

    /** The same, and can be undone to {@code earlier}. */
    public Nudges undoableTo(Nudges earlier) {
        return withBefore(Optional.of(new Before(earlier.set, earlier.resting, earlier.pausedUntil)));
    }

    /** As it was before the last change. */
    public Nudges undone() {
        return before.map(was -> with(was.set, was.resting, snoozed, was.pausedUntil, notToday)
                        .withBefore(Optional.empty()))
                .orElse(this);
    }

    public Nudges withIgnored(int value) {
        return new Nudges(
                set, resting, snoozed, pausedUntil, notToday, value, last, outOfReach, restAtGoal, offered, before);
    }

    public Nudges withLast(Optional<LastNudge> value) {
        return new Nudges(
                set, resting, snoozed, pausedUntil, notToday, ignored, value, outOfReach, restAtGoal, offered, before);
    }

    public Nudges withOutOfReach(boolean value) {
        return new Nudges(
                set, resting, snoozed, pausedUntil, notToday, ignored, last, value, restAtGoal, offered, before);
    }

    public Nudges withRestAtGoal(boolean value) {
        return new Nudges(
                set, resting, snoozed, pausedUntil, notToday, ignored, last, outOfReach, value, offered, before);
    }

    public Nudges withOffered() {
        return new Nudges(
                set, resting, snoozed, pausedUntil, notToday, ignored, last, outOfReach, restAtGoal, true, before);
    }

    /** All of them, each changed. */
    public Nudges withEach(UnaryOperator<Nudge> change) {
        return with(
                set.stream().map(change).toList(),
                resting.stream().map(change).toList(),
                snoozed.map(change),
                pausedUntil,
                notToday);
    }

    /** An occurrence has been taken up; what comes once is over then. */
    public Nudges takenUp(Nudge nudge, Instant occurrence) {
        List<Nudge> left = set.stream()
                .filter(each -> !each.id().equals(nudge.id()) || each.recurs())
                .map(each -> each.id().equals(nudge.id()) ? each.withLast(occurrence) : each)
                .toList();
        return with(left, resting, snoozed.filter(each -> !each.id().equals(nudge.id())), pausedUntil, notToday);
    }

    /** The person did something, whatever it was. */
    public Nudges withSignOfLife(Instant now) {
        Optional<LastNudge> seen = last.map(said ->
                said.answer() == LastNudge.Answer.NONE ? said.answered(LastNudge.Answer.SIGN_OF_LIFE, now) : said);
        return withLast(seen).withIgnored(0);
    }

    private Nudges with(
            List<Nudge> newSet,
            List<Nudge> newResting,
            Optional<Nudge> newSnoozed,
            Optional<LocalDate> newPausedUntil,
            Optional<LocalDate> newNotToday) {
        return new Nudges(
                newSet,
                newResting,
                newSnoozed,
                newPausedUntil,
                newNotToday,
                ignored,
                last,
                outOfReach,
                restAtGoal,
                offered,
                before);
    }

    private Nudges withBefore(Optional<Before> value) {
        return new Nudges(
                set, resting, snoozed, pausedUntil, notToday, ignored, last, outOfReach, restAtGoal, offered, value);
    }
}
