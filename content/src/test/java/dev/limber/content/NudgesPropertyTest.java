package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.session.Nudges;
import dev.limber.core.session.UserState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever somebody does, and however long anything takes. */
class NudgesPropertyTest {
    private static final List<String> WORDS = List.of(
            "/nudge 9:00 weekdays",
            "/nudge every 90 min 9-17",
            "/nudge daily 7:30 and 21:00",
            "/nudge in 20 minutes",
            "/nudge tomorrow 8am",
            "/nudge off",
            "/nudge on",
            "/nudge pause 2 weeks",
            "/nudge pause until monday",
            "/nudge nonsense",
            "/nudge",
            "/nudge why",
            "/nudge test",
            "/settings zone Tokyo",
            "/settings zone New York",
            "/settings quiet hours 22-7",
            "/settings quiet hours off",
            "/settings rest days Sunday",
            "/stretch two-minute",
            "/forget",
            "remind me hourly",
            "skip",
            "done",
            "better",
            "not today",
            "later",
            "snooze",
            "yes",
            "no",
            "stop");

    @Provide
    Arbitrary<List<String>> conversations() {
        Arbitrary<String> said = Arbitraries.of(WORDS);
        Arbitrary<String> pressed = Arbitraries.integers().between(0, 9).map(button -> "> " + button);
        Arbitrary<String> passes =
                Arbitraries.of("~ 1M", "~ 15M", "~ 2H", "~ 9H", "~ 30H", "z 20M", "z 5H", "z 70H", "< 3H");
        return Arbitraries.frequencyOf(Tuple.of(4, said), Tuple.of(2, pressed), Tuple.of(4, passes))
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 150)
    void noOccurrenceIsSaidTwiceAndNoneIsPlannedWhereNoneMayCome(@ForAll("conversations") List<String> conversation) {
        var chat = new TestChat(BuiltIn.content(), Locale.ENGLISH);
        for (String what : conversation) {
            play(chat, what);
            assertThat(chat.state().nudges().set()).hasSizeLessThanOrEqualTo(Nudges.MOST);
            assertThat(chat.nudges().planned())
                    .allSatisfy(nudge ->
                            assertThat(isHeldBack(chat.state(), nudge.due())).isFalse());
            // Whatever was said as a nudge was noted as one, each under an occurrence of its own.
            assertThat(chat.nudges().sent()).doesNotHaveDuplicates();
        }
    }

    private static void play(TestChat chat, String what) {
        if (what.startsWith("~ ")) {
            chat.pass(Duration.parse("PT" + what.substring(2)));
        } else if (what.startsWith("z ")) {
            chat.sleepThrough(Duration.parse("PT" + what.substring(2)));
        } else if (what.startsWith("< ")) {
            chat.setBack(Duration.parse("PT" + what.substring(2)));
        } else if (what.startsWith("> ")) {
            List<String> shown = chat.shownData();
            if (!shown.isEmpty()) {
                chat.pressData(shown.get(Integer.parseInt(what.substring(2)) % shown.size()));
            }
        } else {
            chat.type(what);
        }
    }

    private static boolean isHeldBack(UserState state, Instant due) {
        var at = due.atZone(state.zone().orElse(ZoneId.of("Europe/Berlin")));
        LocalTime time = at.toLocalTime();
        boolean quiet = state.preferences()
                .quietHours()
                .filter(hours -> hours.contains(time))
                .isPresent();
        boolean paused =
                state.nudges().pausedUntil().filter(at.toLocalDate()::isBefore).isPresent();
        return quiet || paused || state.nudges().outOfReach();
    }
}
