package dev.limber.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.MomentStyle;
import dev.limber.core.chat.Piece;
import dev.limber.core.chat.TextStyle;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What moves, runs down and sounds in the page. */
@Timeout(120)
class PageMomentsTest {
    private static final String WORDS = "Somebody <b>reaches</b> \"far\".";
    private static final String GIF = "pictures/reach.gif";
    private static final String PNG = "pictures/reach.png";

    private static final String ENTRIES = "document.querySelectorAll('.entry').length";

    private static final String IN_VIEW = """
            (() => {
              const log = document.getElementById('log').getBoundingClientRect();
              const last = document.querySelector('.entry:last-child').getBoundingClientRect();
              return last.top >= log.top && last.bottom <= log.bottom + 1;
            })()""";

    @TempDir
    private static Path folder;

    @RegisterExtension
    private static final Browser BROWSER = new Browser();

    private static ScriptedPage page;
    private static Tab tab;

    @BeforeAll
    static void start() throws IOException {
        page = new ScriptedPage(
                folder.resolve("page"),
                Map.of(GIF, MovingPicture.of(Color.RED, Color.BLUE), PNG, MovingPicture.still(Color.GREEN)));
        tab = BROWSER.tab();
    }

    @AfterAll
    static void end() {
        page.close();
    }

    @BeforeEach
    void open() {
        tab.prefer("prefers-reduced-motion", "no-preference");
        tab.go(page.url()).awaitTrue("document.querySelector('.buttons button')");
    }

    /** Touches the page, so that it may sound, and waits for what answers that: it would come behind later cues. */
    private static void goOn() {
        long before = tab.number(ENTRIES);
        tab.press("Go on").awaitAudible().awaitTrue(ENTRIES + " > " + before);
    }

    private static Block holdFor(Duration time) {
        return new Block.Text(
                TextStyle.QUIET,
                List.of(
                        new Piece.Words("Let go: "),
                        new Piece.Moment(
                                InstantSource.system().instant().plus(time), MomentStyle.RELATIVE, ZoneOffset.UTC)));
    }

    private static Block line(String words) {
        return Block.Text.of(TextStyle.BODY, words);
    }

    @Test
    void a_cue_sounds_softly_and_shows_a_ring_that_runs_down_by_itself() {
        goOn();
        long before = tab.number("window.tones");
        page.cue(line("Hold for 5 seconds."), holdFor(Duration.ofSeconds(5)));
        tab.awaitTrue("document.querySelector('.entry:last-child .hold.running[role=timer]')");
        tab.awaitTrue("window.tones > " + before);
        assertThat(tab.objections()).isEmpty();
        tab.awaitTrue("document.querySelector('.entry:last-child .hold.done')");
        assertThat(tab.element(".entry:last-child .hold text").getText()).isEqualTo("✓");

        long begun = tab.number("window.tones");
        page.cue(line("Half-way."));
        tab.awaitTrue("window.tones === " + (begun + 1));
    }

    @Test
    void what_answers_a_person_makes_no_sound_and_neither_does_anything_when_sounds_are_off() {
        goOn();
        long before = tab.number("window.tones");
        tab.press("Go on").say("hello").awaitSaid("You said: hello");
        tab.awaitTrue("!document.querySelector('.pressed')");
        assertThat(tab.number("window.tones")).isEqualTo(before);

        tab.element("#sound").click();
        page.cue(line("Quiet please."));
        tab.awaitSaid("Quiet please.");
        assertThat(tab.number("window.tones")).isEqualTo(before);
        assertThat(tab.element("#sound").getAttribute("aria-pressed")).isEqualTo("false");
        tab.element("#sound").click();
        tab.awaitTrue("window.tones === " + (before + 1));
    }

    @Test
    void what_comes_is_shown_behind_a_message_that_is_higher_than_the_page_but_to_whoever_looks_further_up() {
        tab.prefer("prefers-reduced-motion", "reduce");
        page.cue(
                Stream.generate(() -> line("One of very many lines.")).limit(60).toArray(Block[]::new));
        page.cue(line("And now?"));
        tab.awaitSaid("And now?");
        tab.awaitTrue(IN_VIEW);

        tab.run("const log = document.getElementById('log'); log.dispatchEvent(new WheelEvent('wheel'));"
                + " log.scrollTo({ top: 0, behavior: 'instant' });");
        page.cue(line("Whenever you like."));
        tab.awaitSaid("Whenever you like.");
        tab.awaitTrue("!document.getElementById('newest').hidden");
        assertThat(tab.number("document.getElementById('log').scrollTop")).isZero();
        tab.say("hello again").awaitSaid("You said: hello again");
        tab.awaitTrue("document.getElementById('newest').hidden");
        tab.awaitTrue(IN_VIEW);
    }

    @Test
    void a_hold_is_begun_and_broken_off_by_the_person_and_survives_a_reload() {
        page.cue(line("Hold for 3 seconds."), new Block.Hold(Duration.ofSeconds(3)));
        tab.awaitTrue("document.querySelector('.entry:last-child button.hold')");
        assertThat(tab.element(".entry:last-child .hold text").getText()).isEqualTo("3");
        tab.press("hold-start").press("hold-stop").press("hold-start");
        tab.reload();
        tab.awaitTrue("document.querySelector('.entry:last-child .hold.running, .entry:last-child .hold.done')");
        tab.awaitTrue("document.querySelector('.entry:last-child .hold:not(.running)')");
        assertThat(tab.objections()).isEmpty();
    }

    /** One that no browser has kept yet. */
    private static Block.Picture picture(boolean withStill) {
        return new Block.Picture(
                GIF,
                newHash(),
                WORDS,
                Optional.of(new Block.Picture.Still(PNG, newHash())).filter(_ -> withStill));
    }

    private static String newHash() {
        return (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
    }

    private static String last(String element) {
        return "document.querySelector('.entry:last-child " + element + "')";
    }

    @Test
    void a_picture_moves_and_tells_what_it_shows() {
        Block.Picture picture = picture(true);
        page.cue(picture);
        tab.awaitTrue(last("img") + "?.naturalWidth === 480");
        assertThat(tab.element(".entry:last-child img").getAttribute("alt")).isEqualTo(WORDS);
        assertThat(tab.run("return " + last("img") + ".currentSrc").toString()).endsWith(picture.contentHash());
    }

    @Test
    void whoever_is_troubled_by_movement_gets_the_still_and_nothing_that_moves_is_fetched() {
        tab.prefer("prefers-reduced-motion", "reduce");
        tab.reload();
        int before = page.fetched().size();
        Block.Picture picture = picture(true);
        page.cue(picture, line("Hold for a minute."), holdFor(Duration.ofMinutes(1)));
        tab.awaitTrue(last("img") + "?.naturalWidth === 480");
        assertThat(tab.run("return " + last("img") + ".currentSrc").toString())
                .endsWith(picture.still().orElseThrow().contentHash());
        assertThat(tab.element(".entry:last-child img").getAttribute("alt")).isEqualTo(WORDS);
        assertThat(tab.number("document.getAnimations().length")).isZero();
        assertThat(tab.objections()).isEmpty();
        assertThat(fetchedSince(before)).containsExactly(PNG);

        tab.prefer("prefers-reduced-motion", "no-preference");
        tab.awaitTrue(last("img") + ".currentSrc.endsWith('" + picture.contentHash() + "')");
        await().untilAsserted(() -> assertThat(fetchedSince(before)).containsExactly(PNG, GIF));
    }

    @Test
    void where_there_is_no_still_whoever_is_troubled_by_movement_reads_what_it_shows() {
        tab.prefer("prefers-reduced-motion", "reduce");
        tab.reload();
        int before = page.fetched().size();
        page.cue(picture(false));
        tab.awaitTrue(last("figcaption") + "?.textContent === '" + WORDS + "'");
        page.cue(picture(true));
        tab.awaitTrue(last("img") + "?.naturalWidth === 480");
        assertThat(fetchedSince(before)).containsExactly(PNG);
    }

    private static List<String> fetchedSince(int before) {
        List<String> all = page.fetched();
        return all.subList(before, all.size());
    }
}
