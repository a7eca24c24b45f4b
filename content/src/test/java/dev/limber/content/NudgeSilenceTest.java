package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Body;
import dev.limber.core.session.Fate;
import dev.limber.core.session.NudgeDecision.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds a nudge back, and what does not; it is 10:00 in Berlin, on a Wednesday. */
class NudgeSilenceTest {
    private final TestChat chat = new TestChat(BuiltIn.content(), Locale.ENGLISH);

    /** What is done first, how long passes, and what becomes of the nudge of 11:00. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            hello                                                    | 60M   | SENT
            /stretch two-minute; skip                                | 60M   | STRETCHING_NOW
            /stretch two-minute; skip; pause                         | 60M   | STRETCHING_NOW
            /stretch two-minute; skip; stop                          | 60M   | SENT
            ~ 20M; /stretch two-minute; skip; done; better           | 40M   | STRETCHED_BEFORE
            /stretch two-minute; skip; done; better                  | 60M   | SENT
            not today                                                | 60M   | NOT_TODAY
            /stretch; chest pain                                     | 60M   | LOCKED
            /stretch two-minute; skip; it hurts                      | 60M   | LOCKED
            /nudge in 55 minutes                                     | 60M   | ANOTHER_BEFORE
            /nudge in 45 minutes                                     | 60M   | SENT
            /settings goal 1; /settings goal-rest on; /stretch two-minute; skip; done; better | 60M | GOAL_REACHED
            /settings goal 1; /stretch two-minute; skip; done; better | 60M  | SENT
            """)
    void whatCameBeforeDecides(String before, String time, Verdict verdict) {
        chat.type("/settings zone Berlin");
        chat.type("/nudge 11:00 daily");
        play(before);
        chat.pass(Duration.parse("PT" + time));

        assertThat(chat.nudges().lastVerdict()).contains(verdict);
    }

    @Test
    void whatWasAskedForOnceComesSoonAfterAnotherAndAfterStretching() {
        play("/settings zone Berlin; /nudge 11:00 daily; ~ 60M; /stretch two-minute; skip; done; better");
        play("/nudge in 5 minutes; ~ 5M");

        assertThat(chat.nudges().lastVerdict()).contains(Verdict.SENT);
        assertThat(chat.nudges().said()).hasSize(2);
    }

    @Test
    void onlyWhatIsNotMuchTooLateIsSaid() {
        play("/settings zone Berlin; /nudge 11:00 daily; z 90M");
        assertThat(chat.nudges().lastVerdict()).contains(Verdict.SENT);

        play("z 25H");
        assertThat(chat.nudges().lastVerdict()).contains(Verdict.TOO_LATE);
        assertThat(chat.nudges().said()).hasSize(1);
        assertThat(chat.nudges().planned().getFirst().due()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    }

    @Test
    void whatComesLateIsNotSaidIntoQuietHours() {
        play("/settings zone Berlin; /settings quiet hours 11:05-12; /nudge 11:00 daily; z 70M");

        assertThat(chat.nudges().lastVerdict()).contains(Verdict.QUIET_HOURS);
        assertThat(chat.nudges().said()).isEmpty();
    }

    @Test
    void whatIsSaidMustHaveLeftBeforeItIsQuiet() {
        play("/settings zone Berlin; /nudge 11:00 daily; ~ 60M; /settings quiet hours 11:05-12; ~ 24H");

        assertThat(chat.nudges().notAfter())
                .containsExactly(Optional.empty(), Optional.of(Instant.parse("2026-11-19T10:05:00Z")));
    }

    @Test
    void aClockThatIsSetBackSendsNothingTwice() {
        play("/settings zone Berlin; /nudge 11:00 daily; ~ 61M");
        chat.setBack(Duration.ofMinutes(31));
        play("/settings quiet hours 22-7; ~ 2H");

        assertThat(chat.nudges().said()).hasSize(1);
        assertThat(chat.nudges().planned().getFirst().due()).isEqualTo(Instant.parse("2026-11-19T10:00:00Z"));
    }

    @Test
    void anOccurrenceThatComesAgainIsNotSaidAgain() {
        play("/settings zone Berlin; /nudge 11:00 daily");
        var due = chat.nudges().planned().getFirst();
        play("~ 60M");

        assertThat(chat.ring(due)).isEmpty();
        assertThat(chat.nudges().said()).hasSize(1);
        assertThat(chat.nudges().planned()).hasSize(1);
    }

    @Test
    void zoneQuietHoursAndRestDaysPlanAnewAtOnce() {
        play("/settings zone Berlin; /nudge 11:00 daily");

        play("/settings zone Tokyo");
        assertThat(chat.nudges().planned().getFirst().due()).isEqualTo(Instant.parse("2026-11-19T02:00:00Z"));
        play("/settings quiet hours 10-12");
        assertThat(chat.nudges().planned()).isEmpty();
        play("/settings quiet hours off; /settings rest days Thursday");
        assertThat(chat.nudges().planned().getFirst().due()).isEqualTo(Instant.parse("2026-11-20T02:00:00Z"));
    }

    @Test
    void whatDidNotArriveIsNotTakenForIgnored() {
        play("/settings zone Berlin; /nudge 11:00 daily");
        for (int i = 0; i < 12; i++) {
            play("~ 24H");
            chat.nudges().settleLast(Optional.of(Fate.LOST));
        }

        assertThat(chat.state().nudges().ignored()).isZero();
        assertThat(chat.state().nudges().set()).hasSize(1);
    }

    @Test
    void startingAndPausingTakeBackWhatWaits() {
        play("/settings zone Berlin; /nudge 11:00 daily");
        assertThat(chat.nudges().withdrawn()).isZero();

        play("/stretch two-minute; skip");
        assertThat(chat.nudges().withdrawn()).isEqualTo(1);
        play("stop; /nudge pause 2 weeks");
        assertThat(chat.nudges().withdrawn()).isEqualTo(2);
        play("/nudge on; not today");
        assertThat(chat.nudges().withdrawn()).isEqualTo(3);
        play("/nudge off");
        assertThat(chat.nudges().withdrawn()).isEqualTo(4);
        play("/nudge on");
        chat.receive(new Body.UserUnreachable("blocked"));
        assertThat(chat.nudges().withdrawn()).isEqualTo(5);
        assertThat(chat.nudges().planned()).isEmpty();
        assertThat(chat.state().nudges().set()).hasSize(1);
    }

    @Test
    void whoeverIsForgottenHasNone() {
        play("/settings zone Berlin; /nudge 11:00 daily; /forget; yes");

        assertThat(chat.state().nudges().all()).isEmpty();
        assertThat(chat.nudges().planned()).isEmpty();
    }

    private void play(String script) {
        for (String line : script.split("; ", -1)) {
            if (line.startsWith("~ ")) {
                chat.pass(Duration.parse("PT" + line.substring(2).strip()));
            } else if (line.startsWith("z ")) {
                chat.sleepThrough(Duration.parse("PT" + line.substring(2).strip()));
            } else {
                chat.type(line.strip());
            }
        }
    }
}
