package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.nudge.NudgePhrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NudgeGuideTest {
    private static final Pattern EXAMPLE = Pattern.compile("`/(nudge|erinnern) ([^`…]+)`");
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-18T10:00:00+01:00[Europe/Berlin]");

    @Test
    void everyExampleOfTheGuideIsUnderstood() throws IOException {
        var phrases = new NudgePhrases(BuiltIn.content());
        var examples = new ArrayList<String>();
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("../docs/nudges.md")));
        while (example.find()) {
            Locale language = example.group(1).equals("nudge") ? Locale.ENGLISH : Locale.GERMAN;
            assertThat(phrases.in(language).read(example.group(2), NOW).isPresent() || setsZone(example.group(2)))
                    .as(example.group())
                    .isTrue();
            examples.add(example.group(2));
        }

        assertThat(examples).hasSizeGreaterThan(20);
    }

    /** Where a chat is is no schedule. */
    private static boolean setsZone(String words) {
        String city = words.substring(words.lastIndexOf(' ') + 1);
        return words.startsWith("here zone ")
                && new TestGroup(Locale.ENGLISH)
                        .type("ann", "/nudge " + words)
                        .toString()
                        .contains(city);
    }

    @Test
    void everyButtonThatSetsATimeIsUnderstood() {
        var phrases = new NudgePhrases(BuiltIn.content());
        for (Locale language : BuiltIn.content().phrasebook().languages()) {
            var texts = BuiltIn.content().phrasebook().in(language);
            var typed = new ArrayList<String>();
            typed.addAll(texts.patterns("nudge.offer.times"));
            typed.addAll(texts.patterns("nudge.better-time.times"));
            typed.addAll(texts.patterns("nudge.suggestions"));
            typed.add(texts.say("nudge.list.pause-request"));
            assertThat(typed)
                    .hasSizeGreaterThan(8)
                    .allSatisfy(words -> assertThat(phrases.in(language).read(words, NOW))
                            .as(words)
                            .isPresent());
            assertThat(phrases.in(language).read("on", NOW)).isPresent();
            assertThat(phrases.in(language).read("off", NOW)).isPresent();
            assertThat(phrases.in(language).read("why", NOW)).isPresent();
            assertThat(phrases.in(language).read("test", NOW)).isPresent();
        }
    }
}
