package dev.limber.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.telegram.standin.Person;
import dev.limber.telegram.standin.Posted;
import dev.limber.telegram.standin.Press;
import dev.limber.telegram.standin.Room;
import dev.limber.testkit.Echo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody sees in a private chat. */
class ConversationTest {
    private final Rig rig = Rig.open();
    private final Person ann = rig.ann();

    @AfterEach
    void close() {
        assertThat(rig.api.violations()).isEmpty();
        rig.close();
    }

    @Test
    void aCommandIsAnsweredWithItsArgument() {
        Room room = rig.privately(ann, "/stretch  lower back ", 1);

        assertThat(room.last().text()).isEqualTo("/stretch(lower back) in en");
    }

    @Test
    void aDeepLinkStartsWithWhatItCarries() {
        ann.startsWith("lower-back");

        assertThat(ann.privately().awaitPosted(1).getFirst().text()).isEqualTo("/start(lower-back) in en");
    }

    @Test
    void theLanguageOfTheClientComesAlong() {
        Person bert = rig.api.person("Bert", "pt-br");

        assertThat(rig.privately(bert, "/help", 1).last().text()).endsWith("in pt-BR");
    }

    @Test
    void aPressIsAnsweredAtOnceAndChangesThePromptInItsPlaceWhileItIsTheLastMessage() {
        Room room = rig.privately(ann, "buttons", 1);
        Posted prompt = room.last();
        Press press = ann.presses(prompt, "Next").awaitAnswered();

        prompt.await(() -> prompt.edits() == 1);
        assertThat(prompt.text()).isEqualTo("2 pressed next");
        assertThat(prompt.labels()).containsExactly("Next", "It hurts");
        assertThat(room.posted()).hasSize(1);
        assertThat(press.toast()).isEmpty();
    }

    @Test
    void aPressBelowWhichSomethingElseStandsIsAnsweredByANewMessage() {
        Room room = rig.privately(ann, "buttons", 1);
        Posted prompt = room.last();
        rig.privately(ann, "hm", 2);

        ann.presses(prompt, "Next").awaitAnswered();

        assertThat(room.awaitPosted(3).getLast().text()).isEqualTo("3 pressed next");
        assertThat(prompt.edits()).isZero();
    }

    @Test
    void anOldButtonStillWorksAfterARestartAndOnAMessageThatTelegramHasForgotten() {
        Room room = rig.privately(ann, "buttons", 1);
        Posted prompt = room.last();
        rig.restart();

        ann.presses(prompt, "Next");
        prompt.await(() -> prompt.edits() == 1);
        rig.api.enqueueRaw("""
                {"callback_query": {"id": "old", "from": {"id": %d, "is_bot": false, "first_name": "Ann"},
                    "message": {"chat": {"id": %d, "type": "private"}, "message_id": 1, "date": 0},
                    "chat_instance": "1", "data": "next"}}""".formatted(ann.id(), room.id()));

        assertThat(room.awaitPosted(2).getLast().text()).isEqualTo("3 pressed next");
    }

    @Test
    void anEditThatChangesNothingIsFine() {
        Room room = rig.privately(ann, "buttons", 1);
        ann.pressesOld(room.last(), "same");
        rig.privately(ann, "after", 2);

        ann.presses(room.posted().getFirst(), "Next");

        assertThat(room.awaitPosted(3)).hasSize(3);
    }

    @Test
    void whateverSomebodySendsIsHeard() {
        Room room = ann.privately();
        ann.sendsSticker("👍");
        room.awaitPosted(1);
        ann.sendsPhoto("my back");
        room.awaitPosted(2);
        ann.sendsPhoto("");
        room.awaitPosted(3);
        ann.sharesLocation(52.5, 13.4);

        assertThat(room.awaitPosted(4)).extracting(Posted::text).containsExactly("1 👍", "2 my back", "3", "52.5/13.4");
    }

    @Test
    void whatSomebodyChangesLaterIsNotHeardAgain() {
        Room room = ann.privately();
        Posted said = ann.says(room, "one");
        room.awaitPosted(1);
        ann.edits(said, "two");
        rig.privately(ann, "three", 2);

        assertThat(room.posted()).extracting(Posted::text).containsExactly("1 one", "2 three");
    }

    @Test
    void hostileWordsAreShownAsTheyAre() {
        Room room = ann.privately();
        List<String> hostile = List.of(
                "<b>x</b> &amp; <a href=\"tg://user?id=1\">",
                "x'); DROP TABLE subject; --",
                "@everyone \u202Eabc",
                "👩‍👩‍👧‍👦🏳️‍🌈");
        for (String words : hostile) {
            rig.privately(ann, words, room.posted().size() + 1);
            assertThat(room.last().text()).endsWith(words);
        }
    }

    @Test
    void aLongTextIsPartedBetweenLines() {
        Room room = rig.privately(ann, "many 1000", 5);

        assertThat(room.posted()).allSatisfy(posted -> {
            assertThat(posted.text().length()).isLessThanOrEqualTo(4096);
            assertThat(posted.text().lines()).allMatch("line <&> of words"::equals);
        });
        await().untilAsserted(() -> assertThat(room.posted().stream()
                        .mapToLong(posted -> posted.text().lines().count())
                        .sum())
                .isEqualTo(1000));
    }

    @ParameterizedTest
    @CsvSource({"TIME,t", "DATE,wD", "DATE_AND_TIME,wDt", "RELATIVE,r"})
    void aMomentIsShownInTheFormatOfTheReader(String style, String format) {
        Posted posted = rig.privately(ann, "moment " + style, 1).last();

        assertThat(posted.html())
                .contains("<tg-time unix=\"" + Echo.MOMENT.getEpochSecond() + "\" format=\"" + format + "\">")
                .endsWith("</tg-time> &lt;b&gt;");
        assertThat(posted.entities())
                .anySatisfy(entity -> assertThat(entity.type()).isEqualTo("date_time"));
    }

    @Test
    void aDocumentCarriesTheWordsBeforeIt() {
        Posted posted = rig.privately(ann, "file", 1).last();

        assertThat(posted.text()).isEqualTo("Your data.");
        assertThat(posted.media().orElseThrow().fileName()).isEqualTo("limber.json");
        assertThat(rig.api.content(posted.media().orElseThrow()))
                .hasValue("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    }
}
