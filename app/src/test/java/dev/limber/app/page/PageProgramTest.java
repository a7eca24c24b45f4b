package dev.limber.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page while the program behind it comes and goes. */
@Timeout(120)
@Tag("long")
class PageProgramTest {
    @TempDir
    private Path folder;

    @RegisterExtension
    private static final Browser BROWSER = new Browser();

    private PageProgram program;
    private Tab tab;

    @BeforeEach
    void start() {
        program = PageProgram.start(folder);
        tab = BROWSER.tab();
    }

    @AfterEach
    void end() {
        program.close();
    }

    @Test
    void a_restart_loses_nothing_of_what_was_said_or_was_about_to_be() throws InterruptedException {
        tab.go(program.url("Ann")).awaitSaid("Hi, I'm Limber");
        tab.say("/stretch desk break");
        tab.press("Skip the check").awaitSaid("step 1 of 3");
        int shown = tab.said().size();
        assertThat(program.end()).isZero();
        tab.awaitTrue("document.getElementById('status').innerText === 'Reconnecting …'");
        assertThat(tab.objections()).isEmpty();
        tab.say("next").awaitSaid("next");

        program.startAgain();
        tab.awaitTrue("document.getElementById('status').innerText === ''").awaitSaid("step 2 of 3");
        assertThat(tab.said()).as("said and answered once").hasSize(shown + 2);
        tab.press("Next").awaitSaid("step 3 of 3");
    }

    @Test
    void hands_free_it_goes_on_by_itself_with_a_ring_and_a_sound() {
        tab.go(program.url("Ann")).awaitSaid("Hi, I'm Limber");
        tab.say("/stretch desk break");
        tab.press("Skip the check").awaitSaid("step 1 of 3");
        tab.say("hands-free").awaitSaid("hands-free");
        long before = tab.number("window.tones");
        tab.awaitTrue("document.querySelector('.hold.running[role=timer]')", Duration.ofSeconds(60));
        tab.awaitTrue("window.tones > " + before);
        assertThat(tab.objections()).isEmpty();
    }
}
