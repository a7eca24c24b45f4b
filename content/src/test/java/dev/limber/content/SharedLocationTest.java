package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.session.Dialogue;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody shows where they are, to have the time zone of that place. */
class SharedLocationTest {
    private static final Body.LocationShared VIENNA = new Body.LocationShared(48.2, 16.4);
    private static final Body.LocationShared KATHMANDU = new Body.LocationShared(27.7, 85.3);
    private static final Body.LocationShared AT_SEA = new Body.LocationShared(-30, -140);

    private final TestChat chat = new TestChat(BuiltIn.content(), Locale.ENGLISH);

    @Test
    void thePlacesTimeZoneIsTakenAndToldWithItsTime() {
        OutgoingMessage said = receive(VIENNA);

        assertThat(TestChat.shown(said))
                .contains("I've set your time zone to that of Vienna, where it is 10:00")
                .contains("[Another time zone]");
        assertThat(chat.state().zone()).contains(ZoneId.of("Europe/Vienna"));
    }

    @Test
    void itIsToldInThePersonsLanguage() {
        chat.type("/settings language german");

        assertThat(TestChat.shown(receive(VIENNA)))
                .contains("Für dich gilt jetzt die Zeitzone von Wien; dort ist es gerade 10:00 Uhr.")
                .contains("[Andere Zeitzone]");
    }

    @Test
    void theButtonLeadsToWhereAnotherCanBeTyped() {
        receive(KATHMANDU);
        chat.press("Another time zone");
        assertThat(chat.state().dialogue()).isEqualTo(new Dialogue.EnterSetting("zone"));

        chat.type("Tokyo");
        assertThat(chat.state().zone()).contains(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void whoeverWasAskedForTheirCityHasAnswered() {
        chat.type("/settings time zone");
        receive(KATHMANDU);

        assertThat(chat.state().dialogue()).isEqualTo(new Dialogue.None());
        assertThat(chat.state().zone()).contains(ZoneId.of("Asia/Kathmandu"));
    }

    @Test
    void anotherQuestionStaysOpen() {
        chat.type("/stretch two-minute");
        Dialogue asked = chat.state().dialogue();
        receive(VIENNA);

        assertThat(asked).isNotEqualTo(new Dialogue.None());
        assertThat(chat.state().dialogue()).isEqualTo(asked);
    }

    @Test
    void nothingIsKeptButTheZone() {
        receive(VIENNA);

        assertThat(chat.state().toString()).contains("Europe/Vienna").doesNotContain("48.2", "16.4");
    }

    @Test
    void whereThereIsNoZoneACityCanBeTyped() {
        chat.become(chat.state().withZone(Optional.of(ZoneId.of("Asia/Tokyo"))));

        assertThat(TestChat.shown(receive(AT_SEA))).contains("/settings time zone Berlin");
        assertThat(chat.state().zone()).contains(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void amongOthersNothingIsLookedUp() {
        chat.go(true);
        receive(VIENNA);

        assertThat(chat.state().zone()).isEmpty();
    }

    private OutgoingMessage receive(Body body) {
        List<OutgoingMessage> said = chat.receive(body);
        assertThat(said).hasSize(1);
        return said.getFirst();
    }
}
