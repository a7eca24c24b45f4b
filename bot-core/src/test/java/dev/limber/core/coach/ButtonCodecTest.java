package dev.limber.core.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Button;
import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.text.Intent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
        return Stream.of(words, filters, others, ofNudges(), ofChats()).flatMap(actions -> actions);
    }

    private static Stream<ButtonAction> ofNudges() {
        var nudged = new ButtonAction.Nudged("3f9k2m1x", Instant.parse("2126-01-01T00:00:00.999Z"));
        Stream<ButtonAction> moves = Arrays.stream(ButtonAction.Where.values()).map(ButtonAction.MoveNudges::new);
        Stream<ButtonAction> snoozes = Arrays.stream(ButtonAction.Until.values())
                .map(until -> new ButtonAction.Snooze(nudged, Optional.of(until)));
        Stream<ButtonAction> others = Stream.of(
                new ButtonAction.UndoNudges(),
                new ButtonAction.KeepBoth(),
                new ButtonAction.DropNudge("3f9k2m1x"),
                new ButtonAction.Nudge("9:00, 12:00 weekdays"),
                new ButtonAction.LeaveNudges(),
                new ButtonAction.StartNudged(nudged, Optional.empty()),
                new ButtonAction.StartNudged(nudged, Optional.of(new RoutineId("towel-roll-reset"))),
                new ButtonAction.Snooze(nudged, Optional.empty()),
                new ButtonAction.NotToday(nudged));
        return Stream.of(moves, snoozes, others).flatMap(actions -> actions);
    }

    private static Stream<ButtonAction> ofChats() {
        return Arrays.stream(ButtonAction.Deed.values())
                .flatMap(deed ->
                        Stream.of("", "zzzzzz", "abcdefgh.1234").map(about -> new ButtonAction.Group(deed, about)));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void whatIsWrittenIsReadBackAndFitsEveryPlatform(ButtonAction action) {
        String data = ButtonCodec.encode(action, Integer.MAX_VALUE);

        assertThat(data.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(Button.MAX_DATA_BYTES);
        assertThat(ButtonCodec.decode(data)).isEqualTo(new ButtonCodec.Decoded.Known(action, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @EnumSource
    void whatAWholeChatSharesLeavesRoomForNotingWhoseItIs(ButtonAction.Deed deed) {
        String data = ButtonCodec.encode(new ButtonAction.Group(deed, "abcdefgh.1234"), Integer.MAX_VALUE);

        assertThat(data.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(Button.MAX_SHARED_DATA_BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1:a:w:next",
                "1:0:hurts",
                "1:zz:go:desk-break",
                "1:3:tick:knees",
                "1:3:all:join=k3f7",
                "1:3:set:hold=20",
                "1:3:set:equipment=mat",
                "1:0:ngo:3f9k2m1x.mwm0ezk0.desk-break",
                "1:0:ngo:3f9k2m1x.mwm0ezk0",
                "1:0:nzz:3f9k2m1x.mwm0ezk0",
                "1:0:nzz:3f9k2m1x.mwm0ezk0.minutes_10",
                "1:0:nzz:3f9k2m1x.mwm0ezk0.tomorrow",
                "1:0:nno:3f9k2m1x.mwm0ezk0",
                "1:0:nudge:9:00 weekdays",
                "1:0:nto:here",
                "1:0:nleave",
                "1:3:undo",
                "1:3:both",
                "1:3:drop:3f9k2m1x"
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
                "1:0:ngo:3f9k2m1x",
                "1:0:nzz:3f9k2m1x.-!",
                "1:0:nzz:3f9k2m1x.mwm0ezk0.never",
                "1:0:nto:moon",
                "😀:😀:😀"
            })
    void whatWeNeverWroteIsForeign(String data) {
        assertThat(ButtonCodec.decode(data)).isEqualTo(new ButtonCodec.Decoded.Foreign());
    }
}
