package dev.limber.app.ops;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.Gauges;
import dev.limber.core.runtime.RuntimeObserver;
import dev.limber.core.session.Lane;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Counts what the coach does. {@code docs/operations.md} says of each number what it means; all are there from the start,
 * so that nobody mistakes one that has not happened yet for one that is not counted.
 */
final class Meters implements RuntimeObserver, AutoCloseable {
    private static final Duration[] QUICK = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10)
    };
    private static final Duration[] SLOW = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Timer turnTime = Timer.builder("limber.turn")
            .description("How long turns take, from the state that is read to the one that is stored")
            .serviceLevelObjectives(QUICK)
            .register(registry);
    private final Timer nudgeLag = Timer.builder("limber.nudge.lag")
            .description("How long after their time scheduled messages are taken up")
            .serviceLevelObjectives(SLOW)
            .register(registry);
    private final MeterProvider<Counter> turns = Counter.builder("limber.turns")
            .description("Turns that were taken and stored")
            .withRegistry(registry);
    private final MeterProvider<Counter> sends = Counter.builder("limber.sends")
            .description("Attempts to deliver a message")
            .withRegistry(registry);
    private final MeterProvider<Counter> nudges = Counter.builder("limber.nudges")
            .description("What became of scheduled messages")
            .withRegistry(registry);
    private final MeterProvider<Timer> sendTime = Timer.builder("limber.send")
            .description("How long the platform takes for one attempt to deliver a message")
            .serviceLevelObjectives(QUICK)
            .withRegistry(registry);

    Meters(Watched watched) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        amount(watched, "limber.busy", "subjects", "Those whose turns are being taken", Gauges::busySubjects);
        amount(watched, "limber.cached", "states", "Those whose state is in memory", Gauges::cachedStates);
        amount(watched, "limber.pending", "wakeups", "Wake-ups that are due soon", Gauges::wakeUps);
        Gauge.builder("limber.leader", () -> watched.leads().getAsBoolean() ? 1 : 0)
                .description("Whether this instance sends scheduled messages")
                .register(registry);
        watched.platforms().forEach(presence -> platform(watched, presence));
        turns.withTag("kind", Labels.TEXT);
        nudges.withTag("decision", Labels.SENT);
    }

    private void amount(Watched watched, String name, String unit, String description, ToIntFunction<Gauges> amount) {
        Gauge.builder(name, () -> amount.applyAsInt(watched.gauges().get()))
                .baseUnit(unit)
                .description(description)
                .register(registry);
    }

    private void platform(Watched watched, Presence presence) {
        Gauge.builder(
                        "limber.poll.age",
                        () -> presence.silence(watched.clock().instant())
                                .map(silence -> silence.toMillis() / 1_000.0)
                                .orElse(Double.NaN))
                .baseUnit("seconds")
                .tag("platform", presence.id().toString())
                .description("How long ago the platform was last known to answer")
                .register(registry);
        for (Lane lane : Lane.values()) {
            Tags where = where(presence.id(), lane);
            Gauge.builder("limber.queue", () -> queued(watched.gauges().get(), presence.id(), lane))
                    .baseUnit("messages")
                    .tags(where)
                    .description("Messages in memory that are to be delivered")
                    .register(registry);
            sends.withTags(where.and("outcome", Labels.DELIVERED));
            sendTime.withTags(where);
        }
    }

    private static int queued(Gauges gauges, Platform platform, Lane lane) {
        return gauges.queued().getOrDefault(platform, Map.of()).getOrDefault(lane, 0);
    }

    private static Tags where(Platform platform, Lane lane) {
        return Tags.of("platform", platform.toString(), "lane", lane.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void turnTaken(Body body, Duration took) {
        turns.withTag("kind", Labels.of(body)).increment();
        turnTime.record(took);
    }

    @Override
    public void delivered(Platform platform, Lane lane, Delivery outcome, Duration took) {
        Tags where = where(platform, lane);
        sends.withTags(where.and("outcome", Labels.of(outcome))).increment();
        sendTime.withTags(where).record(took);
    }

    @Override
    public void nudgeClaimed(Duration lateness) {
        nudgeLag.record(lateness.isNegative() ? Duration.ZERO : lateness);
    }

    @Override
    public void nudgeDecided(String decision) {
        nudges.withTag("decision", decision).increment();
    }

    /** All of it, in the text format of Prometheus. */
    String page() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
