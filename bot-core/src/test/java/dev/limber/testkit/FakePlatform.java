package dev.limber.testkit;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.Limits;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Pace;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.PrivateInvitation;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.chat.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A chat platform in memory that behaves like a real one: it keeps chats, edits in place, refuses what does not fit, and
 * fails when told to. Safe for use by many threads.
 */
public final class FakePlatform implements ChatPlatform {
    public static final String BOT = "limber";
    private static final Limits LIMITS = new Limits(2_000, 5, 5, true);

    private final Platform id;
    private final InstantSource clock;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Address, List<Post>> chats = new HashMap<>();
    private final Map<Address, Queue<Fault>> faults = new HashMap<>();
    private final Map<Address, Fault> lastingFaults = new HashMap<>();
    private final Set<Address> shared = new HashSet<>();
    private final Set<UserId> managers = new HashSet<>();
    private final Set<Address> inDelivery = new HashSet<>();
    private final List<Envelope> attempts = new ArrayList<>();
    private volatile Pace pace = Pace.unlimited();
    private List<CommandSpec> commands = List.of();
    private int publications;
    private int overlaps;

    public FakePlatform(String id, InstantSource clock) {
        this.id = new Platform(id);
        this.clock = clock;
    }

    /**
     * A message in a chat.
     *
     * @param delivery the one that it came with, or that edited it last
     */
    public record Post(MessageRef ref, DeliveryId delivery, OutgoingMessage message, int edits) {}

    @Override
    public Platform id() {
        return id;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Duration recognisesRepeatsFor() {
        return Duration.ZERO;
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public synchronized void publish(List<CommandSpec> specs) {
        if (!commands.equals(specs)) {
            commands = List.copyOf(specs);
            publications++;
        }
    }

    @Override
    public synchronized boolean mayManage(UserId user, Address address) {
        return !shared.contains(address) || managers.contains(user);
    }

    @Override
    public Delivery deliver(Envelope envelope) {
        Optional<Fault> fault = begin(envelope);
        try {
            return fault.isPresent() ? suffer(fault.get(), envelope) : show(envelope);
        } finally {
            end(envelope);
        }
    }

    private synchronized Optional<Fault> begin(Envelope envelope) {
        attempts.add(envelope);
        if (!inDelivery.add(envelope.to())) {
            overlaps++;
        }
        Queue<Fault> next = faults.get(envelope.to());
        return Optional.ofNullable(next == null ? null : next.poll())
                .or(() -> Optional.ofNullable(lastingFaults.get(envelope.to())));
    }

    private synchronized void end(Envelope envelope) {
        inDelivery.remove(envelope.to());
    }

    private Delivery suffer(Fault fault, Envelope envelope) {
        return switch (fault) {
            case Fault.Answers(Delivery outcome) -> outcome;
            case Fault.ShownButUnknown _ -> {
                show(envelope);
                yield new Delivery.OutcomeUnknown("the connection broke");
            }
            case Fault.Throws(RuntimeException bug) -> throw bug;
            case Fault.Hangs(var until) -> {
                try {
                    until.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    yield new Delivery.OutcomeUnknown("interrupted");
                }
                yield show(envelope);
            }
        };
    }

    private synchronized Delivery show(Envelope envelope) {
        Optional<String> objection = objection(envelope);
        if (objection.isPresent()) {
            return new Delivery.Failed(objection.get());
        }
        if (mustHide(envelope)) {
            return envelope.message()
                    .invitation()
                    .map(invitation -> post(envelope, asMessage(invitation)))
                    .orElseGet(Delivery.Withheld::new);
        }
        Optional<MessageRef> replaced = envelope.message().replaces();
        return replaced.isPresent()
                ? edit(chat(envelope.to()), replaced.get(), envelope)
                : post(envelope, envelope.message());
    }

    private List<Post> chat(Address address) {
        return chats.computeIfAbsent(address, _ -> new ArrayList<>());
    }

    private Delivery post(Envelope envelope, OutgoingMessage message) {
        var ref = new MessageRef(envelope.to(), Long.toString(ids.incrementAndGet()));
        chat(envelope.to()).add(new Post(ref, envelope.id(), message, 0));
        return new Delivery.Delivered(ref);
    }

    private static Delivery edit(List<Post> chat, MessageRef ref, Envelope envelope) {
        for (int i = 0; i < chat.size(); i++) {
            Post post = chat.get(i);
            if (post.ref().equals(ref)) {
                chat.set(i, new Post(ref, envelope.id(), envelope.message(), post.edits() + 1));
                return new Delivery.Delivered(ref);
            }
        }
        return new Delivery.NotEditable();
    }

    /** Why a real platform would not take it. */
    private Optional<String> objection(Envelope envelope) {
        if (!envelope.to().platform().equals(id)) {
            return Optional.of("an address of " + envelope.to().platform());
        }
        Shown shown = Shown.plain(envelope.message());
        if (shown.text().length() > LIMITS.textCharacters()) {
            return Optional.of("message is too long");
        }
        if (shown.buttons().size() > LIMITS.buttonRows() * LIMITS.buttonsPerRow()) {
            return Optional.of("too many buttons");
        }
        return Optional.empty();
    }

    private boolean mustHide(Envelope envelope) {
        return envelope.message().audience() instanceof Audience.OnlyPerson
                && shared.contains(envelope.to())
                && !canWhisper(envelope);
    }

    private static OutgoingMessage asMessage(PrivateInvitation invitation) {
        return OutgoingMessage.of(
                new Audience.Everyone(),
                List.of(Block.Text.of(
                        TextStyle.BODY,
                        invitation.words() + " (" + invitation.label() + ": /start " + invitation.start() + ")")),
                List.of(),
                Optional.empty());
    }

    /** Only an answer to what somebody just did can be shown to that person alone. */
    private boolean canWhisper(Envelope envelope) {
        return envelope.replyHandle()
                .filter(handle -> clock.instant().isBefore(handle.expiresAt()))
                .isPresent();
    }

    // What tests do to it

    /** The private chat of a person. */
    public Address privateChat(UserId user) {
        return new Address(id, BOT, user.id(), Optional.empty());
    }

    public UserId user(String name) {
        return new UserId(id, name);
    }

    public synchronized Address sharedChat(String chat) {
        var address = new Address(id, BOT, chat, Optional.empty());
        shared.add(address);
        return address;
    }

    public synchronized void letManage(UserId user) {
        managers.add(user);
    }

    public void setPace(Pace value) {
        pace = value;
    }

    /** The next deliveries to the address fail, each with one of these. */
    public synchronized void failNext(Address address, Fault... next) {
        faults.computeIfAbsent(address, _ -> new ArrayDeque<>()).addAll(List.of(next));
    }

    /** All deliveries to the address fail. */
    public synchronized void failAlways(Address address, Fault fault) {
        lastingFaults.put(address, fault);
    }

    public synchronized void heal(Address address) {
        lastingFaults.remove(address);
    }

    /** What happens when a person does something in their private chat. */
    public IncomingMessage event(UserId user, Body body) {
        return new IncomingMessage(
                "u" + ids.incrementAndGet(),
                user,
                privateChat(user),
                true,
                Optional.of(privateChat(user)),
                Optional.of(Locale.ENGLISH),
                Optional.empty(),
                body);
    }

    public IncomingMessage text(UserId user, String text) {
        return event(user, new Body.TextWritten(text));
    }

    // What tests look at

    /** All messages of a chat, as they are now. */
    public synchronized List<Post> posts(Address address) {
        return List.copyOf(chats.getOrDefault(address, List.of()));
    }

    /** What everybody in the chat can see. */
    public synchronized List<Shown> shown(Address address) {
        boolean many = shared.contains(address);
        return posts(address).stream()
                .map(Post::message)
                .filter(message -> !many || message.audience() instanceof Audience.Everyone)
                .map(Shown::plain)
                .toList();
    }

    public List<String> texts(Address address) {
        return shown(address).stream().map(Shown::text).toList();
    }

    /** All calls of deliver, in order. */
    public synchronized List<Envelope> attempts() {
        return List.copyOf(attempts);
    }

    public synchronized long attempts(Address address) {
        return attempts.stream()
                .filter(envelope -> envelope.to().equals(address))
                .count();
    }

    /** How often two deliveries to one address ran at once, which must not be. */
    public synchronized int overlaps() {
        return overlaps;
    }

    public synchronized List<CommandSpec> commands() {
        return commands;
    }

    /** How often the commands were really sent. */
    public synchronized int publications() {
        return publications;
    }
}
