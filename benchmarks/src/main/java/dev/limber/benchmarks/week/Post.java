package dev.limber.benchmarks.week;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.Limits;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.Pace;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** A platform that writes into people's diaries what they are told. */
final class Post implements ChatPlatform {
    private static final int RADIX = 36;

    private final List<Person> people;
    private final InstantSource clock;
    private final Queue<Person> nudged = new ConcurrentLinkedQueue<>();
    private final Queue<String> astray = new ConcurrentLinkedQueue<>();
    private final AtomicLong delivered = new AtomicLong();

    Post(List<Person> people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    /** Who was nudged since this was asked last. */
    List<Person> takeNudged() {
        var taken = new ArrayList<Person>();
        for (Person next = nudged.poll(); next != null; next = nudged.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** What came to somebody whose it was not. */
    List<String> astray() {
        return List.copyOf(astray);
    }

    long delivered() {
        return delivered.get();
    }

    @Override
    public Delivery deliver(Envelope envelope) {
        Person person = people.get(Integer.parseInt(envelope.to().chat()));
        if (!envelope.to().equals(person.chat) || !envelope.owner().equals(Optional.of(person.user))) {
            astray.add(envelope.toString());
        }
        List<String> buttons = envelope.message().buttons().stream()
                .flatMap(List::stream)
                .map(Button::data)
                .toList();
        person.lastButtons = buttons;
        kind(buttons).ifPresent(kind -> {
            person.told.add(new Told(clock.instant().getEpochSecond() / 60, kind, occurrence(buttons)));
            person.nudgeButtons = buttons;
            nudged.add(person);
        });
        long id = delivered.incrementAndGet();
        return new Delivery.Delivered(new MessageRef(envelope.to(), Long.toString(id)));
    }

    private static Optional<Told.Kind> kind(List<String> buttons) {
        if (buttons.stream().anyMatch(data -> is(data, "ngo"))) {
            return Optional.of(Told.Kind.NUDGE);
        } else if (buttons.stream().anyMatch(data -> is(data, "nleave"))) {
            return Optional.of(Told.Kind.QUESTION);
        }
        return buttons.size() == 1 && buttons.getFirst().endsWith(":nudge:on")
                ? Optional.of(Told.Kind.FAREWELL)
                : Optional.empty();
    }

    /** Whether a button has a code. */
    static boolean is(String data, String code) {
        String[] parts = data.split(":", 4);
        return parts.length > 2 && parts[2].equals(code);
    }

    private static long occurrence(List<String> buttons) {
        return buttons.stream()
                .filter(data -> is(data, "ngo"))
                .findFirst()
                .map(data -> Long.parseLong(data.split("[:.]", 0)[4], RADIX))
                .orElse(-1L);
    }

    @Override
    public Platform id() {
        return People.PLATFORM;
    }

    @Override
    public Limits limits() {
        return new Limits(4_096, 5, 10, true);
    }

    @Override
    public Duration recognisesRepeatsFor() {
        return Duration.ZERO;
    }

    @Override
    public Pace pace() {
        return Pace.unlimited();
    }

    @Override
    public void publish(List<CommandSpec> commands) {
        // There is no menu to show them in.
    }

    @Override
    public boolean mayManage(UserId user, Address address) {
        return true;
    }
}
