package dev.limber.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.core.ConditionFactory;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A browser with the page open, and a person before it. */
final class Tab implements AutoCloseable {
    private static final String CHROMIUM = "/usr/bin/chromium";
    private static final String DRIVER = "/usr/bin/chromedriver";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    /** What is noted of the page from its very beginning. */
    private static final String NOTES = """
            window.tones = 0;
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (...when) { window.tones++; return start.apply(this, when); };
            window.AudioContext = class extends AudioContext {
              constructor() { super(); window.audio = this; }
            };
            new MutationObserver((changes, observer) => {
              if (document.querySelector('.entry .buttons button')) {
                window.firstPrompt = performance.now();
                observer.disconnect();
              }
            }).observe(document, { childList: true, subtree: true });
            """;

    private final ChromeDriver driver;

    private Tab(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A browser that was never used before. */
    static Tab open() {
        for (String needed : List.of(CHROMIUM, DRIVER)) {
            assertThat(new File(needed))
                    .as("the page is tested in a browser: install chromium and chromium-driver, as ./check does")
                    .exists();
        }
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=900,860",
                "--lang=en",
                "--accept-lang=en");
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(DRIVER))
                .usingAnyFreePort()
                .build();
        var tab = new Tab(new ChromeDriver(service, options));
        tab.devTools("Page.addScriptToEvaluateOnNewDocument", Map.of("source", NOTES));
        return tab;
    }

    /** Forgets what earlier tests did: other tabs, files that it keeps, preferences, complaints. */
    Tab fresh() {
        closeOthers();
        go("about:blank");
        forgetFiles();
        devTools("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        size(900, 860);
        complaints();
        return this;
    }

    /** Forgets the files that it keeps. */
    void forgetFiles() {
        devTools("Network.clearBrowserCache", Map.of());
    }

    void devTools(String command, Map<String, Object> arguments) {
        driver.executeCdpCommand(command, arguments);
    }

    Tab go(String url) {
        driver.get(url);
        return this;
    }

    void reload() {
        driver.navigate().refresh();
    }

    /** Opens another tab beside this one and goes there. */
    void anotherTab(String url) {
        driver.switchTo().newWindow(org.openqa.selenium.WindowType.TAB);
        driver.get(url);
    }

    /** Leaves one tab open. */
    void closeOthers() {
        while (driver.getWindowHandles().size() > 1) {
            toTab(1);
            driver.close();
        }
        toTab(0);
    }

    void toTab(int number) {
        driver.switchTo().window(List.copyOf(driver.getWindowHandles()).get(number));
    }

    void size(int width, int height) {
        devTools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Has the browser tell the page what a person prefers, such as {@code prefers-color-scheme} and {@code dark}. */
    void prefer(String feature, String value) {
        devTools("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    Object run(String script, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeScript(script, arguments), "");
    }

    long number(String expression) {
        return ((Number) run("return " + expression)).longValue();
    }

    /** All that can be read in the conversation, of who said it only what is shown. */
    List<String> said() {
        var texts = new ArrayList<String>();
        ((List<?>) run("return [...document.querySelectorAll('.entry')].map((e) => e.innerText)"))
                .forEach(text -> texts.add(text.toString().replaceFirst("^[^\\n]*:\\n+", "")));
        return texts;
    }

    String all() {
        return String.join("\n", said());
    }

    Tab awaitSaid(String... words) {
        waiting(PATIENCE).untilAsserted(() -> assertThat(all()).contains(words));
        return this;
    }

    Tab awaitTrue(String expression) {
        return awaitTrue(expression, PATIENCE);
    }

    Tab awaitTrue(String expression, Duration patience) {
        waiting(patience).until(() -> Boolean.TRUE.equals(run("return Boolean(" + expression + ")")));
        return this;
    }

    /** Looks at once and then often: most of what is waited for is there within a few milliseconds. */
    private static ConditionFactory waiting(Duration patience) {
        return await().atMost(patience).pollDelay(Duration.ZERO).pollInterval(LOOK_EVERY);
    }

    List<WebElement> elements(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    WebElement element(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** Presses the newest button with this label. */
    Tab press(String label) {
        waiting(PATIENCE).ignoreExceptions().until(() -> {
            button(label).click();
            return true;
        });
        return this;
    }

    private WebElement button(String label) {
        return elements("#log button, dialog[open] button").stream()
                .filter(button -> isCalled(button.getText(), label))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /** Whatever follows a dot is about it and not its name, and so is the number in a ring before it. */
    private static boolean isCalled(String text, String label) {
        return text.equals(label) || text.startsWith(label + " · ") || text.endsWith("\n" + label);
    }

    Tab type(CharSequence... keys) {
        element("#line").sendKeys(keys);
        return this;
    }

    Tab say(String text) {
        return type(text, Keys.ENTER);
    }

    /** Keys for whatever has the focus. */
    void keys(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    String focused() {
        WebElement active = driver.switchTo().activeElement();
        return active.getText().isBlank()
                ? Objects.requireNonNullElse(active.getAttribute("id"), "")
                : active.getText();
    }

    /** Moves the focus by the Tab key until it is there. */
    void tabTo(String label) {
        waiting(PATIENCE).until(() -> {
            if (!isCalled(focused(), label)) {
                keys(Keys.TAB);
            }
            return isCalled(focused(), label);
        });
    }

    byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    /** Until the page can be heard, which a browser allows a moment after the first press. */
    Tab awaitAudible() {
        return awaitTrue("window.audio?.state === 'running'");
    }

    /** What a checker of accessibility objects to, one line each. */
    List<String> objections() {
        if (Boolean.FALSE.equals(run("return 'axe' in window"))) {
            run(axe());
        }
        Object found = driver.executeAsyncScript(
                "const done = arguments[0]; axe.run().then((r) => done(r.violations.map((v) => v.id + ': ' + v.help + ' '"
                        + " + v.nodes.map((n) => n.html + ' ' + (n.any[0]?.message ?? '')).join(' | '))))");
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(Object::toString).toList();
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(Tab.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the browser complained about, but for a server that is away. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .filter(line -> !line.contains("net::ERR_"))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
