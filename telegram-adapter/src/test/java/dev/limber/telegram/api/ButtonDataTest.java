package dev.limber.telegram.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Button;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ButtonDataTest {
    private static final int TELEGRAM_CARRIES = 64;

    @ParameterizedTest
    @ValueSource(longs = {1, 63, 64, 5_000_000_001L, (1L << 52) - 1})
    void theOwnerIsReadBackAndFits(long id) {
        var data = new ButtonData("x".repeat(Button.MAX_SHARED_DATA_BYTES), Optional.of(Chats.user(id)));

        assertThat(data.written().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(TELEGRAM_CARRIES);
        assertThat(ButtonData.read(data.written())).isEqualTo(data);
    }

    @Test
    void aButtonOfNobodyIsAsItIs() {
        assertThat(new ButtonData("1:a:w:next", Optional.empty()).written()).isEqualTo("1:a:w:next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "a~", "a~!", "a~0123456789", "1:a:w:next", "😀~😀"})
    void whatNobodyWroteHasNoOwner(String data) {
        assertThat(ButtonData.read(data)).isEqualTo(new ButtonData(data, Optional.empty()));
    }
}
