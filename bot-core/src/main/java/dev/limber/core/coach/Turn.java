package dev.limber.core.coach;

import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.nudge.NudgePhrase;
import dev.limber.core.nudge.NudgePhrases;
import dev.limber.core.session.CueAfter;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Pace;
import dev.limber.core.session.Stretch;
import dev.limber.core.session.UserState;
import dev.limber.core.text.Phrases;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One decision in the making: what is known, and what has been decided so far. Lives for one call, on one thread. */
final class Turn {
    private final Context context;
    private final UserState before;
    private final List<Effect> effects = new ArrayList<>();
    private UserState state;
    private final Stage stage;
    private Optional<MessageRef> replaceable;
    private Optional<Command> answered = Optional.empty();
    private boolean called;
    private boolean urgent;
    private boolean nudgeCameDue;

    /** @param replaceable the message to edit with the first thing that is said */
    Turn(UserState state, Context context, Optional<MessageRef> replaceable) {
        this(state, context, replaceable, new OwnStage());
    }

    Turn(UserState state, Context context, Optional<MessageRef> replaceable, Stage stage) {
        this.before = state;
        this.state = state;
        this.context = context;
        this.replaceable = replaceable;
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }

    Context context() {
        return context;
    }

    Instant now() {
        return context.now();
    }

    UserState state() {
        return state;
    }

    void become(UserState newState) {
        this.state = newState;
    }

    void ask(Dialogue dialogue) {
        become(state.withDialogue(dialogue));
    }

    void stretch(Stretch stretch) {
        become(state.withStretch(Optional.of(stretch)));
    }

    /** No cue comes between a question and its answer. */
    void pauseHandsFree() {
        state.stretch()
                .filter(Stretch::isHandsFree)
                .ifPresent(stretch -> stretch(stretch.withPace(new Pace.Paused(true))));
    }

    /** Whatever is under way waits for the person's word. */
    void pause() {
        state.stretch()
                .filter(stretch -> !stretch.isPaused())
                .ifPresent(stretch -> stretch(stretch.withPace(new Pace.Paused(stretch.goesOnByItself()))));
    }

    /** What the person chose; else that of the routine under way, to its very end; else what a new one is planned in. */
    Locale language() {
        return state.language()
                .or(() -> state.stretch()
                        .or(before::stretch)
                        .flatMap(stretch -> stretch.plan().language())
                        .flatMap(context.content().phrasebook()::findLanguage))
                .orElseGet(this::languageOfNewPlans);
    }

    /** What the person chose, else what their client speaks. */
    Locale languageOfNewPlans() {
        return state.language()
                .or(() -> context.languageHint()
                        .flatMap(hint -> context.content().phrasebook().findLanguage(hint)))
                .orElse(context.defaults().language());
    }

    ZoneId zone() {
        return state.zone().orElse(context.defaults().zone());
    }

    ZonedDateTime localNow() {
        return now().atZone(zone());
    }

    LocalDate today() {
        return localNow().toLocalDate();
    }

    /** Says and understands in the person's language when to nudge. */
    NudgePhrase nudgePhrase() {
        return NudgePhrases.of(context.content()).in(language());
    }

    Phrases phrases() {
        return context.content().phrasebook().in(language());
    }

    String text(String key) {
        return phrases().say(key);
    }

    String text(String key, Map<String, ?> arguments) {
        return phrases().say(key, arguments);
    }

    Prompt prompt() {
        return new Prompt(this);
    }

    /** What leads through a routine: for the person alone where it was begun so. */
    Prompt routinePrompt() {
        boolean alone =
                state.stretch().or(before::stretch).filter(Stretch::alone).isPresent();
        return alone ? prompt().onlyPerson() : prompt();
    }

    /** Says one line, without buttons. */
    void say(String key) {
        prompt().line(key).say();
    }

    void say(String key, Map<String, ?> arguments) {
        prompt().line(key, arguments).say();
    }

    void effect(Effect effect) {
        effects.add(effect);
    }

    void utter(Prompt.Composed composed, Lane lane, Optional<CueAfter> then) {
        become(composed.state());
        effects.add(new Effect.Say(composed.message(), lane, then));
        replaceable = Optional.empty();
        urgent |= composed.urgent();
    }

    void utterUnlessQuiet(Prompt.Composed composed) {
        become(composed.state());
        Optional<Instant> quietFrom = state.preferences().quietHours().map(hours -> hours.nextStart(localNow()));
        effects.add(new Effect.Say(composed.message(), Lane.NUDGE, Optional.empty(), quietFrom));
    }

    /** Says it before what has been said in this turn; it has no buttons. */
    void utterFirst(OutgoingMessage message) {
        effects.addFirst(new Effect.Say(message, Lane.ANSWER, Optional.empty()));
    }

    /** Whether something was said over which nothing else matters now. */
    boolean isUrgent() {
        return urgent;
    }

    /** Its next occurrence is to be planned, whatever else changed. */
    void nudgeCameDue() {
        nudgeCameDue = true;
    }

    /** Nothing that is said in this turn takes the place of what is shown. */
    void keepWhatIsShown() {
        replaceable = Optional.empty();
    }

    Optional<MessageRef> replaceable() {
        return replaceable;
    }

    /** What is said from now on answers this command. */
    void answer(Command command) {
        answered = Optional.of(command);
    }

    /** It answers a command that was called as such, not a button or a word that does the same. */
    void countAsCalled() {
        called = true;
    }

    /** Whether what is said to everyone here is to be announced: once, and only where others saw the command. */
    boolean mayAnnounce() {
        return called
                && !context.privateChat()
                && effects.stream()
                        .noneMatch(effect -> effect instanceof Effect.Say say
                                && say.message().announcement().isPresent());
    }

    /** What leads somebody in a private chat to what is said for them alone. */
    String wayToPrivateAnswer() {
        return answered.filter(Command::onlyPerson).map(Command::name).orElse(Whereabouts.HERE);
    }

    /** One line in a shared chat is enough, however much there is to be said in private. */
    boolean hasInvited() {
        return effects.stream()
                .anyMatch(effect -> effect instanceof Effect.Say say
                        && say.message().invitation().isPresent());
    }

    /** Cues that were asked for before this turn are dropped when it moved the routine on. */
    Decision decision() {
        boolean wasHandsFree = before.stretch().map(Stretch::isHandsFree).orElse(false);
        boolean sameBeat = before.stretch()
                .flatMap(was -> state.stretch()
                        .map(is -> is.plan().id().equals(was.plan().id()) && is.beat() == was.beat()))
                .orElse(false);
        if (wasHandsFree && !sameBeat) {
            effects.addFirst(new Effect.DropWakeUps());
        }
        if (!effects.contains(new Effect.Forget())) {
            effects.addAll(NudgePlans.effects(before, this, nudgeCameDue));
        }
        return new Decision(state, effects);
    }
}
