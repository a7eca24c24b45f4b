package dev.limber.benchmarks.week;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a person was promised, checked against their diary as plainly as it can be said. Where it hangs on less than the few
 * minutes by which a nudge may be later, both is right.
 */
final class Promises {
    private static final int LATEST = 30;
    private static final int AFTER_STRETCH = 45;
    private static final int BETWEEN = 10;
    private static final int TO_SLOW_DOWN = 3;
    private static final int TO_STOP = 10;

    private final Person person;
    private final long start;
    private final long end;
    private final List<Downtime> downtimes;
    private final List<String> broken = new ArrayList<>();

    /** The person's wish was set at {@code start}; what comes until {@code end} is known. */
    Promises(Person person, long start, long end, List<Downtime> downtimes) {
        this.person = person;
        this.start = start;
        this.end = end;
        this.downtimes = downtimes;
    }

    /** The likeliest first. */
    private enum Verdict {
        COMES,
        EITHER,
        DOES_NOT
    }

    /**
     * Something that may come.
     *
     * @param latest minutes by which it may be later
     * @param once whether it was asked for once
     * @param snoozed whether it was put off
     */
    private record Due(long at, int latest, boolean once, boolean snoozed) {}

    /** @param from and {@code to}: when it is taken up */
    private record Expected(Due due, Verdict verdict, long from, long to) {
        boolean fits(Told told) {
            long occurrence = Math.floorDiv(told.occurrence(), 60_000L);
            boolean named = told.occurrence() < 0 || (occurrence >= due.at() && occurrence <= due.at() + due.latest());
            return told.at() >= from && told.at() <= to && named;
        }
    }

    /** The slots of a person's wish, but for quiet hours and rest days, ascending. */
    static LongStream slots(Person person, long from, long to) {
        return person.clock
                .day(from)
                .minusDays(1)
                .datesUntil(person.clock.day(to).plusDays(2))
                .filter(day -> person.wish.days().contains(day.getDayOfWeek()))
                .filter(day -> !person.restDays.contains(day.getDayOfWeek()))
                .flatMapToLong(day -> person.wish.times().stream().mapToLong(time -> person.clock.first(day, time)))
                .filter(slot -> slot > from && slot < to && !person.isQuiet(slot));
    }

    /** What was not kept; how many messages should have come is in {@link Kept}. */
    Kept check() {
        List<Expected> expected = expected();
        var open = new ArrayList<>(expected);
        var indexes = new ArrayList<Integer>();
        for (Told told : person.told) {
            Optional<Expected> met = open.stream()
                    .filter(each -> each.fits(told))
                    .min(Comparator.comparing(Expected::verdict)
                            .thenComparingInt(each -> each.due().latest()));
            met.ifPresentOrElse(
                    each -> {
                        open.remove(each);
                        indexes.add(expected.indexOf(each));
                        if (each.verdict() == Verdict.DOES_NOT) {
                            broken.add("should have been held back: " + told);
                        }
                    },
                    () -> broken.add("was not asked for, or came twice: " + told));
        }
        if (person.habit.answers()) {
            checkAnswering(open);
        } else {
            checkIgnoring(expected, indexes);
        }
        long least = expected.stream()
                .filter(each -> each.verdict() == Verdict.COMES)
                .count();
        long most = expected.stream()
                .filter(each -> each.verdict() != Verdict.DOES_NOT)
                .count();
        return new Kept(broken.stream().map(what -> what + " -- " + person).toList(), least, most);
    }

    /** @param least how many had to come to somebody who always answers */
    record Kept(List<String> broken, long least, long most) {}

    private void checkAnswering(List<Expected> missing) {
        missing.stream()
                .filter(each -> each.verdict() == Verdict.COMES)
                .forEach(each -> broken.add("did not come: " + each));
        person.told.stream()
                .filter(told -> told.kind() != Told.Kind.NUDGE)
                .forEach(told -> broken.add("was said to somebody who answers: " + told));
    }

    /** @param indexes of the slots at which something was said */
    private void checkIgnoring(List<Expected> expected, List<Integer> indexes) {
        for (int i = 0; i < person.told.size(); i++) {
            Told.Kind kind =
                    i == TO_SLOW_DOWN ? Told.Kind.QUESTION : i == TO_STOP ? Told.Kind.FAREWELL : Told.Kind.NUDGE;
            if (i > TO_STOP || person.told.get(i).kind() != kind) {
                broken.add("was said as number " + (i + 1) + ": " + person.told.get(i));
            }
        }
        List<Integer> said = new ArrayList<>(indexes);
        boolean stopped = person.told.size() > TO_STOP;
        if (!stopped) {
            said.add(expected.size());
        }
        for (int i = 0; i < said.size(); i++) {
            int before = i == 0 ? -1 : said.get(i - 1);
            checkGap(i, expected.subList(before + 1, said.get(i)), i == said.size() - 1 && !stopped);
        }
    }

    /** @param passed what was not said between two that were, or at the end */
    private void checkGap(int number, List<Expected> passed, boolean last) {
        int oneIn = number == 0 ? 1 : 1 << ((number - 1) / TO_SLOW_DOWN);
        boolean slowedDownJustNow = number > 0 && (number - 1) % TO_SLOW_DOWN == 0;
        long surely =
                passed.stream().filter(each -> each.verdict() == Verdict.COMES).count();
        long perhaps = passed.size();
        // What was held back was one of them all the same.
        boolean tooFew = surely > (oneIn - 1) * (1 + perhaps - surely);
        boolean tooMany = !last && !slowedDownJustNow && perhaps < oneIn - 1;
        if (tooFew || tooMany) {
            broken.add("after " + number + " ignored " + surely + " to " + perhaps + " were left out, one in " + oneIn);
        }
    }

    private List<Expected> expected() {
        int latest = person.wish.spread() ? Wish.MOST_SPREAD : 0;
        Stream<Due> again = slots(person, start, end + 1).mapToObj(slot -> new Due(slot, latest, false, false));
        Stream<Due> once = person.deeds.stream()
                .filter(Deed.Asked.class::isInstance)
                .map(Deed.Asked.class::cast)
                .map(asked -> new Due(asked.due(), 0, !asked.snoozed(), asked.snoozed()));
        return Stream.concat(again, once)
                .sorted(Comparator.comparingLong(Due::at))
                .map(this::expected)
                .toList();
    }

    private Expected expected(Due due) {
        for (Downtime down : downtimes) {
            boolean begins = due.at() + due.latest() > down.from() && due.at() <= down.to();
            if (begins) {
                return afterDowntime(due, down);
            }
        }
        // It is taken up in the first minute that is not before it.
        long to = due.at() + due.latest() + (due.latest() > 0 ? 1 : 0);
        return to >= end
                ? new Expected(due, Verdict.EITHER, due.at(), to)
                : new Expected(due, verdict(due, due.at(), to), due.at(), to);
    }

    /** Of what one wish missed, the first alone is looked at; what is too late by then is dropped. */
    private Expected afterDowntime(Due due, Downtime down) {
        boolean surelyInside = due.at() > down.from() && due.at() + due.latest() <= down.to();
        if (!surelyInside) {
            return new Expected(due, Verdict.EITHER, due.at(), down.to() + due.latest() + 1);
        }
        boolean recurs = !due.once() && !due.snoozed();
        boolean anotherBefore = recurs
                && slots(person, down.from() - due.latest() - 1, due.at())
                        .anyMatch(slot -> slot + due.latest() > down.from());
        boolean surelyAnother =
                recurs && slots(person, down.from(), due.at()).findAny().isPresent();
        boolean late = down.to() - due.at() - due.latest() > LATEST;
        boolean perhapsLate = down.to() - due.at() > LATEST;
        Verdict verdict = late || surelyAnother
                ? Verdict.DOES_NOT
                : perhapsLate || anotherBefore ? Verdict.EITHER : verdict(due, down.to(), down.to());
        return new Expected(due, verdict, down.to(), down.to());
    }

    private Verdict verdict(Due due, long from, long to) {
        long held = LongStream.rangeClosed(from, to)
                .filter(minute -> isHeldBack(due, minute))
                .count();
        if (held == 0) {
            return coincides(due) ? Verdict.EITHER : Verdict.COMES;
        }
        return held == to - from + 1 ? Verdict.DOES_NOT : Verdict.EITHER;
    }

    /** Of two at nearly the same time one is enough, unless the one that comes again happens to be the first. */
    private boolean coincides(Due due) {
        return !due.once()
                && !due.snoozed()
                && person.deeds.stream()
                        .anyMatch(deed -> deed instanceof Deed.Asked asked
                                && asked.due() > due.at() - BETWEEN
                                && asked.due() <= due.at() + due.latest());
    }

    private boolean isHeldBack(Due due, long minute) {
        return person.isQuiet(minute)
                || person.deeds.stream().anyMatch(deed -> holdsBack(deed, minute))
                || (!due.once() && wasJustTold(due, minute));
    }

    private boolean holdsBack(Deed deed, long minute) {
        return switch (deed) {
            case Deed.Declined(long at) -> at < minute && person.clock.day(at).equals(person.clock.day(minute));
            case Deed.Paused(long at, var until) ->
                at < minute && person.clock.day(minute).isBefore(until);
            case Deed.Stretched(long from, long to, boolean whole) ->
                from < minute && minute <= (whole ? to + AFTER_STRETCH - 1 : to);
            case Deed.Asked _ -> false;
        };
    }

    private boolean wasJustTold(Due due, long minute) {
        return person.told.stream()
                .filter(told -> told.occurrence() < 0 || Math.floorDiv(told.occurrence(), 60_000L) < due.at())
                .mapToLong(Told::at)
                .anyMatch(at -> at <= minute && minute - at < BETWEEN && at < due.at());
    }
}
