package dev.limber.telegram.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a <b>b</b> <strong>c</strong> | a b c | bold:2+1 bold:4+1",
                "<i>a<u>b</u></i> | ab | italic:0+2 underline:1+1",
                "<s>a</s><del>b</del><em>c</em> | abc | strikethrough:0+1 strikethrough:1+1 italic:2+1",
                "<tg-spoiler>a</tg-spoiler> | a | spoiler:0+1",
                "<span class=\"tg-spoiler\">a</span> | a | spoiler:0+1",
                "&lt;b&gt; &amp; &quot;&#33;&#x21; | <b> & \"!! | ''",
                "<code>x</code> <pre>y</pre> | x y | code:0+1 pre:2+1",
                "<blockquote>a</blockquote><blockquote expandable>b</blockquote> | ab | blockquote:0+1 expandable_blockquote:1+1",
                "\uD83D\uDE00<b>\uD83D\uDE00</b> | \uD83D\uDE00\uD83D\uDE00 | bold:2+2",
                "<b> a </b> | a | bold:0+1",
                "<b></b>a > b | a > b | ''",
            })
    void is_rendered_as_a_person_sees_it(String html, String text, String entities) {
        Rendered rendered = Html.render(html);

        assertThat(rendered.text()).isEqualTo(text);
        assertThat(rendered.entities().stream()
                        .map(each -> each.type() + ":" + each.offset() + "+" + each.length())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(entities);
    }

    @Test
    void details_are_kept() {
        assertThat(Html.render("<a href='https://x.org/?a=1&amp;b=\"'>x</a>").entities())
                .containsExactly(new Entity("text_link", 0, 1, Map.of("url", "https://x.org/?a=1&b=\"")));
        assertThat(Html.render("<tg-time unix=\"1700000000\" format=\"wDT\">then</tg-time>")
                        .entities())
                .containsExactly(
                        new Entity("date_time", 0, 4, Map.of("unix_time", "1700000000", "date_time_format", "wDT")));
        assertThat(Html.render("<pre><code class=\"language-java\">x</code></pre>")
                        .entities())
                .isEqualTo(List.of(new Entity("pre", 0, 1, Map.of("language", "java"))));
        assertThat(Html.render("<tg-emoji emoji-id=\"53\">\uD83D\uDC4D</tg-emoji>")
                        .entities())
                .containsExactly(new Entity("custom_emoji", 0, 2, Map.of("custom_emoji_id", "53")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>a",
                "a</b>",
                "<b><i>a</b></i>",
                "<p>a</p>",
                "<br>",
                "a < b",
                "a & b",
                "&nbsp;",
                "&apos;",
                "<b class=\"x\">a</b>",
                "<span>a</span>",
                "<a>a</a>",
                "<code><b>a</b></code>",
                "<pre><b>a</b></pre>",
                "<blockquote>a<blockquote>b</blockquote></blockquote>",
                "<tg-time unix=\"now\">a</tg-time>",
                "<tg-time unix=\"1\" format=\"x\">a</tg-time>",
                "<tg-emoji>a</tg-emoji>",
                "<b",
                "<>",
            })
    void is_refused_where_it_is_not_documented(String html) {
        assertThatThrownBy(() -> Html.render(html))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Bad Request: can't parse entities: ");
    }
}
