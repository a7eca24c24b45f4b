package dev.limber.core.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("holdSeconds", "breaths", "repetitions");

    @Test
    void aSlipOfTheFingerIsRecognised() {
        assertThat(Nearest.hint("holdSecond", KNOWN)).isEqualTo("did you mean 'holdSeconds'?");
        assertThat(Nearest.hint("braeths", KNOWN)).isEqualTo("did you mean 'breaths'?");
    }

    @Test
    void whatIsFarFromEverythingGetsTheWholeList() {
        assertThat(Nearest.hint("colour", KNOWN)).isEqualTo("known: holdSeconds, breaths, repetitions");
        assertThat(Nearest.hint("colour", List.of())).isEmpty();
    }
}
