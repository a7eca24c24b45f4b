package dev.limber.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.telegram.standin.Fault;
import dev.limber.telegram.standin.Person;
import dev.limber.telegram.standin.Settings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The token is part of every URL, and must be in nothing that anybody reads; nor must what people write. */
class SecrecyTest {
    private static final String SECRET = "AAE-very_secret_part_of_the_token";

    @Test
    @Tag("long")
    void neitherTheTokenNorWhatPeopleWriteIsLoggedWhateverGoesWrong() {
        var log = new ByteArrayOutputStream();
        var handler = new StreamHandler(log, new SimpleFormatter());
        handler.setLevel(Level.ALL);
        // What the stand-in itself logs is the other side's.
        handler.setFilter(record -> !record.getLoggerName().contains("httpserver"));
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(handler);
        try (var rig = Rig.open(Settings.defaults().withToken("123456:" + SECRET))) {
            everythingGoesWrong(rig);
        } finally {
            handler.flush();
            root.removeHandler(handler);
            root.setLevel(before);
        }

        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("dev.limber.telegram")
                .doesNotContain(SECRET)
                .doesNotContain("my private pain");
        assertThat(Rig.config("http://127.0.0.1:1", "1:" + SECRET, Optional.empty())
                        .toString())
                .doesNotContain(SECRET);
    }

    private static void everythingGoesWrong(Rig rig) {
        Person ann = rig.ann();
        rig.api.fail(
                "getUpdates",
                new Fault.ServerError(502),
                new Fault.DropsBefore(),
                new Fault.CutsAnswer(),
                new Fault.Refuses(400, "Bad Request: /bot123456:" + SECRET + "/getUpdates"));
        rig.api.enqueueRaw("{\"message\": {\"text\": \"my private pain\", \"chat\": \"odd\"}}");
        for (Fault fault : new Fault[] {
            new Fault.DropsBefore(),
            new Fault.DropsAfter(),
            new Fault.Hangs(Duration.ofMillis(1500)),
            new Fault.ServerError(500),
            new Fault.Refuses(400, "Bad Request: bot123456:" + SECRET)
        }) {
            int answered = rig.api.calls("sendMessage").size();
            rig.api.failFor(ann.privately(), fault);
            ann.says(ann.privately(), "my private pain");
            await().until(() -> rig.api.calls("sendMessage").size() > answered);
        }
        ann.says(ann.privately(), "the end");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ann.privately().posted().stream()
                        .anyMatch(posted -> posted.text().endsWith("the end")));
    }
}
