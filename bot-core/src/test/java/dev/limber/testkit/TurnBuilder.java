package dev.limber.testkit;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.ReplyHandle;
import dev.limber.core.chat.UserId;
import dev.limber.core.runtime.Circumstances;
import dev.limber.core.runtime.DueNudge;
import dev.limber.core.runtime.HistoryEntry;
import dev.limber.core.runtime.NudgeChange;
import dev.limber.core.runtime.NudgeKey;
import dev.limber.core.runtime.NudgeNote;
import dev.limber.core.runtime.TurnRecord;
import dev.limber.core.runtime.TurnRecord.Outgoing;
import dev.limber.core.runtime.TurnRecord.PlanChange;
import dev.limber.core.runtime.WakeUp;
import dev.limber.core.session.CueAfter;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Builds turns for tests: of an event never seen before, keeping the plan, owing nothing, unless told otherwise. */
public final class TurnBuilder {
    /** When turns happen, unless told otherwise. */
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");

    public static final Platform PLATFORM = new Platform("test");

    public static final Circumstances IN_PRIVATE = new Circumstances(true, Optional.empty());

    private static final AtomicLong EVENTS = new AtomicLong();

    private final Subject subject;
    private final long expectedVersion;
    private final List<HistoryEntry> history = new ArrayList<>();
    private final List<Outgoing> outbox = new ArrayList<>();
    private Optional<String> seenKey = Optional.of("event-" + EVENTS.incrementAndGet());
    private Instant at = NOON;
    private String state = "{}";
    private PlanChange plan = new PlanChange.Keep();
    private Optional<DeliveryId> wakeUpRung = Optional.empty();
    private boolean dropWakeUps;
    private Optional<NudgeKey> nudgeRung = Optional.empty();
    private Optional<List<DueNudge>> nudges = Optional.empty();
    private final List<NudgeNote> notes = new ArrayList<>();
    private boolean withdraw;
    private boolean forget;

    private TurnBuilder(Subject subject, long expectedVersion) {
        this.subject = subject;
        this.expectedVersion = expectedVersion;
    }

    /** A turn of somebody who took so many before, the first of them at {@link #NOON}. */
    public static TurnBuilder turn(Subject subject, int turnsBefore) {
        return turnReading(subject, version(turnsBefore));
    }

    /** A turn that read this version, 0 for none. */
    public static TurnBuilder turnReading(Subject subject, long version) {
        return new TurnBuilder(subject, version);
    }

    /** The version of somebody after so many turns, the first of them at {@link #NOON}; 0 for none. */
    public static long version(int turns) {
        return turns == 0 ? 0 : NOON.toEpochMilli() + turns - 1;
    }

    /** How many turns led to a version, the first of them at {@link #NOON}. */
    public static int turns(long version) {
        return version == 0 ? 0 : Math.toIntExact(version - NOON.toEpochMilli() + 1);
    }

    public static Subject person(String id) {
        return new Subject.Person(new UserId(PLATFORM, id));
    }

    public static Address chat(String chat) {
        return new Address(PLATFORM, "bot", chat, Optional.empty());
    }

    public static Address thread(String chat, String thread) {
        return new Address(PLATFORM, "bot", chat, Optional.of(thread));
    }

    /** An answer to {@code chat("home")}. */
    public static Outgoing answer(String message) {
        return answer(chat("home"), message);
    }

    public static Outgoing answer(Address to, String message) {
        return new Outgoing(
                to,
                Optional.empty(),
                Lane.ANSWER,
                message,
                Optional.empty(),
                Optional.empty(),
                IN_PRIVATE,
                Optional.empty());
    }

    /** What is said to {@code chat("home")} when a nudge is due. */
    public static Outgoing nudge(NudgeKey key, String message) {
        return new Outgoing(
                chat("home"),
                Optional.empty(),
                Lane.NUDGE,
                message,
                Optional.of(key),
                Optional.empty(),
                IN_PRIVATE,
                Optional.of(key.occurrence().plusSeconds(600)));
    }

    /** A nudge that is due at {@code chat("home")}. */
    public static DueNudge dueNudge(Subject subject, String nudge, Instant due) {
        return new DueNudge(subject, new NudgeKey(nudge, due), chat("home"), IN_PRIVATE);
    }

    /** An answer to {@code chat("home")} that a wake-up should follow. */
    public static Outgoing answerBefore(String cue, String message) {
        var then = Optional.of(new CueAfter(Duration.ofSeconds(15), cue));
        return new Outgoing(
                chat("home"),
                Optional.empty(),
                Lane.ANSWER,
                message,
                Optional.empty(),
                then,
                IN_PRIVATE,
                Optional.empty());
    }

    /** An answer with all that one can have. */
    public static Outgoing fullAnswer(Address to, String message, String token, String cue) {
        var handle = new ReplyHandle(token, NOON.plusSeconds(900));
        return new Outgoing(
                to,
                Optional.of(handle),
                Lane.ANSWER,
                message,
                Optional.empty(),
                Optional.of(new CueAfter(Duration.ofMillis(1500), cue)),
                new Circumstances(false, Optional.of(Locale.forLanguageTag("de-AT"))),
                Optional.empty());
    }

    public TurnBuilder seen(String value) {
        seenKey = Optional.of(value);
        return this;
    }

    public TurnBuilder at(Instant value) {
        at = value;
        return this;
    }

    public TurnBuilder state(String value) {
        state = value;
        return this;
    }

    public TurnBuilder plan(String value) {
        plan = new PlanChange.Replace(value);
        return this;
    }

    public TurnBuilder withoutPlan() {
        plan = new PlanChange.Remove();
        return this;
    }

    public TurnBuilder history(String id, Instant when, String entry) {
        history.add(new HistoryEntry(id, when, entry));
        return this;
    }

    public TurnBuilder saying(Outgoing... messages) {
        outbox.addAll(List.of(messages));
        return this;
    }

    /** It owes answers to {@code chat("home")}. */
    public TurnBuilder saying(String... messages) {
        for (String message : messages) {
            outbox.add(answer(message));
        }
        return this;
    }

    public TurnBuilder rung(WakeUp wakeUp) {
        wakeUpRung = Optional.of(wakeUp.after());
        return this;
    }

    public TurnBuilder droppingWakeUps() {
        dropWakeUps = true;
        return this;
    }

    /** It handles a nudge that is due, and nothing else tells it from other turns. */
    public TurnBuilder rung(DueNudge nudge) {
        seenKey = Optional.empty();
        nudgeRung = Optional.of(nudge.key());
        return this;
    }

    public TurnBuilder planning(DueNudge... due) {
        nudges = Optional.of(List.of(due));
        return this;
    }

    public TurnBuilder noting(NudgeKey key, Instant when, String entry) {
        notes.add(new NudgeNote(key, when, entry, Optional.empty()));
        return this;
    }

    public TurnBuilder withdrawing() {
        withdraw = true;
        return this;
    }

    public TurnBuilder forgetting() {
        forget = true;
        return this;
    }

    public TurnRecord build() {
        return new TurnRecord(
                subject,
                seenKey,
                at,
                expectedVersion,
                state,
                plan,
                history,
                outbox,
                wakeUpRung,
                dropWakeUps,
                new NudgeChange(nudgeRung, nudges, notes, withdraw),
                forget);
    }
}
