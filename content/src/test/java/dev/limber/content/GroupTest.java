package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Audience;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.PrivateInvitation;
import dev.limber.core.exercise.ConditionId;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Screening;
import dev.limber.core.session.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where others read along. What it reads like stands in the transcripts. */
class GroupTest {
    private static final int LONGEST_NOTICE = 200;

    static Stream<Locale> languages() {
        return BuiltIn.content().phrasebook().languages().stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void somebodyElsesButtonIsAnsweredWithANoticeForWhoeverPressedIt(Locale language) {
        TestChat chat = group(language, screened());
        chat.type("/stretch two-minute");
        UserState before = chat.state();

        List<OutgoingMessage> said =
                chat.letAnotherPress(before.offers().getFirst().label(), before);

        assertThat(chat.state()).isEqualTo(before);
        assertThat(said).singleElement().satisfies(message -> {
            assertThat(message.audience())
                    .isInstanceOfSatisfying(
                            Audience.OnlyPerson.class,
                            only -> assertThat(only.person().id()).isEqualTo("bob"));
            assertThat(message.buttons()).isEmpty();
            assertThat(message.replaces()).isEmpty();
            assertThat(message.invitation()).isEmpty();
            assertThat(TestChat.shown(message)).contains("/");
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noticesAreShortInEveryLanguage(Locale language) {
        var phrases = BuiltIn.content().phrasebook().in(language);
        String stretch = phrases.say("command.stretch.name");
        Map<String, Integer> where = Map.of("step", 22, "steps", 23);

        assertThat(Stream.of(
                        phrases.say("hint.not-yours", Map.of("stretch", stretch)),
                        phrases.say("hint.stale"),
                        phrases.say("hint.stale-in-routine", where)))
                .allSatisfy(notice -> assertThat(notice).hasSizeLessThanOrEqualTo(LONGEST_NOTICE));
        assertThat(phrases.say("hint.not-yours", Map.of("stretch", stretch))).contains("/" + stretch);
    }

    @Test
    void anOldButtonOfOnesOwnIsANoticeToo() {
        TestChat chat = group(Locale.ENGLISH, screened());
        chat.type("/stretch two-minute");
        String old = chat.state().offers().getFirst().data();
        chat.type("next");
        chat.pass(Duration.ofSeconds(10));

        assertThat(chat.pressData(old)).singleElement().satisfies(message -> {
            assertThat(message.audience()).isInstanceOf(Audience.OnlyPerson.class);
            assertThat(message.invitation()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/progress, progress",
        "/fortschritt, progress",
        "/settings, settings",
        "/settings hold 20, settings",
        "/safety, safety",
        "/mydata, mydata",
        "/forget, forget",
        "/stretch, stretch",
        "/stretch lower-back, here",
        "it hurts, here",
        "my chest hurts, here"
    })
    void anInvitationLeadsToWhatItStandsFor(String typed, String start) {
        TestChat chat = group(Locale.ENGLISH, screened());

        List<OutgoingMessage> said = chat.type(typed);

        assertThat(said.getFirst().invitation().map(PrivateInvitation::start)).contains(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/settings colour", "/stretch towel-roll-reset", "/safety", "/progress"})
    void onlyTheFirstMessageForOnePersonAloneInvites(String typed) {
        TestChat chat = group(Locale.ENGLISH, screened());

        List<OutgoingMessage> said = chat.type(typed);

        assertThat(said)
                .filteredOn(message -> message.audience() instanceof Audience.OnlyPerson)
                .first()
                .satisfies(first -> assertThat(first.invitation()).isPresent());
        assertThat(said).filteredOn(message -> message.invitation().isPresent()).hasSize(1);
    }

    @Test
    void inAPrivateChatNobodyIsInvited() {
        var chat = new TestChat(BuiltIn.content(), Locale.ENGLISH, screened());

        assertThat(chat.type("/progress").getFirst().invitation()).isEmpty();
        assertThat(chat.type("/stretch").getFirst().invitation()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "ok", "delete it", "erase everything"})
    void nobodyIsForgottenByAWordThatWasMeantForOthers(String typed) {
        TestChat chat = group(Locale.ENGLISH, screened());
        chat.type("/forget");

        chat.type(typed);

        assertThat(chat.state().screening()).isPresent();
    }

    @Test
    void whereOthersReadAlongStartTakesNoInvitations() {
        TestChat chat = group(Locale.ENGLISH, screened());

        assertThat(TestChat.shown(chat.type("/start here").getFirst())).contains("“here”");
        assertThat(TestChat.shown(chat.type("/start mydata").getFirst())).contains("“mydata”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HERE", "here there", "../here", "forget now", "💣", "{name}", "about", "a'{'b", "1:a:w:stop"})
    void whateverALinkHandsOverIsAnsweredKindly(String payload) {
        var chat = new TestChat(BuiltIn.content(), Locale.ENGLISH, screened());

        List<OutgoingMessage> said = chat.type("/start " + payload);

        assertThat(TestChat.shown(said.getFirst())).contains("Here is what there is");
        assertThat(chat.state().dialogue()).isEqualTo(new Dialogue.None());
    }

    @Test
    void aSettingThatIsOpenIsShownAgain() {
        TestChat chat = group(Locale.ENGLISH, screened());
        chat.type("/settings hold");
        chat.go(false);

        assertThat(TestChat.shown(chat.type("/start here").getFirst())).contains("How long would you like to hold?");
        assertThat(chat.state().dialogue()).isEqualTo(new Dialogue.EnterSetting("hold"));
    }

    private static TestChat group(Locale language, UserState state) {
        var chat = new TestChat(BuiltIn.content(), language, state);
        chat.go(true);
        return chat;
    }

    private static UserState screened() {
        return UserState.initial()
                .withScreening(Optional.of(new Screening(
                        Instant.parse("2026-11-18T08:00:00Z"), false, Set.of(new ConditionId("shoulder")))));
    }
}
