package dev.limber.core.coach;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.UserId;
import dev.limber.core.nudge.NudgePhrase;
import dev.limber.core.nudge.NudgePhrases;
import dev.limber.core.session.ChatState;
import dev.limber.core.session.Stretch;
import dev.limber.core.session.Together;
import dev.limber.core.session.UserState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One decision of a chat in the making. What it says to all is said like to a person: for that the chat has a {@link Turn}
 * as if it were one, with its language, its zone, and the routine that is done together.
 */
final class GroupTurn {
    private final Context context;
    private final Turn voice;
    private ChatState state;
    private boolean replan;
    private Optional<Due> due = Optional.empty();

    private record Due(String nudge, Instant occurrence) {}

    private GroupTurn(ChatState state, Context context, Optional<MessageRef> replaceable) {
        this.context = context;
        this.state = state.withAttendance(state.attendance().on(today(state, context)));
        this.voice = new Turn(asPerson(this.state), context, replaceable, new GroupStage(this));
    }

    /** @param replaceable the message to edit with the first thing that is said to all */
    static GroupTurn begin(ChatState state, Context context, Optional<MessageRef> replaceable) {
        return new GroupTurn(state, context, replaceable);
    }

    private static UserState asPerson(ChatState state) {
        return UserState.initial()
                .withLanguage(state.language())
                .withZone(state.zone())
                .withStretch(state.stretch())
                .withOffers(List.of(), state.revision());
    }

    private static LocalDate today(ChatState state, Context context) {
        ZoneId zone = state.zone().orElse(context.defaults().zone());
        return LocalDate.ofInstant(context.now(), zone);
    }

    Context context() {
        return context;
    }

    Instant now() {
        return context.now();
    }

    UserId user() {
        return context.user();
    }

    ZoneId zone() {
        return voice.zone();
    }

    ZonedDateTime localNow() {
        return now().atZone(zone());
    }

    LocalDate today() {
        return localNow().toLocalDate();
    }

    ChatState state() {
        return state;
    }

    /** What is done together is {@link #together(Together)}'s. */
    void become(ChatState newState) {
        state = newState;
        voice.become(voice.state().withLanguage(state.language()).withZone(state.zone()));
    }

    /** The routine under way, where there is one. */
    Optional<Together> together() {
        Optional<Stretch> stretch = voice.state().stretch();
        return state.together().flatMap(kept -> stretch.map(kept::withStretch));
    }

    void together(Together together) {
        state = state.withTogether(Optional.of(together));
        voice.stretch(together.stretch());
    }

    void endTogether() {
        state = state.withTogether(Optional.empty());
        voice.become(voice.state().withStretch(Optional.empty()));
    }

    /** The chat as if it were a person. */
    Turn voice() {
        return voice;
    }

    Prompt prompt() {
        return voice.prompt();
    }

    void say(String key, Map<String, ?> arguments) {
        voice.say(key, arguments);
    }

    void effect(Effect effect) {
        voice.effect(effect);
    }

    /** What was pressed is also a matter between this person and the coach. */
    void pass(Body.ButtonPressed pressed) {
        effect(new Effect.Pass(
                user(), new Body.ButtonPressed(pressed.data(), pressed.message(), Optional.empty(), false)));
    }

    /**
     * A line for whoever did something, in their own language; where that cannot be kept private, what they typed is
     * answered by the same line for all. Short enough to be shown for a moment.
     */
    void aside(String key, Map<String, ?> arguments) {
        Turn own = ownVoice();
        own.prompt().instead(key, arguments).line(key, arguments).say();
        own.decision().effects().forEach(this::effect);
    }

    void aside(String key) {
        aside(key, Map.of());
    }

    /** Speaks to whoever did something, and in their language. */
    Turn ownVoice() {
        UserState own = UserState.initial()
                .withLanguage(
                        context.standing().language().or(() -> speaksAsChat() ? state.language() : Optional.empty()))
                .withZone(state.zone());
        return new Turn(own, context, Optional.empty());
    }

    /** Whether nobody is known to have done it but the chat itself. */
    private boolean speaksAsChat() {
        return GroupCoach.speaksAsChat(user(), context.address());
    }

    /** Reads what is typed in the language of who types it. */
    NudgePhrase ownPhrase() {
        return NudgePhrases.of(context.content()).in(ownVoice().language());
    }

    /** Says to all what a rule is. */
    NudgePhrase phrase() {
        return NudgePhrases.of(context.content()).in(voice.language());
    }

    /** What is planned is to be planned anew at the end of this turn. */
    void replan() {
        replan = true;
    }

    /** The same after a nudge was taken up, perhaps late: what came due since is still to come. */
    void replanAfter(String nudge, Instant occurrence) {
        replan = true;
        due = Optional.of(new Due(nudge, occurrence));
    }

    /** After when the next occurrence of a nudge is looked for. */
    Instant plansAfter(String nudge) {
        return due.filter(each -> !each.nudge().equals(nudge))
                .map(each -> each.occurrence().minusMillis(1))
                .map(just -> state.lastNudge()
                        .map(ChatState.Said::occurrence)
                        .filter(just::isBefore)
                        .orElse(just))
                .filter(now()::isAfter)
                .orElse(now());
    }

    GroupDecision decision() {
        if (replan) {
            become(GroupNudge.withoutPast(this));
            effect(GroupNudge.plan(this));
        }
        Decision said = voice.decision();
        ChatState after =
                state.withTogether(together()).withRevision(voice.state().revision());
        return new GroupDecision(after, said.effects());
    }
}
