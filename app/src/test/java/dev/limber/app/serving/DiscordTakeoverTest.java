package dev.limber.app.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.app.serving.Fleet.Member;
import dev.limber.discord.standin.DiscordApi;
import dev.limber.discord.standin.Interaction;
import dev.limber.discord.standin.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two on one database, of which one holds the connection to Discord's gateway. */
class DiscordTakeoverTest {
    private static final String DISCORD = "Discord";
    private static final String ACKNOWLEDGED_LATE =
            "create_interaction_response: Interaction has already been acknowledged.";

    @TempDir
    Path folder;

    private final DiscordApi api = DiscordApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    @Tag("long")
    void when_the_one_at_the_gateway_is_killed_or_frozen_another_answers() throws Exception {
        Person ann = api.person("Ann", "en-US");
        ann.installsApp();
        try (var fleet = new Fleet(folder)) {
            Member first = fleet.inDiscord(api);
            Member second = fleet.inDiscord(api);
            assertThat(second.standsBy(DISCORD)).isTrue();
            assertThat(api.gateway().identifies()).isEqualTo(1);
            assertThat(ann.slash(ann.dm(), "help").awaitReply().text()).contains("/stretch");

            first.served().kill();
            takesOver("killed", second, ann, 2);
            Member third = fleet.inDiscord(api);
            second.served().signal("STOP");
            takesOver("frozen", third, ann, 3);
            second.served().signal("CONT");
            second.awaitStandingBy(DISCORD);
            assertThat(ann.slash(ann.dm(), "help").awaitReply().text()).contains("/stretch");

            third.served().signal("TERM");
            takesOver("ended", second, ann, 4);
        }
        // What reached the frozen one before it was cut off it acknowledges when it wakes: Discord refuses that, by
        // then.
        assertThat(api.violations()).allMatch(ACKNOWLEDGED_LATE::equals).hasSizeLessThanOrEqualTo(1);
    }

    private void takesOver(String what, Member next, Person ann, int identifies) {
        long begun = System.nanoTime();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> next.serves(DISCORD));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(api.gateway().identifies()).isEqualTo(identifies);
        Interaction asked = ann.slash(ann.dm(), "settings", Map.of("what", "hold " + (20 + identifies)));
        assertThat(asked.awaitReply().text()).contains(" " + (20 + identifies) + " ");
        System.out.printf("%s: another at the gateway after %d ms%n", what, took.toMillis());
        assertThat(took).isLessThan(Fleet.TAKEOVER.plusSeconds(2));
    }
}
