package dev.limber.telegram.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All that can go wrong on the way to the server and back. */
class FaultsTest {
    private final BotApi api = BotApi.start();
    private final TestBot bot = new TestBot(api);
    private final Person ann = api.person("Ann", "en");
    private final Person bob = api.person("Bob", "en");

    @AfterEach
    void close() {
        api.close();
    }

    private String send(Person person) {
        return bot.says("sendMessage", message(person));
    }

    private static String message(Person person) {
        return "{'chat_id':" + person.id() + ",'text':'Hello'}";
    }

    private static int seen(Person person) {
        return person.privately().posted().size();
    }

    @Test
    void the_next_calls_of_a_method_fail_in_order() {
        api.fail(
                "sendMessage",
                new Fault.TooManyRequests(3),
                new Fault.Refuses(400, "Bad Request: odd", -1007L),
                new Fault.Conflict());

        JsonNode tooMany = bot.call("sendMessage", message(ann));
        assertThat(tooMany.path("error_code").asInt()).isEqualTo(429);
        assertThat(tooMany.at("/parameters/retry_after").asInt()).isEqualTo(3);
        assertThat(bot.call("sendMessage", message(ann))
                        .at("/parameters/migrate_to_chat_id")
                        .asLong())
                .isEqualTo(-1007L);
        assertThat(send(ann)).startsWith("Conflict: ");
        assertThat(send(ann)).isEqualTo("ok");
        assertThat(api.calls("sendMessage")).extracting(Call::status).containsExactly(429, 400, 409, 200);
    }

    @Test
    void faults_of_a_chat_leave_the_others_alone() {
        api.failFor(ann.privately(), new Fault.TooManyRequests(1));

        assertThat(send(bob)).isEqualTo("ok");
        assertThat(send(ann)).startsWith("Too Many Requests");
        assertThat(send(ann)).isEqualTo("ok");
    }

    @Test
    void lasting_faults_are_healed() {
        api.failAlways("*", new Fault.Refuses(500, "Internal Server Error"));
        assertThat(send(ann)).isEqualTo("Internal Server Error");
        assertThat(send(ann)).isEqualTo("Internal Server Error");

        api.heal();
        assertThat(send(ann)).isEqualTo("ok");
    }

    @Test
    void a_connection_that_is_cut_tells_nothing_of_whether_the_message_is_there() {
        for (Fault fault : List.of(new Fault.DropsBefore(), new Fault.DropsAfter(), new Fault.CutsAnswer())) {
            api.failAlways("sendMessage", fault);
            assertThatThrownBy(() -> send(ann)).isInstanceOf(UncheckedIOException.class);
            api.heal();
        }

        // The JDK's client may repeat a request whose connection broke, so that there may be more than two.
        assertThat(seen(ann)).isPositive();
        assertThat(api.calls()).extracting(Call::status).containsOnly(0);
        assertThat(send(ann)).isEqualTo("ok");
    }

    @Test
    void a_gateway_speaks_no_json() {
        api.fail("sendMessage", new Fault.ServerError(502));

        assertThatThrownBy(() -> send(ann)).hasMessage("no JSON: 502");
        assertThat(seen(ann)).isZero();
    }

    @Test
    void a_call_that_hangs_acts_later() {
        api.fail("sendMessage", new Fault.Hangs(Duration.ofMillis(200)));

        assertThat(send(ann)).isEqualTo("ok");
        assertThat(api.calls().getLast().took()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(seen(ann)).isEqualTo(1);
    }

    @Test
    void delayed_answers_do_not_wait_for_each_other() {
        api.setAnswerDelay(Duration.ofMillis(500));
        long begun = System.nanoTime();
        List<CompletableFuture<JsonNode>> answers = IntStream.range(0, 200)
                .mapToObj(_ -> bot.callAsync("sendMessage", message(ann)))
                .toList();

        assertThat(answers).allMatch(answer -> answer.join().path("ok").asBoolean());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        assertThat(seen(ann)).isEqualTo(200);
    }
}
