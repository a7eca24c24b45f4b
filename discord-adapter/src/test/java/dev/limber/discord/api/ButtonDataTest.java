package dev.limber.discord.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Button;
import dev.limber.core.chat.UserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ButtonDataTest {
    private static final int DISCORD_CARRIES = 100;
    private static final UserId OWNER = Place.user(Long.MAX_VALUE);

    @Test
    void theOwnerIsReadBackAndFits() {
        var data = new ButtonData(new ButtonData.Action.Press("x".repeat(Button.MAX_DATA_BYTES)), Optional.of(OWNER));

        assertThat(data.written()).hasSizeLessThanOrEqualTo(DISCORD_CARRIES);
        assertThat(ButtonData.read(data.written())).isEqualTo(data);
    }

    @Test
    void anInvitationIsReadBackAndFits() {
        var data = new ButtonData(new ButtonData.Action.Accept("s".repeat(64)), Optional.of(OWNER));

        assertThat(data.written()).hasSizeLessThanOrEqualTo(DISCORD_CARRIES);
        assertThat(ButtonData.read(data.written())).isEqualTo(data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "a~", "a~!", "a~012345678901234567890", "1:a:w:next", "😀~😀"})
    void whatNobodyWroteHasNoOwner(String data) {
        assertThat(ButtonData.read(data))
                .isEqualTo(new ButtonData(new ButtonData.Action.Press(data), Optional.empty()));
    }
}
