package dev.limber.core.runtime;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.Limits;
import dev.limber.core.chat.Pace;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import dev.limber.testkit.FakePlatform;
import dev.limber.testkit.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Notes when each message reaches a platform. */
final class TimedPlatform implements ChatPlatform {
    private final FakePlatform platform;
    private final List<Arrival> arrivals = new ArrayList<>();

    TimedPlatform(FakePlatform platform) {
        this.platform = platform;
    }

    /** @param nanos by {@link System#nanoTime} */
    record Arrival(long nanos, DeliveryId id, Address to, String text) {
        Duration since(Arrival earlier) {
            return Duration.ofNanos(nanos - earlier.nanos);
        }
    }

    @Override
    public Delivery deliver(Envelope envelope) {
        var arrival = new Arrival(
                System.nanoTime(),
                envelope.id(),
                envelope.to(),
                Shown.plain(envelope.message()).text());
        synchronized (arrivals) {
            arrivals.add(arrival);
        }
        return platform.deliver(envelope);
    }

    /** In the order of their arrival. */
    List<Arrival> arrivals() {
        synchronized (arrivals) {
            return List.copyOf(arrivals);
        }
    }

    List<Arrival> arrivals(String text) {
        return arrivals(arrival -> arrival.text().equals(text));
    }

    List<Arrival> arrivals(Predicate<Arrival> which) {
        return arrivals().stream().filter(which).toList();
    }

    @Override
    public Platform id() {
        return platform.id();
    }

    @Override
    public Limits limits() {
        return platform.limits();
    }

    @Override
    public Duration recognisesRepeatsFor() {
        return platform.recognisesRepeatsFor();
    }

    @Override
    public Pace pace() {
        return platform.pace();
    }

    @Override
    public void publish(List<CommandSpec> commands) {
        platform.publish(commands);
    }

    @Override
    public boolean mayManage(UserId user, Address address) {
        return platform.mayManage(user, address);
    }
}
