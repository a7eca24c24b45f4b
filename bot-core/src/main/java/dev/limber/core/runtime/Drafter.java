package dev.limber.core.runtime;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.UserId;
import dev.limber.core.coach.Context;
import dev.limber.core.coach.Decision;
import dev.limber.core.coach.Effect;
import dev.limber.core.runtime.json.JsonCodec;
import dev.limber.core.session.Completion;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Plan;
import dev.limber.core.session.Subject;
import dev.limber.core.session.UserState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
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
     * @param planBytes the size of the plan's JSON, stored before or with this turn
     */
    record Draft(TurnRecord turn, UserState state, int planBytes) {}

    /**
     * A bug in deciding becomes an apology, for an event that is left unanswered would come again for ever.
     *
     * @throws StoreException where the decision needed to read something and could not
     */
    Draft draft(Event event, StateCache.Held before) {
        Instant now = clock.instant();
        try {
            return write(event, before, decide(event, before, now), now);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError bug) {
            LOG.error("a bug in deciding on {}", event.ids(), Discreet.of(bug));
            return write(event, before, apology(event, before.state()), now);
        }
    }

    /** What would be said first. */
    Optional<OutgoingMessage> preview(Event event, StateCache.Held before) {
        return decide(event, before, clock.instant()).effects().stream()
                .flatMap(effect -> effect instanceof Effect.Say say ? Stream.of(say.message()) : Stream.empty())
                .findFirst();
    }

    private Decision decide(Event event, StateCache.Held before, Instant now) {
        IncomingMessage message = event.message();
        Context context = context(event.subject(), message.user(), message.privateChat(), message.languageHint(), now);
        return mind.decider().decide(before.state(), message.body(), context);
    }

    Context context(Subject subject, UserId user, boolean privateChat, Optional<Locale> languageHint, Instant now) {
        return new Context(
                now,
                user,
                privateChat,
                languageHint,
                mind.content().get(),
                mind.defaults(),
                new StoredRecords(store, codec, subject),
                freshId());
    }

    private Decision apology(Event event, UserState state) {
        List<Effect> effects = apologies
                .find(Apologies.Cause.BUG, event.message(), Optional.of(state))
                .<Effect>map(words -> new Effect.Say(words, Lane.ANSWER, Optional.empty()))
                .stream()
                .toList();
        return new Decision(state, effects);
    }

    private Draft write(Event event, StateCache.Held before, Decision decision, Instant now) {
        var history = new ArrayList<HistoryEntry>();
        var outbox = new ArrayList<TurnRecord.Outgoing>();
        boolean dropWakeUps = false;
        boolean forget = false;
        for (Effect effect : decision.effects()) {
            switch (effect) {
                case Effect.Say say -> outbox.add(write(event, say));
                case Effect.Remember(Completion completion) -> history.add(write(completion));
                case Effect.DropWakeUps _ -> dropWakeUps = true;
                case Effect.Forget _ -> forget = true;
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
                forget);
        return new Draft(turn, decision.state(), bytes(plan, before));
    }

    private TurnRecord.Outgoing write(Event event, Effect.Say say) {
        return new TurnRecord.Outgoing(
                event.message().address(),
                event.message().replyHandle(),
                say.lane(),
                codec.writeMessage(say.message()),
                say.then(),
                event.circumstances());
    }

    private HistoryEntry write(Completion completion) {
        return new HistoryEntry(completion.id(), completion.endedAt(), codec.writeCompletion(completion));
    }

    private TurnRecord.PlanChange planChange(UserState before, UserState after) {
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
        long bound = 1;
        for (int digit = 0; digit < ID_DIGITS; digit++) {
            bound *= Character.MAX_RADIX;
        }
        String digits = Long.toString(ThreadLocalRandom.current().nextLong(bound), Character.MAX_RADIX);
        return String.format(Locale.ROOT, "%" + ID_DIGITS + "s", digits).replace(' ', '0');
    }
}
