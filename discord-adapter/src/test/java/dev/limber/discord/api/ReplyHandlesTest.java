package dev.limber.discord.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.ReplyHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyHandlesTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final String TOKEN = "aW50ZXJhY3Rpb24:a.b-c_d=";

    static Stream<ReplyHandles> all() {
        return Stream.of(
                new ReplyHandles.Command(12, TOKEN),
                new ReplyHandles.Press(12, TOKEN, new MessageIds(MessageIds.Reach.CHANNEL, 34)),
                new ReplyHandles.Press(12, TOKEN, new MessageIds(MessageIds.Reach.HIDDEN, 34)),
                new ReplyHandles.Press(12, TOKEN, new MessageIds(MessageIds.Reach.VISITED, 34)),
                new ReplyHandles.Message(56));
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachIsReadBackUntilItExpires(ReplyHandles handle) {
        ReplyHandle written = handle.written(NOW);

        assertThat(ReplyHandles.read(written, NOW.plusSeconds(1))).contains(handle);
        assertThat(ReplyHandles.read(written, NOW.plus(Duration.ofMinutes(15)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theTokenStaysOutOfTexts(ReplyHandles handle) {
        assertThat(handle.toString()).doesNotContain(TOKEN);
        assertThat(handle.written(NOW).toString()).doesNotContain(TOKEN);
    }

    @Test
    void whatWasNotWrittenHereIsNothing() {
        assertThat(ReplyHandles.read(new ReplyHandle("other", NOW.plusSeconds(9)), NOW))
                .isEqualTo(Optional.empty());
    }
}
