package dev.limber.discord.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.UserId;
import dev.limber.discord.api.ButtonData;
import dev.limber.discord.api.MessageIds;
import dev.limber.discord.api.Place;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslatorTest {
    private static final long BOT = 7;
    private static final long ANN = 11;
    private static final long BOB = 12;
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final Place DIRECT = new Place(Place.Kind.DIRECT, 1);
    private static final Place SERVER = new Place(Place.Kind.SERVER, 2);

    private final Translator translator = new Translator(BOT, (_, number) -> number >= 50);

    @Test
    void aCommandComesWithAllThatIsKnown() {
        IncomingMessage message = forUs(
                new Heard.Called(new Heard.Frame(99, ANN, SERVER, Optional.of(Locale.GERMAN)), "t", "stretch", "desk"));

        assertThat(message.updateId()).isEqualTo("interaction/99");
        assertThat(message.user()).isEqualTo(Place.user(ANN));
        assertThat(Place.of(message.address())).isEqualTo(SERVER);
        assertThat(message.address().bot()).isEqualTo("7");
        assertThat(message.privateChat()).isFalse();
        assertThat(message.languageHint()).contains(Locale.GERMAN);
        assertThat(message.body()).isEqualTo(new Body.CommandCalled("stretch", "desk"));
        assertThat(message.replyHandle().orElseThrow().expiresAt()).isAfter(NOW.plusSeconds(800));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    next                  | next
                    '  next  '            | next
                    <@7> next             | next
                    ''                    | ''
                    """)
    void everyWordInTheDirectChatIsForUs(String text, String heard) {
        assertThat(forUs(wrote(DIRECT, text, false)).body()).isEqualTo(new Body.TextWritten(heard));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /stretch lower back   | stretch | lower back
                    /help                 | help    | ''
                    """)
    void aCommandWrittenByHandIsMeantAsOne(String text, String name, String argument) {
        assertThat(forUs(wrote(DIRECT, text, false)).body()).isEqualTo(new Body.CommandCalled(name, argument));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<@7> next", "<@!7> next", "  <@7>   next ", "next <@7>"})
    void ourNameAtTheBeginningOrTheEndAddressesUsInAServer(String text) {
        assertThat(forUs(wrote(SERVER, text, false)).body()).isEqualTo(new Body.TextWritten("next"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", "I like <@7> a lot", "<@8> next", "", "/stretch", "@Limber next"})
    void mereTalkInAServerIsNotForUs(String text) {
        assertThat(translator.translate(wrote(SERVER, text, false), NOW)).isEqualTo(new Translated.NotForUs());
    }

    @Test
    void aReplyToUsIsForUsUnlessItsWordsAreWithheld() {
        assertThat(forUs(wrote(SERVER, "next", true)).body()).isEqualTo(new Body.TextWritten("next"));
        assertThat(translator.translate(wrote(SERVER, "", true), NOW)).isEqualTo(new Translated.NotForUs());
    }

    @ParameterizedTest
    @CsvSource({
        "CHANNEL, 49, false, false",
        "CHANNEL, 50, true, false",
        "HIDDEN, 1, true, true",
        "VISITED, 1, true, false"
    })
    void aPressKnowsItsMessage(MessageIds.Reach reach, long number, boolean latest, boolean isPrivate) {
        var ids = new MessageIds(reach, number);
        IncomingMessage message = forUs(pressed(SERVER, ids, owned("next", ANN)));

        Body.ButtonPressed body = (Body.ButtonPressed) message.body();
        assertThat(body.data()).isEqualTo("next");
        assertThat(body.owner()).contains(Place.user(ANN));
        assertThat(body.latest()).isEqualTo(latest);
        assertThat(MessageIds.read(body.message())).contains(ids);
        assertThat(message.privateChat()).isEqualTo(isPrivate);
    }

    @Test
    void somebodyElsesButtonIsNotTaken() {
        var ids = new MessageIds(MessageIds.Reach.CHANNEL, 50);

        assertThat(translator.translate(pressed(SERVER, ids, owned("next", BOB)), NOW))
                .isInstanceOf(Translated.SomebodyElsesButton.class);
    }

    @Test
    void anInvitationThatIsAcceptedStartsWhereItLeadsAndIsPrivate() {
        String data = new ButtonData(new ButtonData.Action.Accept("here"), Optional.of(Place.user(ANN))).written();
        IncomingMessage message = forUs(pressed(SERVER, new MessageIds(MessageIds.Reach.CHANNEL, 50), data));

        assertThat(message.body()).isEqualTo(new Body.CommandCalled("start", "here"));
        assertThat(message.privateChat()).isTrue();
    }

    private IncomingMessage forUs(Heard heard) {
        return ((Translated.ForUs) translator.translate(heard, NOW)).message();
    }

    private static String owned(String data, long owner) {
        UserId user = Place.user(owner);
        return new ButtonData(new ButtonData.Action.Press(data), Optional.of(user)).written();
    }

    private static Heard.Wrote wrote(Place place, String text, boolean reply) {
        return new Heard.Wrote(new Heard.Frame(98, ANN, place, Optional.empty()), text, reply);
    }

    private static Heard.Pressed pressed(Place place, MessageIds ids, String data) {
        return new Heard.Pressed(new Heard.Frame(97, ANN, place, Optional.empty()), "t", ids, data);
    }
}
