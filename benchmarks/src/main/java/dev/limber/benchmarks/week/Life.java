package dev.limber.benchmarks.week;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.Inbox;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.Receipt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** What people do of themselves and about nudges, minute by minute. */
final class Life {
    private static final int DAY = 24 * 60;
    private static final int MOST_HESITATION = 8;
    private static final int PUT_OFF = 30;
    private static final int LONG = 180;
    private static final int QUARTER_PAST_EIGHT = 8 * 60 + 15;

    /** Whether an instance takes what is said is its own affair; it changes when it is started anew. */
    private Inbox inbox;

    private final TreeMap<Long, List<Act>> coming = new TreeMap<>();
    private final AtomicLong said = new AtomicLong();

    private final SplittableRandom random = new SplittableRandom(1);

    /** Something that is done in some minute. */
    private interface Act {
        CompletionStage<Receipt> run(long minute);
    }

    Life(Inbox inbox) {
        this.inbox = inbox;
    }

    void goOnWith(Inbox fresh) {
        inbox = fresh;
    }

    long said() {
        return said.get();
    }

    /** What somebody sets first; the stages complete when it is handled. */
    List<CompletionStage<Receipt>> settleIn(Person person) {
        var stages = new ArrayList<CompletionStage<Receipt>>();
        stages.add(command(person, "settings", "zone " + person.clock.zone().getId()));
        person.quiet.ifPresent(quiet -> stages.add(command(
                person,
                "settings",
                "quiet hours %02d:%02d-%02d:%02d"
                        .formatted(quiet.from() / 60, quiet.from() % 60, quiet.to() / 60, quiet.to() % 60))));
        person.restDays.forEach(day -> stages.add(command(person, "settings", "rest days " + day)));
        stages.add(command(person, "nudge", person.wish.typed()));
        return stages;
    }

    /** Plans what somebody does of themselves in the days from {@code start} on. */
    void plan(Person person, long start) {
        long early = start + DAY + random.nextInt(3 * DAY);
        switch (person.habit) {
            case STRETCHES_BEFORE -> planStretch(person, slotAfter(person, early) - 20, 8, true);
            case STRETCHES_MEANWHILE -> planStretch(person, slotAfter(person, early) - 5, 20, false);
            case PAUSES ->
                at(early, minute -> {
                    LocalDate until = person.clock.day(minute).plusDays(2);
                    person.deeds.add(new Deed.Paused(minute, until));
                    return command(person, "nudge", "pause 2 days");
                });
            case ASKS_FOR_ONE_MORE -> at(early, minute -> askForOneMore(person, minute));
            case GREETS, GREETS_EVERY_OTHER_TIME, IGNORES, DECLINES, SNOOZES, STARTS -> {
                // They only answer, if at all.
            }
        }
    }

    private CompletionStage<Receipt> askForOneMore(Person person, long minute) {
        boolean soon = random.nextBoolean();
        long due = soon
                ? minute + LONG
                : person.clock.first(person.clock.day(minute).plusDays(1), QUARTER_PAST_EIGHT);
        person.deeds.add(new Deed.Asked(minute, due, false));
        return command(person, "nudge", soon ? "in 3 hours" : "tomorrow 08:15");
    }

    private static long slotAfter(Person person, long minute) {
        return Promises.slots(person, minute + DAY / 4, minute + 7 * DAY)
                .findFirst()
                .orElse(minute);
    }

    private void planStretch(Person person, long from, int length, boolean whole) {
        at(from, minute -> {
            person.stretchingSince = minute;
            return command(person, "stretch", "two-minute");
        });
        goThrough(person, from, length, whole);
    }

    private void goThrough(Person person, long from, int length, boolean whole) {
        at(from + 1, _ -> write(person, "skip"));
        at(from + length, minute -> {
            person.deeds.add(new Deed.Stretched(person.stretchingSince, minute, whole));
            return write(person, whole ? "done" : "stop");
        });
        if (whole) {
            at(from + length + 1, _ -> write(person, "better"));
        }
    }

    /** Plans what somebody does about the nudge that came just now. */
    void hear(Person person, long now) {
        long when = now + 1 + random.nextInt(MOST_HESITATION);
        switch (person.habit) {
            case IGNORES -> {
                // Nothing at all.
            }
            case GREETS_EVERY_OTHER_TIME -> {
                if (person.told.size() % 2 == 1) {
                    at(when, _ -> write(person, "thanks"));
                }
            }
            case DECLINES ->
                at(when, minute -> {
                    person.deeds.add(new Deed.Declined(minute));
                    return press(person, person.nudgeButtons, data -> Post.is(data, "nno"));
                });
            case SNOOZES -> {
                if (isFirstOfDay(person)) {
                    snooze(person, when);
                } else {
                    at(when, _ -> write(person, "thanks"));
                }
            }
            case STARTS -> {
                if (person.done) {
                    at(when, _ -> write(person, "thanks"));
                } else {
                    start(person, when);
                }
            }
            case GREETS, STRETCHES_BEFORE, STRETCHES_MEANWHILE, PAUSES, ASKS_FOR_ONE_MORE ->
                at(when, _ -> write(person, "thanks"));
        }
    }

    private static boolean isFirstOfDay(Person person) {
        LocalDate today = person.clock.day(person.told.getLast().at());
        return person.told.stream()
                        .filter(told -> person.clock.day(told.at()).equals(today))
                        .count()
                == 1;
    }

    private void snooze(Person person, long when) {
        at(when, _ -> press(person, person.nudgeButtons, data -> Post.is(data, "nzz")));
        at(when + 1, minute -> {
            person.deeds.add(new Deed.Asked(minute, minute + PUT_OFF, true));
            return press(person, person.lastButtons, data -> data.endsWith(".minutes_30"));
        });
    }

    private void start(Person person, long when) {
        person.done = true;
        at(when, minute -> {
            person.stretchingSince = minute;
            return press(person, person.nudgeButtons, data -> data.endsWith(".two-minute"));
        });
        goThrough(person, when, 7, true);
    }

    private void at(long minute, Act act) {
        coming.computeIfAbsent(minute, _ -> new ArrayList<>()).add(act);
    }

    /** Does what was to be done first of all that is by now; the stages complete when it is handled. */
    List<CompletionStage<Receipt>> live(long minute) {
        var stages = new ArrayList<CompletionStage<Receipt>>();
        if (!coming.isEmpty() && coming.firstKey() <= minute) {
            coming.pollFirstEntry().getValue().forEach(act -> stages.add(act.run(minute)));
        }
        return stages;
    }

    private CompletionStage<Receipt> press(Person person, List<String> buttons, Predicate<String> which) {
        String data = buttons.stream()
                .filter(which)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such button: " + buttons + ", " + person));
        return say(
                person,
                new Body.ButtonPressed(data, new MessageRef(person.chat, "0"), Optional.of(person.user), false));
    }

    private CompletionStage<Receipt> command(Person person, String name, String argument) {
        return say(person, new Body.CommandCalled(name, argument));
    }

    private CompletionStage<Receipt> write(Person person, String text) {
        return say(person, new Body.TextWritten(text));
    }

    private CompletionStage<Receipt> say(Person person, Body body) {
        return inbox.accept(new IncomingMessage(
                Long.toString(said.incrementAndGet()),
                person.user,
                person.chat,
                true,
                Optional.of(person.chat),
                Optional.of(Locale.ENGLISH),
                Optional.empty(),
                body));
    }
}
