package dev.limber.content;

import static dev.limber.content.TestChat.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Offer;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buttons that were pressed twice, or stand further up. */
class OldButtonsTest {
    private final TestChat chat = new TestChat(BuiltIn.content(), Locale.ENGLISH);

    @BeforeEach
    void skipTheCheck() {
        chat.type("/stretch desk-break");
        chat.type("skip");
    }

    @Test
    void aDoubleTapGoesOneStepAndLeavesThatStepAsItIs() {
        String next = data("Next");
        chat.pressData(next);
        int step = chat.state().stretch().orElseThrow().step();

        assertThat(chat.pressData(next)).isEmpty();
        assertThat(chat.state().stretch().orElseThrow().step()).isEqualTo(step);
    }

    @Test
    void anOldButtonGetsAHintThatTakesNothingsPlace() {
        String next = data("Next");
        chat.pressData(next);
        chat.pass(Duration.ofSeconds(10));

        assertThat(chat.pressData(next)).singleElement().satisfies(hint -> {
            assertThat(hint.replaces()).isEmpty();
            assertThat(shown(hint)).contains("earlier message");
        });
    }

    @Test
    void itHurtsIsHeardFromEveryMessageHoweverOld() {
        String hurts = data("It hurts");
        chat.type("next");
        chat.type("next");

        assertThat(chat.pressData(hurts))
                .singleElement()
                .satisfies(question -> assertThat(shown(question)).doesNotContain("earlier message"));
        assertThat(chat.state().dialogue()).isInstanceOf(Dialogue.Pain.class);
    }

    private String data(String label) {
        return chat.state().offers().stream()
                .filter(offer -> offer.label().equals(label))
                .map(Offer::data)
                .findFirst()
                .orElseThrow();
    }
}
