package dev.limber.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.Inbox;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Receipt;
import dev.limber.core.chat.Suggestion;
import dev.limber.core.chat.UserId;
import dev.limber.telegram.standin.Fault;
import dev.limber.telegram.standin.Person;
import dev.limber.telegram.standin.Posted;
import dev.limber.telegram.standin.Room;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How updates come in by polling, whatever happens. */
class PollingTest {
    private final Rig rig = Rig.open();
    private final Person ann = rig.ann();
    private final Room room = ann.privately();

    @AfterEach
    void close() {
        assertThat(rig.api.violations()).isEmpty();
        rig.close();
    }

    @Test
    void nothingIsConfirmedBeforeItIsStored() {
        rig.store.breakDown();
        ann.says(room, "one");
        await().until(() -> rig.api.calls("getUpdates").size() >= 4);
        assertThat(rig.api.pending()).isEqualTo(1);

        rig.store.repair();
        room.awaitLast(posted -> posted.text().equals("1 one"));
        await().until(() -> rig.api.pending() == 0);
    }

    @Test
    @Tag("long")
    void whatWasHandledIsRecognisedWhenItComesAgain() {
        String said = """
                {"update_id": 900, "message": {"message_id": 900, "date": 1764090000, "text": "again",
                    "from": {"id": %d, "is_bot": false, "first_name": "Ann"},
                    "chat": {"id": %d, "type": "private"}}}""".formatted(ann.id(), room.id());
        rig.api.enqueueRaw(said);
        room.awaitPosted(1);
        awaitEmptyPoll();
        rig.api.enqueueRaw(said);
        awaitEmptyPoll();
        rig.restart();
        rig.api.enqueueRaw(said);
        rig.privately(ann, "end", 2);

        assertThat(room.posted()).extracting(Posted::text).containsExactly("1 again", "2 end");
    }

    @Test
    void aRestartAtAnyMomentRepeatsNothing() {
        for (int i = 1; i <= 5; i++) {
            rig.privately(ann, "word", i);
            rig.restart();
        }
        rig.privately(ann, "end", 6);

        assertThat(room.posted())
                .extracting(Posted::text)
                .containsExactly("1 word", "2 word", "3 word", "4 word", "5 word", "6 end");
    }

    @Test
    void whatFollowsSomethingThatCouldNotBeStoredDoesNotOvertakeIt() {
        Person bert = rig.api.person("Bert", "en");
        var handled = new CopyOnWriteArrayList<String>();
        var failures = new AtomicInteger(3);
        try (var bot = anotherBot(InstantSource.system())) {
            bot.begin(new ScriptedInbox(message -> {
                String text = ((Body.TextWritten) message.body()).text();
                if (text.equals("one") && failures.getAndDecrement() > 0) {
                    return CompletableFuture.failedFuture(new IllegalStateException("full"));
                }
                handled.add(text);
                return CompletableFuture.completedFuture(new Receipt(List.of()));
            }));
            ann.says(room, "one");
            ann.says(room, "two");
            bert.says(bert.privately(), "hello");

            await().until(() -> rig.api.pending() == 0);
        }
        assertThat(handled).containsSubsequence("one", "two").contains("hello");
        assertThat(handled.stream().filter("two"::equals)).hasSize(1);
    }

    @Test
    @Tag("long")
    void oneUpdateThatBreaksEverythingHoldsUpNobodyElse() {
        Person bert = rig.api.person("Bert", "en");
        var handled = new CopyOnWriteArrayList<String>();
        try (var bot = anotherBot(InstantSource.system())) {
            bot.begin(new ScriptedInbox(message -> {
                String text = ((Body.TextWritten) message.body()).text();
                if (text.equals("poison")) {
                    throw new OutOfMemoryError("as a test");
                }
                handled.add(text);
                return CompletableFuture.completedFuture(new Receipt(List.of()));
            }));
            ann.says(room, "poison");
            bert.says(bert.privately(), "hello");

            await().until(() -> handled.contains("hello"));
            await().until(() -> rig.api.pending() == 0);
            assertThat(bot.liveness().restarts()).isZero();
        }
    }

    @Test
    void anUpdateThatCannotBeReadIsPassedOver() {
        rig.api.enqueueRaw("{\"message\": {\"message_id\": {\"odd\": true}, \"chat\": 7}}");
        rig.api.enqueueRaw("{\"message\": \"text\"}");
        rig.api.enqueueRaw("{\"something_new\": {\"a\": 1}}");
        rig.api.enqueueRaw("{\"message\": {\"message_id\": 5, \"date\": 1, \"text\": \"no chat, no sender\"}}");
        rig.privately(ann, "one", 1);

        await().until(() -> rig.api.pending() == 0);
        assertThat(room.posted()).extracting(Posted::text).containsExactly("1 one");
    }

    @Test
    @Tag("long")
    void idsThatStartLowerAfterAQuietSpellAreHeard() {
        rig.api.restartUpdateIdsAt(500_000);
        rig.privately(ann, "one", 1);
        int polls = rig.api.calls("getUpdates").size();
        await().until(() ->
                rig.api.pending() == 0 && rig.api.calls("getUpdates").size() >= polls + 2);
        rig.api.restartUpdateIdsAt(7);
        rig.privately(ann, "two", 2);
        rig.api.restartUpdateIdsAt(500_000);
        awaitEmptyPoll();
        rig.privately(ann, "three", 3);

        assertThat(room.posted()).extracting(Posted::text).containsExactly("1 one", "2 two", "3 three");
    }

    @Test
    void thePressThatComesUnderAnotherIdIsHandledOnce() {
        Posted prompt = rig.privately(ann, "buttons", 1).last();
        String press = """
                {"callback_query": {"id": "77", "from": {"id": %d, "is_bot": false, "first_name": "Ann"},
                    "message": {"chat": {"id": %d, "type": "private"}, "message_id": %d, "date": 0},
                    "chat_instance": "1", "data": "next"}}""".formatted(ann.id(), room.id(), prompt.messageId());
        rig.api.enqueueRaw(press);
        rig.api.enqueueRaw(press);
        room.awaitPosted(2);
        rig.privately(ann, "end", 3);

        assertThat(room.posted()).extracting(Posted::text).containsExactly("Choose.", "2 pressed next", "3 end");
    }

    @Test
    @Tag("long")
    void anotherPollerIsSurvived() {
        var other = new TelegramBot(
                Rig.config(rig.api.url(), rig.api.token(), Optional.empty()),
                rig.store.adapterMemory(),
                picture -> Optional.empty(),
                InstantSource.system());
        other.begin(rig.limber);
        await().until(() -> rig.api.calls("getUpdates").stream().anyMatch(call -> call.status() == 409));
        other.close();
        rig.privately(ann, "one", 1);

        assertThat(room.posted()).extracting(Posted::text).containsExactly("1 one");
    }

    @Test
    @Tag("long")
    void aWebhookThatSomebodySetsIsRemoved() throws IOException, InterruptedException {
        await().until(() -> !rig.api.calls("getUpdates").isEmpty());
        try (var http = HttpClient.newHttpClient()) {
            var set = HttpRequest.newBuilder(URI.create(
                            rig.api.url() + "/bot" + rig.api.token() + "/setWebhook?url=http://127.0.0.1:1/"))
                    .build();
            assertThat(http.send(set, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
        rig.privately(ann, "one", 1);

        assertThat(rig.api.webhook()).isEmpty();
    }

    @Test
    void aRequestToWaitBeforeTheNextPollIsObeyed() {
        await().until(() -> !rig.api.calls("getUpdates").isEmpty());
        rig.api.fail("getUpdates", new Fault.TooManyRequests(1));
        rig.privately(ann, "one", 1);
        var refused = rig.api.calls("getUpdates").stream()
                .filter(call -> call.status() == 429)
                .findFirst();

        await().untilAsserted(() -> assertThat(refused.or(() -> rig.api.calls("getUpdates").stream()
                        .filter(call -> call.status() == 429)
                        .findFirst()))
                .isPresent());
        var at = rig.api.calls("getUpdates").stream()
                .filter(call -> call.status() == 429)
                .findFirst()
                .orElseThrow()
                .at();
        await().untilAsserted(() -> assertThat(rig.api.calls("getUpdates"))
                .anySatisfy(call -> assertThat(call.at()).isAfter(at)));
        assertThat(rig.api.calls("getUpdates"))
                .filteredOn(call -> call.at().isAfter(at))
                .allSatisfy(call -> assertThat(call.at()).isAfter(at.plus(Duration.ofMillis(900))));
    }

    @Test
    @Tag("long")
    void pollsThatFailInAnyWayAreTriedAgain() {
        rig.api.fail(
                "getUpdates",
                new Fault.ServerError(500),
                new Fault.DropsBefore(),
                new Fault.DropsAfter(),
                new Fault.CutsAnswer());
        rig.privately(ann, "one", 1);

        assertThat(room.posted()).extracting(Posted::text).containsExactly("1 one");
    }

    @Test
    void theOrderWithinAChatIsKeptWhileManySpeakAtOnce() {
        List<Person> people = IntStream.range(0, 8)
                .mapToObj(i -> rig.api.person("Person " + i, "en"))
                .toList();
        rig.api.setAnswerDelay(Duration.ofMillis(5));
        for (int i = 1; i <= 30; i++) {
            String word = "word" + i;
            people.forEach(person -> person.says(person.privately(), word));
        }

        List<String> expected =
                IntStream.rangeClosed(1, 30).mapToObj(i -> i + " word" + i).toList();
        people.forEach(person -> assertThat(person.privately().awaitPosted(30))
                .extracting(Posted::text)
                .containsExactlyElementsOf(expected));
    }

    @Test
    void whateverTakesUpdatesIsStartedAgainWhenItDies() {
        var deaths = new AtomicInteger(2);
        InstantSource deadly = () -> {
            if (Thread.currentThread().getName().equals("telegram-updates") && deaths.getAndDecrement() > 0) {
                throw new StackOverflowError("as a test");
            }
            return InstantSource.system().instant();
        };
        try (var bot = anotherBot(deadly)) {
            bot.begin(rig.limber);
            ann.says(room, "one");

            await().until(() -> rig.api.pending() == 0);
            assertThat(bot.liveness().restarts()).isEqualTo(2);
        }
    }

    @Test
    @Tag("long")
    void livenessDoesNotTellOfAnythingThatWasNotHeard() {
        rig.privately(ann, "one", 1);
        awaitEmptyPoll();
        rig.api.failAlways("getUpdates", new Fault.DropsBefore());
        int polls = rig.api.calls("getUpdates").size();
        await().until(() -> rig.api.calls("getUpdates").size() >= polls + 2);
        var heard = rig.bot.liveness().lastHeard();

        await().during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(7))
                .until(() -> rig.bot.liveness().lastHeard().equals(heard));
    }

    @Test
    void livenessTellsWhenTelegramWasHeardLastAndHowLateWeAre() {
        rig.privately(ann, "one", 1);

        assertThat(rig.bot.liveness().lastHeard()).isPresent();
        assertThat(rig.bot.liveness().lag()).isLessThan(Duration.ofSeconds(10));
        assertThat(rig.bot.liveness().restarts()).isZero();
    }

    private void awaitEmptyPoll() {
        await().until(() -> rig.api.pending() == 0);
        int polls = rig.api.calls("getUpdates").size();
        await().until(() -> rig.api.calls("getUpdates").size() >= polls + 2);
    }

    /** Takes the place of the one that polls. */
    private TelegramBot anotherBot(InstantSource clock) {
        rig.bot.stopTaking();
        return new TelegramBot(
                Rig.config(rig.api.url(), rig.api.token(), Optional.empty()),
                rig.store.adapterMemory(),
                picture -> Optional.empty(),
                clock);
    }

    /** Does with messages what it is told to. */
    private record ScriptedInbox(Function<IncomingMessage, CompletionStage<Receipt>> script) implements Inbox {
        @Override
        public CompletionStage<Receipt> accept(IncomingMessage message) {
            return script.apply(message);
        }

        @Override
        public Optional<OutgoingMessage> preview(IncomingMessage message) {
            return Optional.empty();
        }

        @Override
        public List<Suggestion> suggest(UserId user, Optional<Locale> languageHint, String command, String typed) {
            return List.of();
        }
    }
}
