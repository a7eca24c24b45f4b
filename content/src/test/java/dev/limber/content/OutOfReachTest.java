package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.session.Stretch;
import dev.limber.core.session.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody could not be written to. What they are told when they are back reads as in the transcripts. */
class OutOfReachTest {
    private static final Instant FIRST = Instant.parse("2026-11-18T09:00:00Z");

    private final TestChat chat = new TestChat(BuiltIn.content(), Locale.ENGLISH);

    @Test
    void aHandsFreeRoutineIsPausedAndNoCueComesAnyMore() {
        beginHandsFree();
        UserState before = chat.state();

        assertThat(lose()).isEmpty();

        assertThat(stretch().isPaused()).isTrue();
        assertThat(chat.pass(Duration.ofMinutes(10))).isEmpty();
        assertThat(chat.state().withUnreachableSince(Optional.empty()).withStretch(before.stretch()))
                .isEqualTo(before);
    }

    @Test
    void theFirstTimeCountsAndAnotherChangesNothing() {
        beginHandsFree();
        lose();
        UserState lost = chat.state();
        chat.pass(Duration.ofMinutes(3));

        assertThat(lose()).isEmpty();

        assertThat(chat.state()).isEqualTo(lost);
        assertThat(chat.state().unreachableSince()).contains(FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/progress", "again", "hello", "?", ""})
    void theyAreToldOnceBeforeTheAnswer(String typed) {
        beginHandsFree();
        lose();

        List<OutgoingMessage> said = chat.type(typed);

        assertThat(said).hasSizeGreaterThan(1);
        isNotice(said.getFirst());
        assertThat(TestChat.shown(said.getFirst())).contains("since Wed 18 Nov, 10:00", "paused", "step 1 of 2");
        assertThat(said.subList(1, said.size())).noneMatch(OutOfReachTest::tells);
        assertThat(chat.state().unreachableSince()).isEmpty();
        assertThat(chat.type(typed)).isNotEmpty().noneMatch(OutOfReachTest::tells);
    }

    @Test
    void aPressIsAnsweredBelowTheNoticeAndTakesThePlaceOfNothing() {
        begin();
        lose();

        List<OutgoingMessage> said = chat.press("Next");

        isNotice(said.getFirst());
        assertThat(said)
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.replaces()).isEmpty());
    }

    @Test
    void aSharedLocationCountsAsBeingBack() {
        lose();

        assertThat(chat.receive(new Body.LocationShared(47, 8))).hasSize(2).satisfiesOnlyOnce(OutOfReachTest::isNotice);
    }

    @Test
    void amongOthersNobodyElseIsTold() {
        begin();
        lose();
        chat.go(true);

        OutgoingMessage notice = chat.type("again").getFirst();

        isNotice(notice);
        assertThat(notice.invitation()).isEmpty();
        assertThat(notice.announcement()).isEmpty();
    }

    @Test
    void somebodyElsesButtonIsNoTimeToTellThem() {
        begin();
        chat.go(true);
        UserState lost = UserState.initial().withUnreachableSince(Optional.of(FIRST));

        assertThat(chat.letAnotherPress("Next", lost)).singleElement().matches(message -> !tells(message));
    }

    @ParameterizedTest
    @CsvSource({"true, resume", "false, resume", "true, next", "false, next"})
    void whatWasPausedIsCarriedOnAsItWas(boolean handsFree, String word) {
        if (handsFree) {
            beginHandsFree();
        } else {
            begin();
        }
        lose();

        List<OutgoingMessage> said = chat.type(word);

        assertThat(TestChat.shown(said.getLast())).contains("Here is where you were", "step 1 of 2");
        assertThat(stretch().isPaused()).isFalse();
        assertThat(stretch().isHandsFree()).isEqualTo(handsFree);
        assertThat(chat.pass(Duration.ofMinutes(10)).isEmpty()).isEqualTo(!handsFree);
    }

    @Test
    void withoutAnythingUnderWayTheyAreToldAllTheSame() {
        lose();

        OutgoingMessage notice = chat.type("/help").getFirst();

        isNotice(notice);
        assertThat(TestChat.shown(notice)).doesNotContain("paused");
    }

    @Test
    void whatIsUrgentComesAloneAndTheNoticeWaits() {
        begin();
        lose();

        assertThat(chat.type("I want to die")).singleElement().matches(message -> !tells(message));
        assertThat(chat.type("it hurts")).singleElement().matches(message -> !tells(message));
        assertThat(chat.state().unreachableSince()).contains(FIRST);
        assertThat(chat.type("no")).hasSize(2).satisfiesOnlyOnce(OutOfReachTest::isNotice);
    }

    @Test
    void whoeverIsForgottenIsForgottenWithIt() {
        chat.type("/forget");
        lose();

        assertThat(chat.type("yes")).singleElement().matches(message -> !tells(message));
        assertThat(chat.state()).isEqualTo(UserState.initial());
    }

    private void begin() {
        chat.type("/stretch morning");
        chat.type("skip");
        assertThat(stretch().isPaused()).isFalse();
    }

    private void beginHandsFree() {
        chat.type("/settings hands-free on");
        begin();
    }

    private List<OutgoingMessage> lose() {
        return chat.receive(new Body.UserUnreachable("closed"));
    }

    private Stretch stretch() {
        return chat.state().stretch().orElseThrow();
    }

    private static void isNotice(OutgoingMessage message) {
        assertThat(message).matches(OutOfReachTest::tells);
        assertThat(message.audience()).isInstanceOf(Audience.OnlyPerson.class);
        assertThat(message.buttons()).isEmpty();
    }

    private static boolean tells(OutgoingMessage message) {
        return TestChat.shown(message).contains("get through to you");
    }
}
