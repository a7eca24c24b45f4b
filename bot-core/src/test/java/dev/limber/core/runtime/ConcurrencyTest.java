package dev.limber.core.runtime;

import static dev.limber.core.runtime.Parrot.say;
import static dev.limber.core.runtime.Parrot.sayThen;
import static dev.limber.core.runtime.Parrot.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.Receipt;
import dev.limber.core.chat.UserId;
import dev.limber.testkit.Severed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many at once, several instances, and ends without a farewell. */
class ConcurrencyTest {
    private final Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void a_person_on_two_devices_at_once_loses_nothing_and_each_device_keeps_its_order() throws Exception {
        Limber limber = rig.start();
        int each = 150;
        try (var devices = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> done : devices.invokeAll(List.of(use(limber, "phone", each), use(limber, "laptop", each)))) {
                done.get();
            }
        }

        await().until(() -> rig.store.owedCount() == 0);
        List<String> texts = rig.platform.texts(rig.annsChat);
        assertThat(texts).hasSize(2 * each);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(texts.get(i)).startsWith((i + 1) + " ");
        }
        assertThat(ofDevice(texts, "phone"))
                .isEqualTo(IntStream.range(0, each).boxed().toList());
        assertThat(ofDevice(texts, "laptop"))
                .isEqualTo(IntStream.range(0, each).boxed().toList());
    }

    private Callable<Integer> use(Limber limber, String device, int times) {
        return () ->
                IntStream.range(0, times)
                        .mapToObj(i -> limber.accept(rig.platform.text(rig.ann, device + " " + i)))
                        .toList()
                        .stream()
                        .mapToInt(stage ->
                                stage.toCompletableFuture().join().owed().size())
                        .sum();
    }

    private static List<Integer> ofDevice(List<String> texts, String device) {
        return texts.stream()
                .filter(text -> text.contains(device))
                .map(text -> Integer.valueOf(text.substring(text.lastIndexOf(' ') + 1)))
                .toList();
    }

    @Test
    void a_thousand_people_at_once_are_each_answered_in_order() {
        Limber limber = rig.start();
        int people = 1_000;
        int each = 5;
        List<CompletableFuture<Receipt>> stages = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            for (int p = 0; p < people; p++) {
                stages.add(limber.accept(rig.platform.text(rig.platform.user("p" + p), "m" + i))
                        .toCompletableFuture());
            }
        }
        stages.forEach(CompletableFuture::join);

        await().atMost(Duration.ofSeconds(30)).until(() -> rig.store.owedCount() == 0);
        for (int p = 0; p < people; p++) {
            assertThat(rig.platform.texts(rig.platform.privateChat(rig.platform.user("p" + p))))
                    .containsExactly("1 m0", "2 m1", "3 m2", "4 m3", "5 m4");
        }
        assertThat(rig.platform.overlaps()).isZero();
        await().until(() -> limber.busy() == 0);
    }

    @Test
    void the_same_event_many_times_at_once_is_handled_once() {
        Limber limber = rig.start();
        IncomingMessage message = rig.platform.text(rig.ann, "hello");

        long answered =
                IntStream.range(0, 100).mapToObj(_ -> limber.accept(message).toCompletableFuture()).toList().stream()
                        .filter(stage -> !stage.join().owed().isEmpty())
                        .count();

        assertThat(answered).isEqualTo(1);
        rig.awaitTexts(rig.annsChat, "1 hello");
    }

    @Test
    void two_instances_on_one_store_lose_no_turn_of_anybody() {
        Limber one = rig.start();
        Limber two = rig.start();
        int each = 60;
        List<CompletableFuture<Receipt>> stages = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            stages.add(one.accept(rig.platform.text(rig.ann, "one")).toCompletableFuture());
            stages.add(two.accept(rig.platform.text(rig.ann, "two")).toCompletableFuture());
        }
        long stored = stages.stream().filter(ConcurrencyTest::succeeded).count();

        assertThat(rig.stateOf(rig.ann).revision()).isEqualTo((int) stored);
        assertThat(stored).isGreaterThanOrEqualTo(each);
        await().until(() -> rig.store.owedCount() == 0);
        List<String> texts = rig.platform.texts(rig.annsChat);
        Set<Integer> numbers = new HashSet<>();
        texts.stream()
                .filter(text -> Character.isDigit(text.charAt(0)))
                .forEach(text -> numbers.add(Integer.valueOf(text.substring(0, text.indexOf(' ')))));
        assertThat(numbers).hasSize((int) stored);
    }

    /** Where both write all the time, one may have to give up: then the event is refused, not lost. */
    private static boolean succeeded(CompletableFuture<Receipt> stage) {
        try {
            return !stage.join().owed().isEmpty();
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(StoreException.class);
            return false;
        }
    }

    @RepeatedTest(5)
    void an_instance_that_is_killed_loses_nothing_that_was_acknowledged() {
        int people = 60;
        rig.parrot.on("cue", (state, _) -> turn(state, sayThen("hold", Duration.ofSeconds(30), "over")));
        var severed = new Severed();
        var doomed = new Limber(severed.store(rig.store), rig.parrot.mind(), rig.clock, Rig.QUICK);
        doomed.start(List.<ChatPlatform>of(severed.platform(rig.platform)));
        Set<UserId> acknowledged = ConcurrentHashMap.newKeySet();
        for (int p = 0; p < people; p++) {
            UserId person = rig.platform.user("p" + p);
            doomed.accept(rig.platform.text(person, "cue")).thenAccept(_ -> acknowledged.add(person));
        }
        await().until(() -> acknowledged.size() > people / 3);

        severed.sever();
        Set<UserId> promised = Set.copyOf(acknowledged);
        rig.start();

        await().until(() -> rig.store.owedCount() == 0);
        assertThat(promised).allSatisfy(person -> {
            assertThat(rig.stateOf(person).revision()).isEqualTo(1);
            // An answer whose fate is unknown may come twice, but it comes.
            assertThat(rig.platform.texts(rig.platform.privateChat(person)))
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(2)
                    .containsOnly("hold");
        });
        rig.clock.advance(Duration.ofMinutes(1));
        await().untilAsserted(() -> assertThat(promised)
                .allSatisfy(person -> assertThat(rig.platform.texts(rig.platform.privateChat(person)))
                        .endsWith("2 woken over")
                        .containsOnlyOnce("2 woken over")));
    }

    @Test
    void what_was_delivered_and_noted_down_before_a_kill_is_not_repeated() {
        var severed = new Severed();
        var doomed = new Limber(severed.store(rig.store), rig.parrot.mind(), rig.clock, Rig.QUICK);
        doomed.start(List.<ChatPlatform>of(severed.platform(rig.platform)));
        for (int i = 0; i < 20; i++) {
            rig.say(doomed, rig.ann, "hello");
        }
        await().until(() -> rig.store.owedCount() == 0);
        severed.sever();

        rig.say(rig.start(), rig.ann, "again");

        await().until(() -> rig.store.owedCount() == 0);
        assertThat(rig.platform.texts(rig.annsChat)).hasSize(21).endsWith("21 again");
    }

    @Test
    void the_cache_is_bounded_by_what_the_states_weigh() {
        Limber limber = rig.start(Rig.QUICK.withCacheBytes(50_000));
        for (int p = 0; p < 1_000; p++) {
            rig.say(limber, rig.platform.user("p" + p), "hello");
        }

        assertThat(limber.cached()).isBetween(1, 150);
        rig.parrot.on("still", (state, _) -> turn(state, say(Parrot.remembered(state))));
        rig.say(limber, rig.platform.user("p0"), "still");
        rig.awaitTexts(rig.platform.privateChat(rig.platform.user("p0")), "1 hello", "hello");
    }

    @Test
    void nothing_remains_in_memory_when_all_is_delivered() {
        Limber limber = rig.start();
        for (int i = 0; i < 300; i++) {
            rig.say(limber, rig.platform.user("p" + i), "hello");
        }

        await().untilAsserted(() -> assertThat(limber.busy()).isZero());
        assertThat(rig.store.owedCount()).isZero();
    }
}
