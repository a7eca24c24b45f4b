package dev.limber.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page while the program behind it comes and goes. */
@Timeout(120)
class PageProgramTest {
    private static final Path IN_PAPERS = Path.of("../docs/page.png");
    private static final int MOST_BYTES = 150_000;

    @TempDir
    private Path folder;

    private PageProgram program;
    private Tab tab;

    @BeforeEach
    void start() {
        program = PageProgram.start(folder);
        tab = Tab.open(folder.resolve("browser"), "en");
        tab.size(900, 860);
    }

    @AfterEach
    void end() {
        tab.close();
        program.close();
    }

    @Test
    @Tag("long")
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
    @Tag("long")
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

    /** Write it anew with {@code -Dlimber.papers=write}. */
    @Test
    void the_picture_in_the_papers_is_one_of_this_page() throws IOException {
        tab.size(720, 800);
        tab.go(program.url("Ann")).awaitSaid("Hi, I'm Limber");
        tab.say("something for the desk");
        tab.press("Skip the check").awaitSaid("step 1 of 3");
        tab.press("Start: 20 seconds");
        tab.awaitTrue("document.querySelector('.hold text').textContent === '17'");
        tab.run("document.activeElement.blur()");
        byte[] taken = tab.picture();
        Files.write(Files.createDirectories(Path.of("target/page")).resolve("page.png"), taken);
        if ("write".equals(System.getProperty("limber.papers"))) {
            Files.write(IN_PAPERS, taken);
        }

        BufferedImage inPapers = ImageIO.read(IN_PAPERS.toFile());
        BufferedImage now = ImageIO.read(new ByteArrayInputStream(taken));
        assertThat(Files.size(IN_PAPERS)).isLessThan(MOST_BYTES);
        assertThat(inPapers.getWidth()).isEqualTo(now.getWidth());
        assertThat(inPapers.getHeight()).isEqualTo(now.getHeight());
        assertThat(colour(inPapers))
                .as("the page has another colour; see above how to take it anew")
                .isEqualTo(colour(now));
    }

    private static int colour(BufferedImage picture) {
        return picture.getRGB(2, 2);
    }
}
