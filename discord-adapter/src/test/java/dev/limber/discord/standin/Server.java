package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.testkit.http.Json;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server with its people and channels, which the bot is in or not. */
public final class Server {
    private final World world;
    private final long id;
    private final String name;
    private final long managerRole;
    private final Person owner;
    private final Set<Person> members = new LinkedHashSet<>();
    private final Set<Person> managers = new LinkedHashSet<>();
    private final List<Channel> channels = new CopyOnWriteArrayList<>();
    private volatile String locale = "en-US";
    private volatile boolean hasBot;

    Server(World world, String name, boolean hasBot, List<Person> people) {
        this.world = world;
        this.id = world.ids().next();
        this.managerRole = world.ids().next();
        this.name = name;
        this.owner = new Person(world, "Owner of " + name, "en-US");
        this.hasBot = hasBot;
        members.add(owner);
        members.addAll(people);
        channels.add(world.newChannel(Channel.Kind.TEXT, "general", Optional.of(this), Optional.empty(), List.of()));
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

    /** The channel that each server has from its start. */
    public Channel general() {
        return channels.getFirst();
    }

    public Channel channel(String wanted) {
        return channels.stream()
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no channel " + wanted + " in " + name));
    }

    /** All channels, threads included. */
    public List<Channel> channels() {
        return List.copyOf(channels);
    }

    /** A new text channel. */
    public Channel open(String title) {
        Channel made = world.newChannel(Channel.Kind.TEXT, title, Optional.of(this), Optional.empty(), List.of());
        channels.add(made);
        tell("CHANNEL_CREATE", Forms.channel(made));
        return made;
    }

    Channel openThread(Channel parent, String title) {
        Channel made = world.newChannel(Channel.Kind.THREAD, title, Optional.of(this), Optional.of(parent), List.of());
        channels.add(made);
        tell("THREAD_CREATE", Forms.channel(made).put("newly_created", true));
        return made;
    }

    void close(Channel channel) {
        channels.remove(channel);
        channels.removeIf(each -> each.parent().equals(Optional.of(channel)));
        tell(channel.kind() == Channel.Kind.THREAD ? "THREAD_DELETE" : "CHANNEL_DELETE", Forms.channel(channel));
    }

    public void join(Person... people) {
        for (Person person : Arrays.asList(people)) {
            synchronized (this) {
                members.add(person);
            }
            tell("GUILD_MEMBER_ADD", Forms.member(this, person).put("guild_id", Long.toString(id)));
        }
    }

    void remove(Person person) {
        synchronized (this) {
            members.remove(person);
            managers.remove(person);
        }
        tell(
                "GUILD_MEMBER_REMOVE",
                Json.object().put("guild_id", Long.toString(id)).set("user", Forms.user(person)));
    }

    /** The person gets the role whose holders may manage the server. */
    public void makeManager(Person person) {
        synchronized (this) {
            managers.add(person);
        }
        tell("GUILD_MEMBER_UPDATE", Forms.member(this, person).put("guild_id", Long.toString(id)));
    }

    /** The bot is thrown out. */
    public void kickBot() {
        tell("GUILD_DELETE", Json.object().put("id", Long.toString(id)));
        hasBot = false;
    }

    /** The bot is added. */
    public void addBot() {
        hasBot = true;
        tell("GUILD_CREATE", Forms.guild(this));
    }

    public boolean hasBot() {
        return hasBot;
    }

    synchronized boolean has(Person person) {
        return members.contains(person);
    }

    synchronized boolean isManager(Person person) {
        return managers.contains(person);
    }

    synchronized List<Person> members() {
        return List.copyOf(members);
    }

    Person owner() {
        return owner;
    }

    long managerRole() {
        return managerRole;
    }

    World world() {
        return world;
    }

    Set<Permission> permissions(Person person) {
        if (person == owner) {
            return EnumSet.allOf(Permission.class);
        }
        EnumSet<Permission> permissions = Permission.usual();
        if (isManager(person)) {
            permissions.add(Permission.MANAGE_SERVER);
        }
        return permissions;
    }

    /** Tells the bot what happens here, where it is here. */
    void tell(String type, JsonNode data) {
        if (hasBot) {
            world.tell(type, data, OptionalLong.of(id));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
