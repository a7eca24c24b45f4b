package dev.limber.core.runtime;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.UserId;
import dev.limber.core.coach.Context;
import dev.limber.core.coach.Decision;
import dev.limber.core.coach.Effect;
import dev.limber.core.coach.Standing;
import dev.limber.core.runtime.json.JsonCodec;
import dev.limber.core.session.ChatState;
import dev.limber.core.session.Completion;
import dev.limber.core.session.Lane;
import dev.limber.core.session.NudgeDecision;
import dev.limber.core.session.Plan;
import dev.limber.core.session.Subject;
import dev.limber.core.session.SubjectState;
import dev.limber.core.session.UserState;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has turns decided, and puts the decisions into the form in which they are stored. */
final class Drafter {
    private static final Logger LOG = LoggerFactory.getLogger(Drafter.class);
    private static final int ID_DIGITS = 8;

    private final Store store;
    private final JsonCodec codec;
    private final Mind mind;
    private final Apologies apologies;
    private final InstantSource clock;

    Drafter(Store store, JsonCodec codec, Mind mind, Apologies apologies, InstantSource clock) {
        this.store = store;
        this.codec = codec;
        this.mind = mind;
        this.apologies = apologies;
        this.clock = clock;
    }

    /**
     * A turn that could be.
     *
     * @param state what the turn's JSON says
     * @param decided what becomes of nudges
     * @param planBytes the size of the plan's JSON, stored before or with this turn
     * @param passes whom else it concerns
     */
    record Draft(
            TurnRecord turn,
            SubjectState state,
            int planBytes,
            List<NudgeDecision> decided,
            List<Effect.Pass> passes) {}

    /** What has been decided for a person or a chat. */
    private record Decided(SubjectState state, List<Effect> effects) {}

    /**
     * A bug in deciding becomes an apology, for an event that is left unanswered would come again for ever.
     *
     * @throws StoreException where the decision needed to read something and could not
     */
    Draft draft(Event event, StateCache.Held before, Standing standing, Optional<Prefetched> prefetched) {
        Instant now = clock.instant();
        try {
            return write(event, before, decide(event, before, now, standing, prefetched), now);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError bug) {
            LOG.error("a bug in deciding on {}", event.ids(), Discreet.of(bug));
            return write(event, before, apology(event, before.state()), now);
        }
    }

    /** What would be said first. */
    Optional<OutgoingMessage> preview(Event event, StateCache.Held before) {
        return decide(event, before, clock.instant(), Standing.UNKNOWN, Optional.empty()).effects().stream()
                .flatMap(effect -> effect instanceof Effect.Say say ? Stream.of(say.message()) : Stream.empty())
                .findFirst();
    }

    private Decided decide(
            Event event, StateCache.Held before, Instant now, Standing standing, Optional<Prefetched> prefetched) {
        IncomingMessage message = event.message();
        Context context = context(
                new StoredRecords(store, codec, event.subject(), prefetched),
                message.user(),
                message.address(),
                message.direct(),
                message.privateChat(),
                message.languageHint(),
                now,
                standing);
        return switch (before.state()) {
            case UserState person -> {
                Decision decision = mind.decider().decide(person, message.body(), context);
                yield new Decided(decision.state(), decision.effects());
            }
            case ChatState chat ->
                mind.groups()
                        .map(coach -> coach.decide(chat, message.body(), context))
                        .map(decision -> new Decided(decision.state(), decision.effects()))
                        .orElseGet(() -> new Decided(chat, List.of()));
        };
    }

    /** Of somebody who is not having a turn. */
    Context context(Subject subject, UserId user, Address address, Optional<Locale> languageHint) {
        return context(
                new StoredRecords(store, codec, subject, Optional.empty()),
                user,
                address,
                Optional.empty(),
                true,
                languageHint,
                clock.instant(),
                Standing.UNKNOWN);
    }

    private Context context(
            StoredRecords records,
            UserId user,
            Address address,
            Optional<Address> direct,
            boolean privateChat,
            Optional<Locale> languageHint,
            Instant now,
            Standing standing) {
        return new Context(
                now,
                user,
                address,
                direct,
                privateChat,
                languageHint,
                mind.content().get(),
                mind.defaults(),
                records,
                mind.zones(),
                freshId(),
                standing);
    }

    private Decided apology(Event event, SubjectState state) {
        List<Effect> effects = apologies
                .find(Apologies.Cause.BUG, event.message(), Optional.of(state))
                .<Effect>map(words -> new Effect.Say(words, Lane.ANSWER, Optional.empty()))
                .stream()
                .collect(Collectors.toCollection(ArrayList::new));
        event.nudge().ifPresent(key -> effects.add(tomorrow(event.subject(), key)));
        return new Decided(state, effects);
    }

    /** A bug must not end somebody's nudge: it comes due a day later, and the others when they would. */
    private Effect tomorrow(Subject subject, NudgeKey broken) {
        return new Effect.PlanNudges(store.everything(subject).nudges().stream()
                .map(nudge -> new Effect.PlanNudges.Planned(
                        nudge.key().nudge(),
                        nudge.key().equals(broken)
                                ? broken.occurrence().plus(1, ChronoUnit.DAYS)
                                : nudge.key().occurrence(),
                        nudge.address(),
                        nudge.circumstances().privateChat(),
                        nudge.circumstances().languageHint()))
                .toList());
    }

    private Draft write(Event event, StateCache.Held before, Decided decision, Instant now) {
        var history = new ArrayList<HistoryEntry>();
        var outbox = new ArrayList<TurnRecord.Outgoing>();
        var decided = new ArrayList<NudgeDecision>();
        var passes = new ArrayList<Effect.Pass>();
        Optional<List<DueNudge>> pending = Optional.empty();
        boolean withdraw = false;
        boolean dropWakeUps = false;
        boolean forget = false;
        for (Effect effect : decision.effects()) {
            switch (effect) {
                case Effect.Say say -> outbox.add(write(event, say));
                case Effect.Remember(Completion completion) -> history.add(write(completion));
                case Effect.DropWakeUps _ -> dropWakeUps = true;
                case Effect.PlanNudges(var planned) -> pending = Optional.of(write(event.subject(), planned));
                case Effect.Note(NudgeDecision nudge) -> decided.add(nudge);
                case Effect.WithdrawNudges _ -> withdraw = true;
                case Effect.Forget _ -> forget = true;
                case Effect.Pass pass -> passes.add(pass);
            }
        }
        // Telling somebody who cannot be reached that they cannot be reached would go on for ever.
        boolean heard = !(event.message().body() instanceof Body.UserUnreachable);
        TurnRecord.PlanChange plan = planChange(before.state(), decision.state());
        var turn = new TurnRecord(
                event.subject(),
                event.seenKey(),
                now,
                before.version(),
                codec.writeState(decision.state()),
                plan,
                history,
                heard ? outbox : List.of(),
                event.wakeUp(),
                dropWakeUps,
                new NudgeChange(
                        event.nudge(),
                        pending,
                        decided.stream().map(this::write).toList(),
                        withdraw),
                forget);
        return new Draft(turn, decision.state(), bytes(plan, before), decided, passes);
    }

    private TurnRecord.Outgoing write(Event event, Effect.Say say) {
        return new TurnRecord.Outgoing(
                event.message().address(),
                event.message().replyHandle(),
                say.lane(),
                codec.writeMessage(say.message()),
                event.nudge().filter(_ -> say.lane() == Lane.NUDGE),
                say.then(),
                event.circumstances(),
                say.notAfter());
    }

    private HistoryEntry write(Completion completion) {
        return new HistoryEntry(completion.id(), completion.endedAt(), codec.writeCompletion(completion));
    }

    private NudgeNote write(NudgeDecision decision) {
        return new NudgeNote(
                new NudgeKey(decision.nudge(), decision.occurrence()),
                decision.decidedAt(),
                codec.writeNudgeDecision(decision),
                Optional.empty());
    }

    private static List<DueNudge> write(Subject subject, List<Effect.PlanNudges.Planned> planned) {
        return planned.stream()
                .map(nudge -> new DueNudge(
                        subject,
                        new NudgeKey(nudge.nudge(), nudge.due()),
                        nudge.address(),
                        new Circumstances(nudge.privateChat(), nudge.languageHint())))
                .toList();
    }

    private TurnRecord.PlanChange planChange(SubjectState before, SubjectState after) {
        Optional<Plan> plan = JsonCodec.planOf(after);
        if (plan.equals(JsonCodec.planOf(before))) {
            return new TurnRecord.PlanChange.Keep();
        }
        return plan.<TurnRecord.PlanChange>map(changed -> new TurnRecord.PlanChange.Replace(codec.writePlan(changed)))
                .orElseGet(TurnRecord.PlanChange.Remove::new);
    }

    private static int bytes(TurnRecord.PlanChange plan, StateCache.Held before) {
        return switch (plan) {
            case TurnRecord.PlanChange.Keep _ -> before.planBytes();
            case TurnRecord.PlanChange.Replace(String json) -> json.length();
            case TurnRecord.PlanChange.Remove _ -> 0;
        };
    }

    /** One in 2.8 million million; needs to be unique among those of one person alone. */
    private static String freshId() {
        var digits = new char[ID_DIGITS];
        for (int digit = 0; digit < ID_DIGITS; digit++) {
            int value = ThreadLocalRandom.current().nextInt(Character.MAX_RADIX);
            digits[digit] = Character.forDigit(value, Character.MAX_RADIX);
        }
        return new String(digits);
    }
}
