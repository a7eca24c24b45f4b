package dev.limber.app.page;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What moves, runs down and sounds in the page. */
@Timeout(120)
class PageMomentsTest {
    private static final Block.Picture PICTURE =
            new Block.Picture("pictures/reach.gif", ScriptedPage.HASH, "Somebody <b>reaches</b> \"far\".");

    @TempDir
    private static Path folder;

    private static ScriptedPage page;
    private static Tab tab;

    @BeforeAll
    static void start() throws IOException {
        page = new ScriptedPage(folder.resolve("page"), MovingPicture.of(Color.RED, Color.BLUE));
        tab = Tab.open(folder.resolve("browser"), "en");
    }

    @AfterAll
    static void end() {
        tab.close();
        page.close();
    }

    @BeforeEach
    void open() {
        tab.prefer("prefers-reduced-motion", "no-preference");
        tab.go(page.url()).awaitTrue("document.querySelector('.buttons button')");
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
        tab.press("Go on");
        tab.awaitTrue("document.querySelectorAll('.entry').length > 1");
        long before = tab.number("window.tones");
        page.cue(line("Hold for 2 seconds."), holdFor(Duration.ofSeconds(2)));
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
        tab.press("Go on");
        long before = tab.number("window.tones");
        tab.press("Go on").say("hello").awaitSaid("hello");
        tab.awaitTrue("!document.querySelector('.sending')");
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

    @Test
    void a_picture_moves_and_tells_what_it_shows() {
        page.cue(PICTURE);
        tab.awaitTrue("document.querySelector('.entry:last-child img')?.naturalWidth === 480");
        assertThat(tab.element(".entry:last-child img").getAttribute("alt")).isEqualTo(PICTURE.alternative());
    }

    @Test
    void whoever_is_troubled_by_movement_gets_the_first_picture_alone() {
        tab.prefer("prefers-reduced-motion", "reduce");
        tab.reload();
        page.cue(PICTURE, line("Hold for a minute."), holdFor(Duration.ofMinutes(1)));
        tab.awaitTrue("document.querySelector('.entry:last-child canvas')");
        assertThat(tab.run("return [...document.querySelector('.entry:last-child canvas').getContext('2d')"
                        + ".getImageData(240, 180, 1, 1).data].join()"))
                .isEqualTo("255,0,0,255");
        assertThat(tab.element(".entry:last-child canvas").getAttribute("aria-label"))
                .isEqualTo(PICTURE.alternative());
        assertThat(tab.number("document.getAnimations().length")).isZero();
        assertThat(tab.objections()).isEmpty();
    }
}
