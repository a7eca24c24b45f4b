package dev.limber.app;

import dev.limber.app.cli.Console;
import dev.limber.core.chat.Beginning;
import dev.limber.core.chat.OnlinePlatform;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
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
 * Platforms that are served side by side, each with a fate of its own. They begin at once; what happens to any of them is
 * handled in one thread, in order.
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
    private final Set<OnlinePlatform> left = new LinkedHashSet<>();
    /** Those that can be served. */
    private final Set<OnlinePlatform> possible = new LinkedHashSet<>();
    /** Those to which is delivered. */
    private final Set<OnlinePlatform> started = new LinkedHashSet<>();
    /** Those that were lost, of which it is not said yet that it goes on without them. */
    private final List<OnlinePlatform> missed = new ArrayList<>();

    /** @param whenServing is run as soon as there is more to tell than why nothing can be served; perhaps several times */
    SideBySide(Running running, Console console, Runnable whenServing) {
        this.running = running;
        this.console = console;
        this.whenServing = whenServing;
    }

    private sealed interface Event {
        record Decided(OnlinePlatform platform, Beginning beginning) implements Event {}

        record Introduced(OnlinePlatform platform, String account) implements Event {}

        record Ended(OnlinePlatform platform, String reason) implements Event {}

        record Broke(OnlinePlatform platform, Throwable bug) implements Event {}
    }

    /** Serves until the last has ended, and has said why. */
    void serve(List<OnlinePlatform> platforms) {
        left.addAll(platforms);
        platforms.forEach(platform -> expect(
                platform,
                CompletableFuture.supplyAsync(() -> platform.begin(running.inbox()), BEGINNING),
                beginning -> new Event.Decided(platform, beginning)));
        try {
            while (!left.isEmpty()) {
                handle(events.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> void expect(OnlinePlatform platform, CompletionStage<T> stage, Function<T, Event> asEvent) {
        stage.whenComplete((value, failure) ->
                events.add(failure == null ? asEvent.apply(value) : new Event.Broke(platform, failure)));
    }

    private void handle(Event event) {
        switch (event) {
            case Event.Decided(OnlinePlatform platform, Beginning beginning) -> decided(platform, beginning);
            case Event.Introduced(OnlinePlatform platform, String account) -> introduced(platform, account);
            case Event.Ended(OnlinePlatform platform, String reason) -> lost(platform, reason);
            case Event.Broke(OnlinePlatform platform, Throwable bug) -> broke(platform, bug);
        }
    }

    private void decided(OnlinePlatform platform, Beginning beginning) {
        switch (beginning) {
            case Beginning.Began _ -> {
                start(platform);
                goOn(platform);
            }
            case Beginning.NotYet(String reason) -> {
                say(platform.name() + " cannot be reached yet, and Limber keeps trying (" + reason
                        + "). Ctrl-C ends it.");
                goOn(platform);
            }
            case Beginning.Impossible(String reason) -> lost(platform, reason);
        }
    }

    private void goOn(OnlinePlatform platform) {
        possible.add(platform);
        whenServing.run();
        tellOfMissed();
        expect(platform, platform.introduced(), account -> new Event.Introduced(platform, account));
        expect(platform, platform.end(), reason -> new Event.Ended(platform, reason));
    }

    private void introduced(OnlinePlatform platform, String account) {
        if (left.contains(platform)) {
            start(platform);
            say("Limber answers in " + platform.name() + " as " + account + ". Ctrl-C ends it.");
        }
    }

    /** Nothing that is owed is delivered before it is known that the token is one: it would count as refused. */
    private void start(OnlinePlatform platform) {
        if (started.add(platform)) {
            running.start(platform);
        }
    }

    private void broke(OnlinePlatform platform, Throwable bug) {
        LOG.error("{} ended by an exception", platform.name(), bug);
        whenServing.run();
        lost(platform, platform.name() + " cannot be served because of a fault in Limber; the log tells more.");
    }

    private void lost(OnlinePlatform platform, String reason) {
        if (left.remove(platform)) {
            possible.remove(platform);
            running.stop(platform);
            missed.add(platform);
            LOG.error("{} is not served: {}", platform.name(), reason);
            complain(reason);
            tellOfMissed();
        }
    }

    private void tellOfMissed() {
        if (!possible.isEmpty() && !missed.isEmpty()) {
            String words = "Limber goes on in " + names(possible) + " without " + names(missed) + ".";
            missed.clear();
            LOG.warn("{}", words);
            complain(words);
        }
    }

    private static String names(Collection<OnlinePlatform> platforms) {
        return platforms.stream().map(OnlinePlatform::name).collect(Collectors.joining(" and "));
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
