package dev.limber.app.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.discord.standin.DiscordApi;
import dev.limber.telegram.standin.BotApi;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two platforms in one process. */
class SideBySideServingTest {
    @TempDir
    Path folder;

    private final BotApi telegram = BotApi.start();
    private final DiscordApi discord = DiscordApi.start();

    @AfterEach
    void close() {
        telegram.close();
        discord.close();
    }

    @Test
    void each_answers_its_own_people_and_goes_on_without_the_other() throws Exception {
        var start = new Served.Start(folder).inTelegram(telegram).inDiscord(discord);
        var ann = telegram.person("Ann", "en");
        var bob = discord.person("Bob", "en-US");
        try (Served served = start.runUntilUp()) {
            served.awaitOut("Limber answers in Telegram as @limber_bot.");
            served.awaitOut("Limber answers in Discord as @Limber.");
            ann.says(ann.privately(), "/help");
            String answer = bob.slash(bob.dm(), "help").awaitReply().text();
            ann.privately().awaitPosted(1);
            assertThat(answer).contains("/stretch");

            discord.gateway().closeAll(4004);
            served.awaitErr("Limber goes on in Telegram without Discord.");
            ann.says(ann.privately(), "/help");
            ann.privately().awaitPosted(2);
            served.signal("TERM");
            assertThat(served.awaitEnd(Duration.ofSeconds(10))).isZero();
            assertThat(served.out() + served.err()).doesNotContain(telegram.token(), "\tat ");
        }
    }
}
