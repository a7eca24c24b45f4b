package dev.limber.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.app.cli.Console;
import dev.limber.app.config.Config;
import dev.limber.app.config.ConfigReader;
import dev.limber.app.config.ConfigResult;
import dev.limber.app.config.Machine;
import dev.limber.core.runtime.RuntimeConfig;
import dev.limber.testkit.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two platforms in one process. */
class SideBySideTest {
    private static final String GO_ON = "Limber goes on in Two without One.\n";

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> journal = new CopyOnWriteArrayList<>();
    private final AtomicBoolean serving = new AtomicBoolean();
    private final FakeOnline one = new FakeOnline("One", clock, journal::add);
    private final FakeOnline two = new FakeOnline("Two", clock, journal::add);
    private CompletableFuture<Void> served = new CompletableFuture<>();
    private Running running;

    @BeforeEach
    void serve() {
        var machine = new Machine(Map.of(), folder, folder, Optional.empty(), ZoneOffset.UTC);
        var console = new Console(
                machine,
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
        running =
                Opening.begin(config(machine), RuntimeConfig.standard(), clock).await();
        List<ConfiguredPlatform> platforms = Stream.of(one, two)
                .map(platform -> new ConfiguredPlatform(platform.id(), platform.name(), false, () -> platform))
                .toList();
        var sideBySide = new SideBySide(running, console, () -> serving.set(true));
        served = CompletableFuture.runAsync(
                () -> sideBySide.serve(platforms),
                task -> Thread.ofPlatform().daemon().start(task));
    }

    @AfterEach
    void close() {
        running.close();
    }

    private static Config config(Machine machine) {
        return switch (ConfigReader.read(machine)) {
            case ConfigResult.Loaded loaded -> loaded.config();
            case ConfigResult.Faulty faulty -> throw new AssertionError(faulty);
        };
    }

    @Test
    void one_that_begins_slowly_holds_up_no_other_and_nothing_is_delivered_there_before() {
        two.begins();
        awaitSaid("Limber answers in Two as @limber. Ctrl-C ends it.\n");
        one.annWrites();
        two.annWrites();
        await().until(() -> two.answers() == 1);
        assertThat(one.attempts()).isZero();

        one.begins();
        await().until(() -> one.answers() == 1);
        awaitSaid(
                "Limber answers in Two as @limber. Ctrl-C ends it.\nLimber answers in One as @limber. Ctrl-C ends it.\n");
        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(one.commands()).isPositive().isEqualTo(two.commands());
    }

    @Test
    void one_that_cannot_be_reached_yet_is_waited_for() {
        one.isNotThereYet();
        two.begins();
        await().until(() -> said().contains("Limber answers in Two"));
        one.annWrites();
        await().until(() ->
                said().contains("One cannot be reached yet, and Limber keeps trying (no route). Ctrl-C ends it.\n"));
        assertThat(one.attempts()).isZero();

        one.introducesItself();
        await().until(() -> said().contains("Limber answers in One as @limber. Ctrl-C ends it.\n"));
        await().until(() -> one.answers() == 1);
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void one_that_is_impossible_is_told_of_and_the_other_goes_on() {
        two.begins();
        awaitSaid("Limber answers in Two as @limber. Ctrl-C ends it.\n");
        one.cannotBegin();
        awaitComplaint("Check the token of One.\n" + GO_ON);

        one.annWrites();
        two.annWrites();
        await().until(() -> two.answers() == 1);
        assertThat(one.attempts()).isZero();
        assertThat(served).isNotDone();
    }

    @Test
    void that_it_goes_on_is_said_only_when_it_is_known() {
        one.cannotBegin();
        awaitComplaint("Check the token of One.\n");
        assertThat(serving).isFalse();

        two.isNotThereYet();
        awaitComplaint("Check the token of One.\n" + GO_ON);
        assertThat(serving).isTrue();
    }

    @Test
    void where_none_can_begin_it_ends_with_their_sentences_alone() {
        one.cannotBegin();
        awaitComplaint("Check the token of One.\n");
        two.cannotBegin();
        awaitServed();

        assertThat(err.toString(UTF_8)).isEqualTo("Check the token of One.\nCheck the token of Two.\n");
        assertThat(said()).isEmpty();
        assertThat(serving).isFalse();
    }

    @Test
    void one_may_end_later_and_the_last_ends_it_all() {
        one.begins();
        two.begins();
        one.annWrites();
        await().until(() -> one.answers() == 1);
        await().until(() -> said().lines().count() == 2);

        one.ends();
        awaitComplaint("One wants us no more.\n" + GO_ON);
        one.annWrites();
        two.annWrites();
        await().until(() -> two.answers() == 1);
        assertThat(one.attempts()).isEqualTo(1);

        two.ends();
        awaitServed();
        assertThat(err.toString(UTF_8)).isEqualTo("One wants us no more.\n" + GO_ON + "Two wants us no more.\n");
    }

    @Test
    void a_bug_of_one_is_its_own() {
        two.begins();
        await().until(() -> said().contains("Limber answers in Two"));
        one.breaks();

        awaitComplaint("One cannot be served because of a fault in Limber; the log tells more.\n" + GO_ON);
        assertThat(served).isNotDone();
    }

    @Test
    void at_the_end_all_stop_taking_together_and_are_let_go_together_when_all_is_said() {
        one.begins();
        two.begins();
        await().until(() -> said().lines().count() == 2);
        var both = new CountDownLatch(2);
        one.meanwhile(() -> meet(both));
        two.meanwhile(() -> {
            meet(both);
            if (two.answers() == 0) {
                two.annWrites();
            }
        });

        running.close();

        assertThat(journal).hasSize(4);
        assertThat(journal.subList(0, 2)).containsExactlyInAnyOrder("One stops taking", "Two stops taking");
        assertThat(journal.subList(2, 4)).containsExactlyInAnyOrder("One is let go", "Two is let go");
        assertThat(two.answers()).isEqualTo(1);
    }

    /** Returns when the others are here, too. */
    private void meet(CountDownLatch all) {
        all.countDown();
        try {
            if (!all.await(20, TimeUnit.SECONDS)) {
                journal.add("nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String said() {
        return out.toString(UTF_8);
    }

    private void awaitSaid(String words) {
        await().untilAsserted(() -> assertThat(said()).isEqualTo(words));
    }

    private void awaitComplaint(String words) {
        await().untilAsserted(() -> assertThat(err.toString(UTF_8)).isEqualTo(words));
    }

    private void awaitServed() {
        served.orTimeout(20, TimeUnit.SECONDS).join();
    }
}
