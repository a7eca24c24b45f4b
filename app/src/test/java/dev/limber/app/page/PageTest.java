package dev.limber.app.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** People chat in the page, with the whole of Limber behind it. */
@Timeout(120)
class PageTest {
    private static final int MOST_MILLIS = 300;
    private static final int MOST_BYTES = 100_000;
    private static final Path IN_PAPERS = Path.of("../docs/page.png");
    private static final int MOST_PICTURE_BYTES = 150_000;

    @TempDir
    private static Path folder;

    @RegisterExtension
    private static final Browser BROWSER = new Browser();

    private static PageProgram program;
    private static Tab tab;

    private final String name = "P" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void start() throws IOException {
        // Both take their time to start, side by side.
        program = PageProgram.start(Files.createDirectory(folder.resolve("program")));
        tab = BROWSER.tab();
    }

    @AfterAll
    static void end() {
        program.close();
    }

    @BeforeEach
    void open() {
        tab.closeOthers();
        tab.size(900, 860);
        tab.prefer("prefers-color-scheme", "light");
        tab.go(program.url(name)).awaitSaid("Hi, I'm Limber");
    }

    @AfterEach
    void nothing_was_complained_about() {
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void a_desk_break_goes_from_its_first_click_to_its_last() {
        tab.press("Stretch");
        tab.press("Desk break");
        tab.press("Skip the check").awaitSaid("step 1 of 3", "Hold for 20 seconds");
        int shown = tab.said().size();
        tab.press("Next").awaitSaid("step 2 of 3", "Left side");
        tab.press("Next").awaitSaid("step 3 of 3", "Right side");
        assertThat(tab.said()).as("steps take each other's place").hasSize(shown);
        tab.press("Done").awaitSaid("That's it: Desk break", "1 of 5 days");
        tab.press("Better").awaitSaid("See you next time!");
    }

    @Test
    void a_desk_break_needs_no_mouse() {
        tab.run("document.activeElement.blur()");
        tab.tabTo("Stretch");
        tab.keys(Keys.ENTER);
        for (String label : List.of("Desk break", "Skip the check", "Next", "Next", "Done", "Better")) {
            tab.awaitTrue("document.activeElement.closest('.entry.current') && [...document.querySelectorAll"
                    + "('.current .buttons button')].some((b) => b.textContent.startsWith('" + label + "'))");
            tab.tabTo(label);
            tab.keys(Keys.SPACE);
        }
        tab.awaitSaid("See you next time!");
        assertThat(tab.objections()).isEmpty();
    }

    @Test
    void whoever_just_begins_to_type_writes_a_message_and_a_name_that_is_none_is_the_usual_one() {
        tab.go(program.url("%E2%80%94")).awaitTrue("document.querySelector('.buttons')");
        tab.run("document.activeElement.blur()");
        tab.keys("hello", Keys.ENTER);
        tab.awaitSaid("hello");
        tab.awaitTrue("!document.querySelector('.sending')");
    }

    @Test
    void commands_are_completed_by_keyboard_down_to_their_argument() {
        tab.type("/str").awaitTrue("document.querySelector('#completions [role=option]')");
        assertThat(tab.element("#line").getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(tab.objections()).isEmpty();
        tab.type(Keys.ARROW_DOWN, Keys.ENTER)
                .awaitTrue("document.getElementById('line').value === '/stretch '")
                .awaitTrue(
                        "[...document.querySelectorAll('#completions .label')].some((l) => l.innerText === 'Desk break')");
        tab.type("desk b").awaitTrue("document.querySelector('#completions .label')?.innerText === 'Desk break'");
        tab.type(Keys.TAB).awaitTrue("/^\\/stretch desk.break$/i.test(document.getElementById('line').value)");
        tab.type(Keys.ENTER).awaitSaid("a quick health check");
        assertThat(tab.said()).anyMatch(text -> text.matches("(?i)/stretch desk.break"));
    }

    @Test
    void a_reload_and_a_second_tab_show_the_same_and_stay_in_step() {
        tab.say("/stretch desk break");
        tab.press("Skip the check").awaitSaid("step 1 of 3");
        List<String> before = tab.said();
        tab.reload();
        tab.awaitSaid("step 1 of 3");
        assertThat(tab.said()).isEqualTo(before);

        tab.anotherTab(program.url(name));
        tab.awaitSaid("step 1 of 3");
        tab.press("Next").awaitSaid("step 2 of 3");
        List<String> there = tab.said();
        tab.toTab(0);
        tab.awaitSaid("step 2 of 3");
        assertThat(tab.said()).isEqualTo(there);
    }

    @Test
    void two_people_at_once_each_have_a_conversation_of_their_own() {
        String other = "Q" + name;
        tab.say("/stretch desk break").awaitSaid("a quick health check");
        tab.anotherTab(program.url(other));
        tab.awaitSaid("Hi, I'm Limber");
        assertThat(tab.all()).doesNotContain("health check");
        tab.say("/help").awaitSaid("What you can say");
        tab.toTab(0);
        assertThat(tab.all()).doesNotContain("What you can say");

        tab.element("#who").click();
        tab.awaitTrue("[...document.querySelectorAll('.person')].some((p) => p.innerText.endsWith('" + other + "'))");
        assertThat(tab.objections()).isEmpty();
        tab.run(
                "[...document.querySelectorAll('.person')].find((p) => p.innerText.endsWith(arguments[0])).click()",
                other);
        tab.awaitSaid("What you can say");
        assertThat(tab.element("#name").getText()).isEqualTo(other);
    }

    @Test
    void a_new_name_is_somebody_new_and_may_be_as_hostile_as_it_likes() {
        String hostile = "<img src=x onerror=document.title='gone'>";
        tab.element("#who").click();
        tab.awaitTrue("document.getElementById('new-name')");
        tab.element("#new-name").sendKeys(hostile, Keys.ENTER);
        tab.awaitTrue("document.getElementById('name').textContent.startsWith('<img')");
        tab.awaitSaid("Hi, I'm Limber");

        tab.element("#who").click();
        tab.awaitTrue("document.querySelector('dialog[open] h2')");
        assertThat(tab.element("dialog h2").getText()).contains("<img src=x");
        assertThat(tab.elements("#people img")).isEmpty();
        assertThat(tab.run("return document.title")).isEqualTo("Limber");
    }

    @Test
    void what_is_typed_never_becomes_markup_and_breaks_no_line() {
        List<String> hostile = List.of(
                "<script>document.title='gone'</script>",
                "<b>bold</b> &amp; &lt;i&gt; ${1+1} {{2+2}}",
                "\"><svg onload=document.title='gone'>",
                "javascript:document.title='gone'",
                "\u202eright to left\u202c مرحبا بالعالم");
        hostile.forEach(tab::say);
        tab.awaitSaid(hostile.toArray(String[]::new));
        tab.run("document.getElementById('line').value = 'x'.repeat(10000)");
        tab.type(Keys.ENTER).awaitSaid("x".repeat(10_000));

        assertThat(tab.elements("#log b, #log script, #log svg:not([aria-hidden]), #log a"))
                .isEmpty();
        assertThat(tab.run("return document.title")).isEqualTo("Limber");
        assertThat(tab.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(900);
        assertThat(tab.number(
                        "document.getElementById('log').scrollWidth - document.getElementById('log').clientWidth"))
                .isZero();
        tab.reload();
        tab.awaitSaid("x".repeat(10_000), hostile.getFirst());
    }

    @Test
    void the_page_speaks_the_language_that_the_person_chooses() {
        assertThat(tab.element("#line").getAttribute("placeholder")).startsWith("Message");
        tab.say("/settings language german").awaitSaid("Gemerkt. Sprache: Deutsch.");
        tab.awaitTrue("document.documentElement.lang === 'de'");
        assertThat(tab.element("#line").getAttribute("placeholder")).startsWith("Nachricht");
        assertThat(tab.element("#send").getAttribute("aria-label")).isEqualTo("Senden");
        tab.reload();
        tab.awaitTrue("document.documentElement.lang === 'de'");
    }

    @Test
    void a_conversation_can_be_cleared() {
        tab.say("something private").awaitSaid("something private");
        tab.element("#who").click();
        tab.press("Clear this conversation");
        tab.press("Clear it");
        tab.awaitTrue("!document.body.innerText.includes('something private')").awaitSaid("Limber");
        assertThat(tab.all()).doesNotContain("something private");
    }

    @Test
    void whoever_wants_to_be_forgotten_is_forgotten_here_as_well() {
        tab.say("something private").awaitSaid("something private");
        tab.say("/forget");
        tab.press("Erase everything").awaitSaid("Done");
        tab.awaitTrue("!document.body.innerText.includes('something private')");
    }

    @Test
    void nobody_is_kept_out_by_how_it_looks_in_light_or_dark_at_a_desk_or_on_a_phone() {
        tab.say("/stretch desk break");
        tab.press("Skip the check").awaitSaid("step 1 of 3");
        for (String scheme : List.of("light", "dark")) {
            for (int width : new int[] {1280, 360}) {
                tab.size(width, 740);
                tab.prefer("prefers-color-scheme", scheme);
                assertThat(tab.objections()).as("%s, %d wide", scheme, width).isEmpty();
                assertThat(tab.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
            }
        }
        assertThat(tab.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(20, 25, 23)");
        for (var button : tab.elements("button, #line")) {
            assertThat(button.getSize().getHeight())
                    .as(button.getText())
                    .satisfiesAnyOf(
                            height -> assertThat(height).isGreaterThanOrEqualTo(40),
                            height -> assertThat(height).isZero());
        }
    }

    @Test
    void the_first_prompt_is_soon_there_and_takes_little() throws IOException {
        var millis = new ArrayList<Long>();
        for (int i = 0; i < 7; i++) {
            tab.go(program.url(name + i)).awaitTrue("window.firstPrompt");
            millis.add(tab.number("Math.round(window.firstPrompt)"));
        }
        tab.forgetFiles();
        tab.go(program.url(name)).awaitTrue("window.firstPrompt");
        long bytes = tab.number("performance.getEntries().reduce((sum, e) => sum + (e.transferSize ?? 0), 0)"
                + " + document.getElementById('log').textContent.length * 4");
        Collections.sort(millis);
        Files.writeString(
                Files.createDirectories(Path.of("target/page")).resolve("speed.txt"),
                "first prompt after " + millis + " ms, " + bytes + " bytes\n",
                UTF_8);
        assertThat(bytes).isBetween(10_000L, (long) MOST_BYTES);
        assertThat(Duration.ofMillis(millis.get(3))).isLessThan(Duration.ofMillis(MOST_MILLIS));
    }

    /** Write it anew with {@code -Dlimber.papers=write}. */
    @Test
    void the_picture_in_the_papers_is_one_of_this_page() throws IOException {
        tab.size(720, 800);
        tab.go(program.url("Ann")).awaitSaid("Hi, I'm Limber");
        tab.say("something for the desk");
        tab.press("Skip the check").awaitSaid("step 1 of 3");
        tab.press("Start: 20 seconds");
        boolean anew = "write".equals(System.getProperty("limber.papers"));
        // In the papers the ring has run for a while.
        tab.awaitTrue("document.querySelector('.hold text').textContent === '" + (anew ? 17 : 19) + "'");
        tab.run("document.activeElement.blur()");
        byte[] taken = tab.picture();
        Files.write(Files.createDirectories(Path.of("target/page")).resolve("page.png"), taken);
        if (anew) {
            Files.write(IN_PAPERS, taken);
        }

        BufferedImage inPapers = ImageIO.read(IN_PAPERS.toFile());
        BufferedImage now = ImageIO.read(new ByteArrayInputStream(taken));
        assertThat(Files.size(IN_PAPERS)).isLessThan(MOST_PICTURE_BYTES);
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
