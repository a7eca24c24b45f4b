package dev.limber.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.discord.standin.Channel;
import dev.limber.discord.standin.Interaction;
import dev.limber.discord.standin.Person;
import dev.limber.discord.standin.Posted;
import dev.limber.testkit.Echo;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody sees in the chat with the bot. */
class ConversationTest {
    private final Rig rig = Rig.open();
    private final Person ann = rig.ann();
    private final Channel dm = ann.dm();

    @AfterEach
    void close() {
        assertThat(rig.api.violations()).isEmpty();
        rig.close();
    }

    @Test
    void aCommandIsAnsweredInItsCallback() {
        Interaction asked = ann.slash(dm, "stretch", Map.of("routine", " lower back "));

        assertThat(asked.awaitReply().text()).isEqualTo("/stretch(lower back) in en-US");
        assertThat(asked.callbackType()).isEqualTo(OptionalInt.of(4));
        assertThat(dm.posted()).hasSize(1);
    }

    @Test
    void theLanguageOfTheClientComesAlongAndIsRememberedForWhatIsWritten() {
        Person bert = rig.person("Bert", "de");
        assertThat(bert.slash(bert.dm(), "help").awaitReply().text()).endsWith("in de");

        bert.writes(bert.dm(), "/help");
        assertThat(bert.dm().awaitPosted(2).getLast().text()).endsWith("in de");
    }

    @Test
    void wordsAreHeard() {
        rig.privately(ann, "next", 1);

        assertThat(dm.last().text()).isEqualTo("1 next");
    }

    @Test
    void aPressChangesThePromptInItsPlaceWhileItIsTheLastMessage() {
        Posted prompt = rig.privately(ann, "buttons", 1).last();
        Interaction press = ann.presses(prompt, "Next").awaitAcknowledged();

        prompt.await(() -> prompt.edits() == 1);
        assertThat(press.callbackType()).isEqualTo(OptionalInt.of(7));
        assertThat(prompt.text()).isEqualTo("2 pressed next");
        assertThat(prompt.labels()).containsExactly("Next", "It hurts");
        assertThat(dm.posted()).hasSize(1);
    }

    @Test
    void theAnswerOfACommandCanBeSteeredToo() {
        Posted prompt = ann.slash(dm, "routine", Map.of("routine", "desk")).awaitReply();
        ann.presses(prompt, "Next").awaitAcknowledged();
        prompt.await(() -> prompt.edits() == 1);

        ann.writes(dm, "next");
        assertThat(dm.awaitPosted(2).getLast().text()).isEqualTo("3 next");
    }

    @Test
    void aPressBelowWhichSomethingElseStandsIsAnsweredByANewMessage() {
        Posted prompt = rig.privately(ann, "buttons", 1).last();
        rig.privately(ann, "hm", 2);

        ann.presses(prompt, "Next").awaitAcknowledged();

        assertThat(dm.awaitPosted(3).getLast().text()).isEqualTo("3 pressed next");
        assertThat(prompt.edits()).isZero();
    }

    @Test
    void anOldButtonStillWorksAfterARestart() {
        Posted prompt = rig.privately(ann, "buttons", 1).last();
        rig.restart();

        ann.presses(prompt, "Next");
        prompt.await(() -> prompt.edits() == 1);
        assertThat(prompt.text()).isEqualTo("2 pressed next");
    }

    @Test
    void twoQuickPressesAreBothTaken() {
        Posted prompt = rig.privately(ann, "buttons", 1).last();
        Interaction one = ann.presses(prompt, "Next");
        Interaction two = ann.presses(prompt, "Next");

        assertThat(one.awaitAcknowledged().isAcknowledged()).isTrue();
        assertThat(two.awaitAcknowledged().isAcknowledged()).isTrue();
        prompt.await(() -> prompt.text().equals("3 pressed next"));
    }

    @Test
    void whateverSomebodyWritesIsShownAsItIs() {
        List<String> hostile = List.of(
                "2 * 3 _and_ <b>x</b> [a](https://b.c) ||d||",
                "x'); DROP TABLE subject; --",
                "@everyone @here <@" + rig.api.botId() + ">",
                "\u202Eabc 👩‍👩‍👧‍👦🏳️‍🌈");
        for (String words : hostile) {
            rig.privately(ann, words, dm.posted().size() + 1);
            assertThat(dm.last().text()).endsWith(words);
            assertThat(dm.last().pinged()).isEmpty();
        }
    }

    @Test
    void aLongTextIsPartedBetweenLines() {
        rig.privately(ann, "many 1000", 6);

        assertThat(dm.posted()).allMatch(posted -> posted.source().length() <= 4000);
        assertThat(dm.posted().stream()
                        .mapToLong(posted -> posted.text().lines().count())
                        .sum())
                .isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({"TIME,t", "DATE,D", "DATE_AND_TIME,f", "RELATIVE,R"})
    void aMomentIsShownInTheFormatOfTheReader(String style, String format) {
        assertThat(rig.privately(ann, "moment " + style, 1).last().source())
                .isEqualTo("At <t:" + Echo.MOMENT.getEpochSecond() + ":" + format + "> \\<b\\>");
    }

    @Test
    void aDocumentComesWithTheWordsBeforeIt() {
        Posted posted = rig.privately(ann, "file", 1).last();

        assertThat(posted.text()).contains("Your data.");
        assertThat(posted.attachments().getFirst().fileName()).isEqualTo("limber.json");
    }

    @Test
    void aPictureCarriesItsWordsForThoseWhoDoNotSeeIt() {
        Posted posted = rig.privately(ann, "picture reach.gif", 1).last();

        assertThat(posted.text()).isEqualTo("Look at reach.gif");
        assertThat(posted.descriptions()).containsExactly("Somebody stretches.");
        assertThat(posted.attachments()).extracting(each -> each.fileName()).containsExactly("reach.gif");
    }

    @Test
    void aPromptChangesFromOnePictureToAnotherAndToNone() {
        Posted posted = rig.privately(ann, "picture a.gif", 1).last();
        ann.pressesOld(posted, "picture b.gif");
        posted.await(() -> posted.edits() == 1);
        assertThat(posted.attachments()).extracting(each -> each.fileName()).containsExactly("b.gif");

        ann.presses(posted, "Next");
        posted.await(() -> posted.edits() == 2);
        assertThat(posted.attachments()).isEmpty();
    }

    @Test
    void aPictureThatIsGoneLeavesTheWords() {
        Posted posted = rig.privately(ann, "picture gone.gif", 1).last();

        assertThat(posted.text()).isEqualTo("Look at gone.gif");
        assertThat(posted.attachments()).isEmpty();
    }

    @Test
    void whatIsForOnePersonIsAnOrdinaryMessageWhereNobodyElseIs() {
        Posted posted = ann.slash(dm, "mine").awaitReply();

        assertThat(posted.text()).isEqualTo("Your blood pressure.");
        assertThat(posted.isEphemeral()).isFalse();
    }
}
