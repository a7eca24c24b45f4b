package dev.limber.core.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Button;
import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.text.Intent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ButtonCodecTest {
    private static final String LONGEST_ID = "a".repeat(40);

    static Stream<ButtonAction> actions() {
        Stream<ButtonAction> words = Arrays.stream(Intent.values()).map(ButtonAction.Steer::new);
        Stream<ButtonAction> filters =
                Arrays.stream(ButtonAction.Filter.values()).map(ButtonAction.Browse::new);
        Stream<ButtonAction> others = Stream.of(
                new ButtonAction.Hurts(),
                new ButtonAction.Begin(new RoutineId(LONGEST_ID)),
                new ButtonAction.Tick(new ConditionId(LONGEST_ID)),
                new ButtonAction.StartAgain(),
                new ButtonAction.CheckAnew(),
                new ButtonAction.DoctorAgrees(),
                new ButtonAction.Run("stretch"),
                new ButtonAction.OpenSetting("quiet-hours"),
                new ButtonAction.Choose("quiet-hours", "2230-0715"),
                new ButtonAction.Choose("equipment", LONGEST_ID));
        return Stream.concat(words, Stream.concat(filters, others));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void whatIsWrittenIsReadBackAndFitsEveryPlatform(ButtonAction action) {
        String data = ButtonCodec.encode(action, Integer.MAX_VALUE);

        assertThat(data.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(Button.MAX_DATA_BYTES);
        assertThat(ButtonCodec.decode(data)).isEqualTo(new ButtonCodec.Decoded.Known(action, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1:a:w:next",
                "1:0:hurts",
                "1:zz:go:desk-break",
                "1:3:tick:knees",
                "1:3:set:hold=20",
                "1:3:set:equipment=mat"
            })
    void buttonsThatAreOutThereKeepTheirMeaning(String data) {
        assertThat(ButtonCodec.decode(data)).isInstanceOf(ButtonCodec.Decoded.Known.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2:a:w:next", "0:a:w:next", "1:a:gone-since", "1:a:gone:x"})
    void ourOwnButtonsOfAnotherVersionAreStale(String data) {
        assertThat(ButtonCodec.decode(data)).isEqualTo(new ButtonCodec.Decoded.Stale());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "::",
                "next",
                "x:1:w:next",
                "1:-!:w:next",
                "1:a:w:fly",
                "1:a:go:../etc",
                "1:a:tick:A B",
                "😀:😀:😀"
            })
    void whatWeNeverWroteIsForeign(String data) {
        assertThat(ButtonCodec.decode(data)).isEqualTo(new ButtonCodec.Decoded.Foreign());
    }
}
