package dev.limber.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.Body.ButtonPressed;
import dev.limber.core.chat.Body.CommandCalled;
import dev.limber.core.chat.Body.TextWritten;
import dev.limber.core.chat.MessageRef;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {
    private static final MessageRef MESSAGE =
            new MessageRef(new Address(TerminalChat.PLATFORM, "local", "anna", Optional.empty()), "7");

    /** Two buttons stand on the screen. */
    private static Optional<ButtonPressed> press(int number) {
        return number == 1 || number == 2
                ? Optional.of(new ButtonPressed("data" + number, MESSAGE, Optional.empty(), true))
                : Optional.empty();
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("/stretch", new CommandCalled("stretch", "")),
                Arguments.of("/stretch lower back", new CommandCalled("stretch", "lower back")),
                Arguments.of("  /stretch \t lower  back ", new CommandCalled("stretch", "lower  back")),
                Arguments.of("/Dehnen Rücken", new CommandCalled("Dehnen", "Rücken")),
                Arguments.of("/stretch /help", new CommandCalled("stretch", "/help")),
                Arguments.of("/1", new CommandCalled("1", "")),
                Arguments.of("/", new TextWritten("/")),
                Arguments.of("//", new TextWritten("//")),
                Arguments.of("//stretch", new TextWritten("//stretch")),
                Arguments.of("/ stretch", new TextWritten("/ stretch")),
                Arguments.of("/usr/bin", new TextWritten("/usr/bin")),
                Arguments.of("1", new ButtonPressed("data1", MESSAGE, Optional.empty(), true)),
                Arguments.of(" 2 ", new ButtonPressed("data2", MESSAGE, Optional.empty(), true)),
                Arguments.of("02", new ButtonPressed("data2", MESSAGE, Optional.empty(), true)),
                Arguments.of("0", new TextWritten("0")),
                Arguments.of("3", new TextWritten("3")),
                Arguments.of("-1", new TextWritten("-1")),
                Arguments.of("1.", new TextWritten("1.")),
                Arguments.of("1 2", new TextWritten("1 2")),
                Arguments.of("99999999999999999999", new TextWritten("99999999999999999999")),
                Arguments.of("next", new TextWritten("next")),
                Arguments.of("it hurts / a lot", new TextWritten("it hurts / a lot")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_line_means(String line, Body meaning) {
        assertThat(Typed.read(line, TypedTest::press)).contains(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u2003", "\r"})
    void a_line_without_a_word_means_nothing(String line) {
        assertThat(Typed.read(line, TypedTest::press)).isEmpty();
    }

    @Test
    void a_very_long_line_is_passed_on_whole() {
        String line = "stiff ".repeat(2_000) + "back";
        assertThat(Typed.read(line, TypedTest::press)).contains(new TextWritten(line));
    }
}
