package dev.limber.discord.standin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text as a reader sees it. */
class MarkdownTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "plain ~ plain",
                "**bold** and *slanted* ~ bold and slanted",
                "***both*** ~ both",
                "### Title ~ Title",
                "-# small ~ small",
                "> said ~ said",
                "snake_case_name ~ snake_case_name",
                "_slanted_ ~ slanted",
                "\\*not\\* ~ *not*",
                "\\_not\\_ and \\\\ ~ _not_ and \\",
                "2 * 3 * 4 ~ 2 * 3 * 4",
                "[here](https://example.org) ~ here",
                "<t:1700000000:R> <@5> ~ <t:1700000000:R> <@5>"
            })
    void marks_are_gone_and_what_was_escaped_is_there(String source, String seen) {
        assertThat(Markdown.read(source)).isEqualTo(seen);
    }
}
