package dev.limber.core.coach;

import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Piece;
import dev.limber.core.chat.PrivateInvitation;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.session.CueAfter;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Offer;
import dev.limber.core.session.UserState;
import dev.limber.core.text.Intent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A message in the making, with the texts of the person's language. */
final class Prompt {
    private static final int FIRST_REVISIONS = 1 << 24;

    private final Turn turn;
    private final List<Block> blocks = new ArrayList<>();
    private final List<List<Choice>> rows = new ArrayList<>();
    private Privacy privacy = Privacy.NONE;
    private Optional<String> way = Optional.empty();
    private Optional<String> announcement = Optional.empty();
    private Optional<String> instead = Optional.empty();

    Prompt(Turn turn) {
        this.turn = turn;
    }

    /**
     * A message.
     *
     * @param state in which its buttons are the current ones
     * @param urgent whether the person had better stop and look
     */
    record Composed(OutgoingMessage message, UserState state, boolean urgent) {}

    /** For the person alone; an answer like any other. */
    Prompt onlyPerson() {
        return onlyPerson(Privacy.ANSWER);
    }

    Prompt onlyPerson(Privacy occasion) {
        privacy = occasion;
        return this;
    }

    /** For the person alone; where that cannot be, these words are there for all instead. */
    Prompt instead(String key, Map<String, ?> arguments) {
        privacy = Privacy.ASIDE;
        instead = Optional.of(turn.text(key, arguments));
        return this;
    }

    /** What the private chat hands to the start command, where it is not what {@link Turn#wayToPrivateAnswer} says. */
    Prompt foundWith(Command command) {
        return foundWith(command.name());
    }

    Prompt foundWith(String start) {
        way = Optional.of(start);
        return this;
    }

    /** One line that answers the command that led here, where one did and others saw it. */
    Prompt announced(String key, Map<String, ?> arguments) {
        announcement = turn.mayAnnounce() && privacy == Privacy.NONE
                ? Optional.of(turn.text(key, arguments))
                : Optional.empty();
        return this;
    }

    Prompt title(String key) {
        return title(key, Map.of());
    }

    Prompt title(String key, Map<String, ?> arguments) {
        return add(TextStyle.TITLE, key, arguments);
    }

    Prompt line(String key) {
        return line(key, Map.of());
    }

    Prompt line(String key, Map<String, ?> arguments) {
        return add(TextStyle.BODY, key, arguments);
    }

    Prompt quiet(String key) {
        return quiet(key, Map.of());
    }

    Prompt quiet(String key, Map<String, ?> arguments) {
        return add(TextStyle.QUIET, key, arguments);
    }

    /** A line that is in the person's language already. */
    Prompt words(TextStyle style, String words) {
        blocks.add(Block.Text.of(style, words));
        return this;
    }

    /** All lines under a key. */
    Prompt list(TextStyle style, String key) {
        turn.phrases().patterns(key).forEach(line -> words(style, turn.phrases().format(line, Map.of())));
        return this;
    }

    /** All lines under a key, each with a bullet. */
    Prompt bullets(String key) {
        turn.phrases()
                .patterns(key)
                .forEach(line ->
                        line("list.bullet", Map.of("text", turn.phrases().format(line, Map.of()))));
        return this;
    }

    Prompt picture(Block.Picture picture) {
        blocks.add(picture);
        return this;
    }

    /** For whoever keeps the pace by hand: the lines before tell how long as well. */
    Prompt hold(Duration time) {
        blocks.add(new Block.Hold(time));
        return this;
    }

    Prompt document(String name, String mediaType, String content) {
        blocks.add(new Block.Document(name, mediaType, content));
        return this;
    }

    Prompt row(Choice... choices) {
        return row(List.of(choices));
    }

    Prompt row(List<Choice> choices) {
        if (!choices.isEmpty()) {
            rows.add(List.copyOf(choices));
        }
        return this;
    }

    Choice choice(String labelKey, ButtonAction action) {
        return new Choice(turn.text(labelKey), action, ButtonStyle.NORMAL);
    }

    Choice primary(String labelKey, ButtonAction action) {
        return new Choice(turn.text(labelKey), action, ButtonStyle.PRIMARY);
    }

    Choice danger(String labelKey, ButtonAction action) {
        return new Choice(turn.text(labelKey), action, ButtonStyle.DANGER);
    }

    Choice word(String labelKey, Intent intent) {
        return choice(labelKey, new ButtonAction.Steer(intent));
    }

    void say() {
        say(Lane.ANSWER);
    }

    void say(Lane lane) {
        turn.utter(compose(), lane, Optional.empty());
    }

    /** Says it unasked, when the platform's pace allows. */
    void sayAsNudge() {
        say(Lane.NUDGE);
    }

    /** The same, or not at all where that would be in the person's quiet hours. */
    void sayAsNudgeUnlessQuiet() {
        turn.utterUnlessQuiet(compose());
    }

    /** Says it, and asks to be woken some time after it was delivered. */
    void say(CueAfter then) {
        turn.utter(compose(), Lane.ANSWER, Optional.of(then));
    }

    /** Says it before all else in this turn; without buttons that do not last, for they would be of an earlier message. */
    void sayFirst() {
        turn.utterFirst(compose().message());
    }

    private Prompt add(TextStyle style, String key, Map<String, ?> arguments) {
        List<Piece> pieces = turn.phrases().pieces(key, arguments);
        blocks.add(new Block.Text(style, pieces));
        return this;
    }

    private Composed compose() {
        UserState state = turn.state();
        boolean onlyLasting =
                rows.stream().flatMap(List::stream).allMatch(choice -> choice.action() instanceof ButtonAction.Lasting);
        int revision = onlyLasting ? state.revision() : nextRevision(state);
        List<List<Button>> buttons = rows.stream()
                .map(row -> row.stream().map(choice -> button(choice, revision)).toList())
                .toList();
        boolean onlyPerson = privacy != Privacy.NONE;
        Audience audience = onlyPerson ? new Audience.OnlyPerson(turn.context().user()) : new Audience.Everyone();
        // What one person alone may see never takes the place of what others have seen.
        boolean mayReplace = turn.context().privateChat() || !onlyPerson;
        var message = new OutgoingMessage(
                audience,
                blocks,
                buttons,
                mayReplace ? turn.replaceable() : Optional.empty(),
                invitation(),
                announcement);
        List<Offer> offers = buttons.stream()
                .flatMap(List::stream)
                .map(button -> new Offer(button.label(), button.data()))
                .toList();
        // What has been asked is still answered by its own buttons, and by typing their labels.
        boolean keepsOffers = offers.isEmpty() || (onlyLasting && !(state.dialogue() instanceof Dialogue.None));
        UserState after = keepsOffers ? state : state.withOffers(offers, revision);
        return new Composed(message, after, privacy == Privacy.URGENT);
    }

    private Optional<PrivateInvitation> invitation() {
        if (turn.context().privateChat() || turn.hasInvited()) {
            return Optional.empty();
        }
        return instead.or(() -> privacy.invitation().map(turn::text))
                .map(words -> new PrivateInvitation(
                        words, turn.text("invitation.open"), way.orElseGet(turn::wayToPrivateAnswer)));
    }

    /** Begins anywhere: a button from before somebody was forgotten, or of somebody else, is not taken for a current one. */
    private int nextRevision(UserState state) {
        return state.revision() == 0
                ? 1 + Math.floorMod(turn.context().freshId().hashCode(), FIRST_REVISIONS)
                : state.revision() + 1;
    }

    private static Button button(Choice choice, int revision) {
        String label = choice.label();
        String fitting = label.length() <= Button.MAX_LABEL_CHARACTERS
                ? label
                : label.substring(0, label.offsetByCodePoints(0, Button.MAX_LABEL_CHARACTERS / 2 - 1)) + "…";
        int of = choice.action() instanceof ButtonAction.Lasting ? 0 : revision;
        return new Button(fitting, ButtonCodec.encode(choice.action(), of), choice.style());
    }
}
