package dev.limber.core.runtime;

import dev.limber.core.exercise.Fault;
import dev.limber.core.text.Content;
import dev.limber.core.text.ContentReader;
import dev.limber.core.text.ContentReading;
import dev.limber.core.text.Pack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The content that is served now. An author's folder is looked at from time to time; what changed there is taken over as
 * a whole, or, where anything is wrong with it, refused as a whole, and then what was served before goes on being served.
 */
public final class LiveContent implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LiveContent.class);

    private final Pack base;
    private final Optional<Path> folder;
    private final Duration interval;
    private final Consumer<Content> onChange;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Content current;
    private @Nullable Pack seen;
    private @Nullable Thread watcher;

    /**
     * Reads the content; {@link #start} then keeps it up to date.
     *
     * @param base the pack that comes with Limber
     * @param folder the author's pack on top of it
     * @param interval between two looks at the folder
     * @param onChange gets each new content after the first, on the thread that looks
     * @throws IllegalStateException where the base itself has faults
     */
    public LiveContent(Pack base, Optional<Path> folder, Duration interval, Consumer<Content> onChange) {
        this.base = base;
        this.folder = folder;
        this.interval = interval;
        this.onChange = onChange;
        this.current = folder.flatMap(this::readAuthors).orElseGet(() -> readBase(base));
    }

    /** What is served now; the same object until something changes. */
    public Content current() {
        return current;
    }

    /** Begins to watch the author's folder, if there is one. */
    public synchronized void start() {
        if (folder.isPresent() && watcher == null) {
            Path watched = folder.get();
            watcher = Thread.ofVirtual().name("content-watch").start(() -> watch(watched));
        }
    }

    /** Stops watching; what is served stays. Returns when no look is under way any more. */
    @Override
    public synchronized void close() {
        closed.countDown();
        if (watcher != null) {
            try {
                watcher.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void watch(Path watched) {
        try {
            while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                look(watched);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Path watched) {
        try {
            readAuthors(watched).ifPresent(content -> {
                current = content;
                onChange.accept(content);
            });
        } catch (RuntimeException bug) {
            log.error("Looking for changed content in {} failed; what was served before goes on", watched, bug);
        }
    }

    /** The whole pack is compared, not times of change: packs are small, and clocks and copies mislead. */
    private Optional<Content> readAuthors(Path watched) {
        Pack authors = Pack.ofFolder(watched);
        if (authors.equals(seen)) {
            return Optional.empty();
        }
        seen = authors;
        return switch (ContentReader.read(List.of(base, authors))) {
            case ContentReading.Accepted(Content content, List<Fault> warnings) -> {
                warnings.forEach(warning -> log.warn("Content in {}: {}", watched, warning));
                log.info(
                        "Content from {} is served: {} exercises, {} routines, version {}",
                        watched,
                        content.catalog().exercises().size(),
                        content.catalog().routines().size(),
                        content.version().substring(0, 12));
                yield Optional.of(content);
            }
            case ContentReading.Refused(List<Fault> faults) -> {
                log.error("Content from {} is refused; what was served before goes on:\n{}", watched, lines(faults));
                yield Optional.empty();
            }
        };
    }

    private static Content readBase(Pack base) {
        return switch (ContentReader.read(List.of(base))) {
            case ContentReading.Accepted(Content content, List<Fault> _) -> content;
            case ContentReading.Refused(List<Fault> faults) ->
                throw new IllegalStateException("the pack '" + base.name() + "' has faults:\n" + lines(faults));
        };
    }

    private static String lines(List<Fault> faults) {
        return faults.stream().map(fault -> "  " + fault).collect(Collectors.joining("\n"));
    }
}
