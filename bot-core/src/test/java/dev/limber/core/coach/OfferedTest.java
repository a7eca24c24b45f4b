package dev.limber.core.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.session.Offer;
import dev.limber.core.text.Intent;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferedTest {
    private static final ButtonAction STAYS = new ButtonAction.Steer(Intent.NO);
    private static final List<Offer> OFFERS = List.of(
            new Offer("👍", ButtonCodec.encode(new ButtonAction.Steer(Intent.YES), 1)),
            new Offer("No, it stays", ButtonCodec.encode(STAYS, 1)));

    @ParameterizedTest
    @ValueSource(strings = {"No, it stays", "no it stays!", "IT STAYS", " it stays ", "no 👍"})
    void aButtonIsMeantByWhatStandsOnItOrAPartOfIt(String typed) {
        assertThat(Offered.find(OFFERS, typed)).contains(STAYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B", "👍", "✅", "…", "stays"})
    void whatHasNoWordMeansNoButton(String typed) {
        assertThat(Offered.find(OFFERS, typed)).isEmpty();
    }
}
