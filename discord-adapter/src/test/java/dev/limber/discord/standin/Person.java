package dev.limber.discord.standin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Somebody who chats. What they do arrives at the bot as an event, where it may see it. */
public final class Person {
    private final World world;
    private final long id;
    private final String name;
    private final Channel own;
    private volatile String locale;
    private volatile boolean blocked;
    private volatile boolean closed;
    private volatile boolean installed;

    Person(World world, String name, String locale) {
        this.world = world;
        this.id = world.ids().next();
        this.name = name;
        this.locale = locale;
        this.own = world.newChannel(Channel.Kind.BOT_DM, name, Optional.empty(), Optional.empty(), List.of(this));
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String locale() {
        return locale;
    }

    public void setLocale(String code) {
        locale = code;
    }

    /** The direct messages with the bot. */
    public Channel dm() {
        return own;
    }

    /** How a message names them. */
    public String mention() {
        return "<@" + id + ">";
    }

    /** The app comes along with this person, whether the bot is in a server or not. */
    public void installsApp() {
        installed = true;
    }

    public void uninstallsApp() {
        installed = false;
    }

    boolean hasInstalled() {
        return installed;
    }

    /** A command with no options. */
    public Interaction slash(Channel channel, String command) {
        return slash(channel, command, Map.of());
    }

    /**
     * A command, once the bot has published it.
     *
     * @throws IllegalStateException where this person is not offered it there
     */
    public Interaction slash(Channel channel, String command, Map<String, String> options) {
        return world.acts().slash(this, channel, command, options);
    }

    /** The options of a command, as they are published. */
    List<String> options(String command) {
        return world.acts().options(command);
    }

    /** The start of an option is typed, and choices are proposed. */
    public Interaction types(Channel channel, String command, String option, String partial) {
        return world.acts().types(this, channel, command, option, partial);
    }

    /**
     * A button that is there now is pressed.
     *
     * @throws NoSuchElementException where there is none with this label, or where it is disabled or opens a link
     */
    public Interaction presses(Posted message, String label) {
        if (message.deleted() || !message.isSeenBy(this)) {
            throw new NoSuchElementException(name + " does not see " + message);
        }
        String customId = message.buttons().stream()
                .filter(button -> button.label().equals(label) && !button.disabled())
                .findFirst()
                .flatMap(Button::customId)
                .orElseThrow(() ->
                        new NoSuchElementException("There is no '" + label + "' to press among " + message.labels()));
        return pressesOld(message, customId);
    }

    /** A client that is behind presses what is not there any more; the message may even be deleted. */
    public Interaction pressesOld(Posted message, String customId) {
        return world.acts().uses(this, message, Components.BUTTON, customId, List.of());
    }

    /**
     * Choices of a menu, by their labels.
     *
     * @throws NoSuchElementException where no menu has them
     */
    public Interaction selects(Posted message, String... labels) {
        if (message.deleted() || !message.isSeenBy(this)) {
            throw new NoSuchElementException(name + " does not see " + message);
        }
        return world.acts().selects(this, message, Arrays.asList(labels));
    }

    public Posted writes(Channel channel, String text) {
        return say(Posted.Frame.by(this, channel), text);
    }

    /** @param ping whether the author of the message is told, which is what clients do unless it is turned off */
    public Posted replies(Posted message, String text, boolean ping) {
        if (message.isEphemeral()) {
            throw new IllegalStateException("Nobody can reply to what only one person sees");
        }
        return say(Posted.Frame.by(this, message.channel()).replying(message, ping), text);
    }

    /** The text begins with a mention of the bot. */
    public Posted mentions(Channel channel, String text) {
        return writes(channel, world.botMention() + " " + text);
    }

    private Posted say(Posted.Frame frame, String text) {
        if (frame.channel() == own && blocked) {
            throw new IllegalStateException(name + " has blocked the bot");
        }
        frame.channel().checkSeenBy(this);
        return frame.channel().say(frame, Content.text(text));
    }

    /** A message of their own gets another text. */
    public void edits(Posted message, String text) {
        message.channel().edit(message, Content.text(text));
    }

    /** A message of their own goes. */
    public void deletes(Posted message) {
        message.channel().remove(message);
    }

    /** What only this person sees can be dismissed; the bot is not told. */
    public void dismisses(Posted message) {
        if (!message.isEphemeral() || !message.isSeenBy(this)) {
            throw new IllegalStateException("Only what one person alone sees can be dismissed");
        }
        message.channel().remove(message);
    }

    public void blocks() {
        blocked = true;
    }

    public void unblocks() {
        blocked = false;
    }

    /** No direct messages from servers any more. */
    public void closesDms() {
        closed = true;
    }

    public void opensDms() {
        closed = false;
    }

    public void leaves(Server server) {
        server.remove(this);
    }

    /** Whether the bot may write to them. */
    void checkReachable() {
        if (blocked || closed) {
            throw Refusal.of(Trouble.CANNOT_SEND_TO_USER);
        }
        if (!installed && world.servers().stream().noneMatch(server -> server.hasBot() && server.has(this))) {
            throw Refusal.of(Trouble.NO_MUTUAL_SERVERS);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
