package dev.limber.app.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.limber.discord.standin.Channel;
import dev.limber.discord.standin.DiscordApi;
import dev.limber.discord.standin.Interaction;
import dev.limber.discord.standin.Person;
import dev.limber.discord.standin.Posted;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How it begins, answers and carries on in Discord. */
class DiscordServingTest {
    private static final Map<String, String> DESK = Map.of("routine", "desk break");

    @TempDir
    Path folder;

    private final DiscordApi api = DiscordApi.start();
    private final Person ann = api.person("Ann", "en-US");
    private final Channel dm = ann.dm();
    private Served.Start start = new Served.Start(Path.of(""));

    @BeforeEach
    void token() {
        ann.installsApp();
        start = new Served.Start(folder).inDiscord(api);
    }

    @AfterEach
    void close() {
        assertThat(api.violations()).isEmpty();
        api.close();
    }

    @Test
    void it_leads_through_a_routine_and_carries_on_at_the_same_step_after_a_kill() throws Exception {
        Posted last;
        try (Served served = start.runUntilUp()) {
            assertThat(served.out()).isEqualTo("Limber answers in Discord as @Limber. Ctrl-C ends it.\n");
            Posted check = ann.slash(dm, "stretch", DESK).awaitReply();
            ann.presses(check, "Skip the check").awaitAcknowledged();
            Posted step = step(dm, 1);
            assertThat(step.labels()).contains("Next", "It hurts");
            ann.presses(step, "Next").awaitAcknowledged();
            step.await(() -> step.text().contains("step 2 of 3"));
            ann.writes(dm, "next");
            last = step(dm, 3);
            assertThat(last).isNotSameAs(step);
            served.kill();
        }

        try (Served again = start.runUntilUp("serve")) {
            ann.presses(last, "Back").awaitAcknowledged();
            last.await(() -> last.text().contains("step 2 of 3"));
            ann.writes(dm, "next");
            step(dm, 3);
            assertThat(again.err()).contains("started on [discord]").doesNotContain("WARN", "ERROR", api.token());
        }
    }

    @Test
    void in_a_server_what_is_private_stays_so_and_steps_are_for_all_in_the_language_of_each() throws Exception {
        Person bert = api.person("Bert", "de");
        Channel general = api.server("Desks", ann, bert).general();
        try (Served served = start.runUntilUp()) {
            Interaction asked = ann.slash(general, "stretch", DESK);
            Posted check = asked.awaitReply();
            assertThat(check.labels()).contains("Skip the check");
            assertThat(asked.isEphemeral()).isTrue();
            assertThat(general.seenBy(bert)).isEmpty();
            ann.presses(check, "Skip the check").awaitAcknowledged();
            Posted step = step(general, 1);
            assertThat(general.seenBy(bert)).contains(step);
            assertThat(step.isInteractionResponse()).isFalse();
            ann.replies(step, "next", true);
            step(general, 2);

            Posted pruefung = bert.slash(general, "stretch", DESK).awaitReply();
            bert.presses(pruefung, "Check überspringen").awaitAcknowledged();
            general.awaitLast(posted -> posted.text().contains("Schritt 1 von"));
            assertThat(served.err()).doesNotContain("WARN", "ERROR", api.token());
        }
    }

    @Test
    @Tag("long")
    void nothing_goes_anywhere_else_even_where_it_is_told_to_resume_elsewhere() throws Exception {
        Path names = folder.resolve("names");
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Served served = start.notingNamesIn(names).runUntilUp()) {
            api.gateway().troubles().setResumeUrl("wss://gateway.discord.gg:" + elsewhere.getLocalPort());
            api.gateway().invalidateSessions(false);
            api.gateway().awaitConnected();
            api.gateway().cutAll();
            api.gateway().awaitConnected();
            ann.writes(dm, "/help");
            dm.awaitPosted(1);

            elsewhere.setSoTimeout(1);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(elsewhere::accept);
            assertThat(NotedNames.read(names)).isSubsetOf("gateway.discord.gg");
            assertThat(served.isAlive()).isTrue();
        }
    }

    @Test
    @Tag("long")
    void no_token_is_shown_to_whoever_asks_for_all_details() throws Exception {
        try (Served served = start.with("LIMBER_LOG_LEVEL", "trace").runUntilUp()) {
            ann.writes(dm, "/help my secret knee");
            dm.awaitPosted(1);
            served.signal("TERM");
            assertThat(served.awaitEnd()).isZero();
            assertThat(served.out() + served.err())
                    .contains("Running - closing")
                    .doesNotContain(api.token(), "secret knee");
        }
    }

    private static Posted step(Channel channel, int number) {
        return channel.awaitLast(posted -> posted.text().contains("step " + number + " of 3"));
    }
}
