package dev.limber.app;

import dev.limber.app.cli.Console;
import dev.limber.core.chat.Beginning;
import dev.limber.core.chat.OnlinePlatform;
import dev.limber.core.runtime.Limber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Platforms that are served side by side, each with a fate of its own: those that every instance of Limber serves at once,
 * and those whose turn it is here. They begin at once; what happens to any of them is handled in one thread, in order.
 */
final class SideBySide {
    private static final Logger LOG = LoggerFactory.getLogger(SideBySide.class);
    private static final Executor BEGINNING =
            task -> Thread.ofPlatform().daemon().name("beginning").start(task);

    private final Running running;
    private final Console console;
    private final Runnable whenServing;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    /** Those that are not lost, whether it is known yet that they can be served or not. */
    private final Set<ConfiguredPlatform> left = new LinkedHashSet<>();
    /** Those whose turn it is here. */
    private final Map<ConfiguredPlatform, OnlinePlatform> current = new HashMap<>();
    /** Those that can be served, or wait for their turn. */
    private final Set<ConfiguredPlatform> possible = new LinkedHashSet<>();
    /** Those to which is delivered. */
    private final Set<OnlinePlatform> started = new HashSet<>();
    /** Those that were lost, of which it is not said yet that it goes on without them. */
    private final List<ConfiguredPlatform> missed = new ArrayList<>();

    /** @param whenServing is run as soon as there is more to tell than why nothing can be served; perhaps several times */
    SideBySide(Running running, Console console, Runnable whenServing) {
        this.running = running;
        this.console = console;
        this.whenServing = whenServing;
    }

    private sealed interface Event {
        ConfiguredPlatform of();

        record Seated(ConfiguredPlatform of) implements Event {}

        record Unseated(ConfiguredPlatform of) implements Event {}

        record Decided(ConfiguredPlatform of, OnlinePlatform platform, Beginning beginning) implements Event {}

        record Introduced(ConfiguredPlatform of, OnlinePlatform platform, String account) implements Event {}

        record Ended(ConfiguredPlatform of, OnlinePlatform platform, String reason) implements Event {}

        record Broke(ConfiguredPlatform of, OnlinePlatform platform, Throwable bug) implements Event {}
    }

    /** Serves until the last has ended, and has said why. */
    void serve(List<ConfiguredPlatform> platforms) {
        left.addAll(platforms);
        platforms.forEach(this::enter);
        try {
            while (!left.isEmpty()) {
                Event event = events.take();
                if (left.contains(event.of())) {
                    handle(event);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enter(ConfiguredPlatform platform) {
        if (platform.servedByAll()) {
            begin(platform);
            return;
        }
        running.seek(platform.id(), new Limber.Candidate() {
            @Override
            public void seated() {
                events.add(new Event.Seated(platform));
            }

            @Override
            public void unseated() {
                events.add(new Event.Unseated(platform));
            }
        });
        if (!running.isSeated(platform.id())) {
            standBy(platform);
        }
    }

    private void standBy(ConfiguredPlatform platform) {
        possible.add(platform);
        whenServing.run();
        say(
                running.isKnownToOthers()
                        ? "Another Limber serves " + platform.name()
                                + "; this one takes over when that is gone. Ctrl-C ends it."
                        : "The database does not answer, so another Limber may serve " + platform.name()
                                + "; this one goes on when it can. Ctrl-C ends it.");
        tellOfMissed();
    }

    private void begin(ConfiguredPlatform of) {
        OnlinePlatform platform = of.maker().get();
        current.put(of, platform);
        running.take(platform);
        expect(
                of,
                platform,
                CompletableFuture.supplyAsync(() -> platform.begin(running.inbox()), BEGINNING),
                beginning -> new Event.Decided(of, platform, beginning));
    }

    private <T> void expect(
            ConfiguredPlatform of, OnlinePlatform platform, CompletionStage<T> stage, Function<T, Event> asEvent) {
        stage.whenComplete((value, failure) ->
                events.add(failure == null ? asEvent.apply(value) : new Event.Broke(of, platform, failure)));
    }

    private void handle(Event event) {
        switch (event) {
            case Event.Seated(ConfiguredPlatform of) -> seated(of);
            case Event.Unseated(ConfiguredPlatform of) -> unseated(of);
            case Event.Decided(var of, var platform, Beginning beginning)
            when isCurrent(of, platform) -> decided(of, platform, beginning);
            case Event.Introduced(var of, var platform, String account)
            when isCurrent(of, platform) -> introduced(of, platform, account);
            case Event.Ended(var of, var platform, String reason) when isCurrent(of, platform) -> lost(of, reason);
            case Event.Broke(var of, var platform, Throwable bug) when isCurrent(of, platform) -> broke(of, bug);
            case Event.Decided _, Event.Introduced _, Event.Ended _, Event.Broke _ ->
                LOG.debug("{}: of an earlier turn: {}", event.of().name(), event);
        }
    }

    private boolean isCurrent(ConfiguredPlatform of, OnlinePlatform platform) {
        return platform.equals(current.get(of));
    }

    private void seated(ConfiguredPlatform of) {
        if (!current.containsKey(of)) {
            begin(of);
        }
    }

    private void unseated(ConfiguredPlatform of) {
        OnlinePlatform platform = current.remove(of);
        if (platform != null) {
            started.remove(platform);
            running.letGo(platform);
            standBy(of);
        }
    }

    private void decided(ConfiguredPlatform of, OnlinePlatform platform, Beginning beginning) {
        switch (beginning) {
            case Beginning.Began _ -> {
                start(platform);
                goOn(of, platform);
            }
            case Beginning.NotYet(String reason) -> {
                say(of.name() + " cannot be reached yet, and Limber keeps trying (" + reason + "). Ctrl-C ends it.");
                goOn(of, platform);
            }
            case Beginning.Impossible(String reason) -> lost(of, reason);
        }
    }

    private void goOn(ConfiguredPlatform of, OnlinePlatform platform) {
        possible.add(of);
        whenServing.run();
        tellOfMissed();
        expect(of, platform, platform.introduced(), account -> new Event.Introduced(of, platform, account));
        expect(of, platform, platform.end(), reason -> new Event.Ended(of, platform, reason));
    }

    private void introduced(ConfiguredPlatform of, OnlinePlatform platform, String account) {
        start(platform);
        say("Limber answers in " + of.name() + " as " + account + ". Ctrl-C ends it.");
    }

    /** Nothing that is owed is delivered before it is known that the token is one: it would count as refused. */
    private void start(OnlinePlatform platform) {
        if (started.add(platform)) {
            running.start(platform);
        }
    }

    private void broke(ConfiguredPlatform of, Throwable bug) {
        LOG.error("{} ended by an exception", of.name(), bug);
        whenServing.run();
        lost(of, of.name() + " cannot be served because of a fault in Limber; the log tells more.");
    }

    private void lost(ConfiguredPlatform of, String reason) {
        left.remove(of);
        possible.remove(of);
        Optional.ofNullable(current.get(of)).ifPresent(running::lose);
        running.renounce(of.id());
        missed.add(of);
        LOG.error("{} is not served: {}", of.name(), reason);
        complain(reason);
        tellOfMissed();
    }

    private void tellOfMissed() {
        if (!possible.isEmpty() && !missed.isEmpty()) {
            String words = "Limber goes on in " + names(possible) + " without " + names(missed) + ".";
            missed.clear();
            LOG.warn("{}", words);
            complain(words);
        }
    }

    private static String names(Collection<ConfiguredPlatform> platforms) {
        return platforms.stream().map(ConfiguredPlatform::name).collect(Collectors.joining(" and "));
    }

    private void say(String words) {
        console.out().println(words);
        console.out().flush();
    }

    private void complain(String words) {
        console.err().println(words);
        console.err().flush();
    }
}
